import { Injectable } from '@nestjs/common';
import type { Role } from '@ieum/domain';
import type { Actor } from '../common/actor';
import { systemActor } from '../common/actor';
import { Clock } from '../common/clock';
import { Transactions } from '../database/transactions';

/** A disabled account stops within this time, on every API process. */
const CACHE_MILLISECONDS = 800;
const MAX_CACHED = 10_000;

export interface SessionActor extends Omit<Actor, 'requestId' | 'idempotency' | 'sessionId'> {
  /** Still on the password that somebody else made. */
  readonly mustChangePassword: boolean;
}

interface SessionRow {
  user_id: string;
  name: string;
  role: Role;
  institution_id: string | null;
  department_id: string | null;
  enterprise_id: string | null;
  assigned: string[];
  must_change_password: boolean;
}

/** Who is behind a session id, now. Remembered for less than a second, so that every request need not ask. */
@Injectable()
export class SessionDirectory {
  private readonly cache = new Map<string, { at: number; actor: SessionActor | null }>();

  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  async actorOf(sessionId: string, requestId: string): Promise<SessionActor | null> {
    const now = this.clock.now().getTime();
    const cached = this.cache.get(sessionId);
    if (cached !== undefined && Math.abs(now - cached.at) < CACHE_MILLISECONDS) return cached.actor;
    const actor = await this.load(sessionId, requestId);
    if (this.cache.size >= MAX_CACHED) this.cache.clear();
    this.cache.set(sessionId, { at: now, actor });
    return actor;
  }

  forget(sessionId: string): void {
    this.cache.delete(sessionId);
  }

  forgetAll(): void {
    this.cache.clear();
  }

  private async load(sessionId: string, requestId: string): Promise<SessionActor | null> {
    const rows = await this.transactions.run(systemActor(requestId), (tx) =>
      tx.prepared<SessionRow>(
        `SELECT u.id AS user_id, u.name, u.role, u.institution_id, u.department_id, u.enterprise_id, u.must_change_password,
                ARRAY(SELECT a.institution_id::text FROM user_assignments a WHERE a.user_id = u.id) AS assigned
         FROM sessions s JOIN users u ON u.id = s.user_id
         WHERE s.id = $1 AND s.ended_at IS NULL AND s.expires_at > now() AND u.state = 'active'`,
        [sessionId],
      ),
    );
    const row = rows[0];
    return row === undefined
      ? null
      : {
          userId: row.user_id,
          name: row.name,
          role: row.role,
          institutionId: row.institution_id,
          departmentId: row.department_id,
          enterpriseId: row.enterprise_id,
          assignedInstitutionIds: row.assigned,
          mustChangePassword: row.must_change_password,
        };
  }
}
