import { Injectable } from '@nestjs/common';
import type { Tx } from '../../database/transactions';

/** The team that an adviser's work counts for; stamped on each row when it is written (ADR 0022). */
@Injectable()
export class AdviserTeamsService {
  /** @returns null for who is in no team: an administrator, or an adviser of the centre itself */
  async teamOf(tx: Tx, adviserId: string): Promise<string | null> {
    const rows = await tx.prepared<{ team_id: string }>(
      'SELECT team_id FROM support_team_members WHERE user_id = $1',
      [adviserId],
    );
    return rows[0]?.team_id ?? null;
  }
}
