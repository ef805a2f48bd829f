import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Role } from '@ieum/domain';
import type { Actor } from '../common/actor';
import { systemActor } from '../common/actor';
import { Clock } from '../common/clock';
import { poolSizeOf } from '../database/data-source';
import { Lane } from '../database/lane';
import { Transactions } from '../database/transactions';

/** A disabled account stops within this time, on every API process. */
const CACHE_MILLISECONDS = 800;
const MAX_CACHED = 10_000;
/** Five hundred who come at the same moment are all known within this time. */
const CROWD_PATIENCE_MS = 5_000;

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

/**
 * Who is behind a session id, now. Remembered for less than a second, so that every request need not ask; and a crowd asks
 * with half of the connections, once a session, so that it does not wait for its own questions until it is refused.
 */
@Injectable()
export class SessionDirectory {
  private readonly cache = new Map<string, { at: number; actor: SessionActor | null }>();
  private readonly loading = new Map<string, Promise<SessionActor | null>>();
  private readonly lane: Lane;

  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    dataSource: DataSource,
  ) {
    this.lane = new Lane(Math.max(1, Math.floor(poolSizeOf(dataSource) / 2)), CROWD_PATIENCE_MS);
  }

  async actorOf(sessionId: string, requestId: string): Promise<SessionActor | null> {
    const now = this.clock.now().getTime();
    const cached = this.cache.get(sessionId);
    if (cached !== undefined && Math.abs(now - cached.at) < CACHE_MILLISECONDS) return cached.actor;
    const running = this.loading.get(sessionId);
    if (running !== undefined) return running;
    const asked = this.lane.run(() => this.load(sessionId, requestId));
    this.loading.set(sessionId, asked);
    try {
      const actor = await asked;
      // Forgotten meanwhile: whoever comes now asks anew.
      if (this.loading.get(sessionId) === asked) this.keep(sessionId, { at: now, actor });
      return actor;
    } finally {
      if (this.loading.get(sessionId) === asked) this.loading.delete(sessionId);
    }
  }

  forget(sessionId: string): void {
    this.cache.delete(sessionId);
    this.loading.delete(sessionId);
  }

  forgetAll(): void {
    this.cache.clear();
    this.loading.clear();
  }

  private keep(sessionId: string, known: { at: number; actor: SessionActor | null }): void {
    if (this.cache.size >= MAX_CACHED) this.cache.clear();
    this.cache.set(sessionId, known);
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
