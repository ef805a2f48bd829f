import {
  Inject,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
  type OnModuleDestroy,
} from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { systemActor } from '../common/actor';
import { Clock } from '../common/clock';
import { CONFIG, type Config } from '../config/config';
import { Transactions, type Tx } from '../database/transactions';
import { appendHeads, type AuditHead } from './audit-head';
import { CHAIN_OF_EVENT, EVENT_HASH } from './audit-text';

const SEAL_EVERY_MS = 60_000;
const BATCH = 2_000;
/** One process seals at a time. */
const SEAL_LOCK = 7_200_512;

/**
 * Rows with ids up to `eventId` are all there, or never will be, once every transaction before `before` has ended: an id
 * is taken by a transaction that already has its number, and may be committed after a greater one.
 */
interface Horizon {
  readonly eventId: number;
  readonly before: bigint;
}

/** Chains the audit rows, a while after they were written. */
@Injectable()
export class AuditSealer implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger('AuditSealer');
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<unknown> = Promise.resolve();
  private horizon: Horizon | null = null;

  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => {
      this.running = this.running
        .then(() => this.seal())
        .catch((failure: unknown) => this.logger.error(describe(failure)));
    }, SEAL_EVERY_MS);
    this.timer.unref();
  }

  async onModuleDestroy(): Promise<void> {
    clearInterval(this.timer);
    await this.running;
  }

  /**
   * Seals what can be sealed by now.
   * @returns whether nothing is left: false when transactions were still running, or another process is at it
   */
  async seal(): Promise<boolean> {
    const now = await this.look();
    if (now.newest <= now.sealed) return true;
    const reached = this.reachedHorizon(now);
    if (reached === null) return false;
    while ((await this.sealBatch(reached.eventId)) === BATCH);
    return reached.eventId === now.newest;
  }

  private look(): Promise<Sight> {
    return this.asSystem(async (tx) => {
      const [row] = await tx.sql<{
        newest: number | null;
        sealed: number | null;
        xmin: string;
        xmax: string;
      }>(
        `SELECT (SELECT max(id) FROM audit_events) AS newest, (SELECT max(last_event_id) FROM audit_seals) AS sealed,
                pg_snapshot_xmin(s)::text AS xmin, pg_snapshot_xmax(s)::text AS xmax
         FROM pg_current_snapshot() AS s`,
      );
      return {
        newest: row?.newest ?? 0,
        sealed: row?.sealed ?? 0,
        oldestRunning: BigInt(row?.xmin ?? 0),
        next: BigInt(row?.xmax ?? 0),
      };
    });
  }

  /** The horizon that is safe now; otherwise remembers today's, which will be. */
  private reachedHorizon(now: Sight): Horizon | null {
    const current = { eventId: now.newest, before: now.next };
    if (now.oldestRunning >= current.before) {
      this.horizon = null;
      return current;
    }
    const earlier = this.horizon;
    const isReached = earlier !== null && now.oldestRunning >= earlier.before;
    if (earlier === null || isReached) this.horizon = current;
    return isReached ? earlier : null;
  }

  /** @returns how many rows were sealed */
  private async sealBatch(untilEventId: number): Promise<number> {
    const seals = await this.asSystem(async (tx) => {
      const [lock] = await tx.sql<{ taken: boolean }>('SELECT pg_try_advisory_xact_lock($1) AS taken', [
        SEAL_LOCK,
      ]);
      return lock?.taken === true ? insertSeals(tx, untilEventId) : [];
    });
    await appendHeads(this.config.auditHeadFile, seals, this.clock.now());
    return seals.reduce((sum, seal) => sum + seal.count, 0);
  }

  private asSystem<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.transactions.run(systemActor(`audit-${randomUUID()}`), work);
  }
}

interface Sight {
  readonly newest: number;
  readonly sealed: number;
  readonly oldestRunning: bigint;
  readonly next: bigint;
}

interface NewSeal extends AuditHead {
  readonly count: number;
}

/** One seal per chain that has rows in the batch; one statement, so that nothing travels but the heads. */
function insertSeals(tx: Tx, untilEventId: number): Promise<NewSeal[]> {
  return tx.sql<NewSeal>(
    `WITH batch AS (
       SELECT e.id, ${CHAIN_OF_EVENT} AS chain, ${EVENT_HASH} AS hash FROM audit_events e
       WHERE e.id > coalesce((SELECT max(last_event_id) FROM audit_seals), 0) AND e.id <= $1
       ORDER BY e.id LIMIT $2
     ), part AS (
       SELECT chain, array_agg(id ORDER BY id) AS ids, string_agg(hash, ''::bytea ORDER BY id) AS hashes
       FROM batch GROUP BY chain
     ), chained AS (
       SELECT part.*, coalesce(head.sequence, 0) + 1 AS sequence, coalesce(head.hash, ''::bytea) AS previous
       FROM part LEFT JOIN LATERAL (
         SELECT sequence, hash FROM audit_seals s WHERE s.institution_id = part.chain ORDER BY sequence DESC LIMIT 1
       ) head ON true
     )
     INSERT INTO audit_seals (institution_id, sequence, first_event_id, last_event_id, event_count, event_ids,
                              event_hashes, previous_hash, hash)
     SELECT chain, sequence, ids[1], ids[cardinality(ids)], cardinality(ids), ids, hashes, previous,
            sha256(previous || hashes)
     FROM chained
     RETURNING institution_id AS "institutionId", sequence, last_event_id AS "lastEventId",
               encode(hash, 'hex') AS hash, event_count AS count`,
    [untilEventId, BATCH],
  );
}

function describe(failure: unknown): string {
  return failure instanceof Error ? failure.message : 'sealing failed';
}
