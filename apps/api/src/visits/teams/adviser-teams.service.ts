import { Injectable } from '@nestjs/common';
import type { Tx } from '../../database/transactions';

/** The team that an adviser's work counts for; stamped on each row when it is written (ADR 0022). */
@Injectable()
export class AdviserTeamsService {
  /** @returns null for who is in no living team: an administrator, or an adviser of the centre itself */
  async teamOf(tx: Tx, adviserId: string): Promise<string | null> {
    const rows = await tx.prepared<{ team_id: string }>(
      `SELECT m.team_id FROM support_team_members m JOIN support_teams t ON t.id = m.team_id
       WHERE m.user_id = $1 AND t.ended_on IS NULL`,
      [adviserId],
    );
    return rows[0]?.team_id ?? null;
  }
}
