import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { PoolClient, QueryResult, QueryResultRow } from 'pg';
import { createHash } from 'node:crypto';
import { scopeOf } from '@ieum/domain';
import { isAnonymous, type Actor, type IdempotencyContext } from '../common/actor';
import { isConnectionLost, isRetryable } from '../common/database-errors';
import { refuse } from '../common/refused';
import { PATIENCE_MS, poolSizeOf } from './data-source';
import { Lane } from './lane';

const MAX_ATTEMPTS = 3;
/** More than a pool holds: after a restart of the database every pooled connection is dead once. */
const MAX_RECONNECTIONS = 30;

type Columns = Readonly<Record<string, unknown>>;

/** What runs inside one transaction. `sql` is a plain parameterised statement; `entities` is TypeORM on the same connection. */
export interface Tx {
  readonly actor: Actor;
  sql<Row extends QueryResultRow>(text: string, values?: readonly unknown[]): Promise<Row[]>;
  /**
   * Like sql, and every connection keeps the plan: for a statement that runs all the time, whose text never varies and
   * which names its columns (a kept plan fails when `*` means more columns than before).
   */
  prepared<Row extends QueryResultRow>(text: string, values: readonly unknown[]): Promise<Row[]>;
  /** Reads and single-statement writes only: save() and remove() would open a transaction of their own. */
  readonly entities: Pick<
    EntityManager,
    'find' | 'findOne' | 'findOneBy' | 'findBy' | 'insert' | 'update' | 'delete' | 'exists' | 'count'
  >;
  /**
   * Changes a row only when it still has the version that was read, and counts the version up.
   * Refuses with VERSION_STALE otherwise.
   * @param where the columns of its key
   */
  updateVersion(table: string, where: Columns, expectedVersion: number, change: Columns): Promise<void>;
}

/**
 * All database work goes through here: one transaction, one actor. The actor is set in the same message that opens the
 * transaction, so that row security and audit can never see a statement without it.
 */
@Injectable()
export class Transactions {
  /** Anybody may search: a crowd of visitors waits for itself, and never keeps those who work here from a connection. */
  private readonly visitors: Lane;

  constructor(private readonly dataSource: DataSource) {
    this.visitors = new Lane(Math.max(1, Math.floor(poolSizeOf(dataSource) / 2)), PATIENCE_MS);
  }

  /** Runs `work`, commits, and does it again after a deadlock; anything thrown rolls back. */
  async run<T>(actor: Actor, work: (tx: Tx) => Promise<T>): Promise<T> {
    const all = () => this.withRetry(() => this.attempt(actor, null, work));
    return isAnonymous(actor) ? this.visitors.run(all) : all();
  }

  /**
   * Like run, and the answer is kept under the request's Idempotency-Key in the same transaction: a repeat gets the
   * first answer and writes nothing. Without a key it is run().
   */
  async runOnce<T>(actor: Actor, work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.withRetry(() => this.attempt(actor, actor.idempotency, work));
  }

  private async withRetry<T>(attempt: () => Promise<T>): Promise<T> {
    for (let count = 1; ; count++) {
      try {
        return await attempt();
      } catch (failure) {
        if (failure instanceof LostBeforeWork) {
          if (count >= MAX_RECONNECTIONS) throw failure.cause;
        } else if (count >= MAX_ATTEMPTS || !isRetryable(failure)) throw failure;
      }
    }
  }

  private async attempt<T>(
    actor: Actor,
    once: IdempotencyContext | null,
    work: (tx: Tx) => Promise<T>,
  ): Promise<T> {
    const runner = this.dataSource.createQueryRunner();
    try {
      const client: PoolClient = await runner.connect();
      try {
        const first = await openTransaction<T>(client, actor, once).catch(asLostBeforeWork);
        if (first !== undefined) {
          await client.query('ROLLBACK');
          return first;
        }
        const answer = await work(makeTx(client, runner.manager, actor));
        await commit(client, actor, once, answer);
        return answer;
      } catch (failure) {
        await client.query('ROLLBACK').catch(() => undefined);
        throw failure;
      }
    } finally {
      await runner.release();
    }
  }
}

/** The pool handed out a connection that the server had ended: nothing was done yet, so another one may do it. */
class LostBeforeWork extends Error {
  constructor(override readonly cause: unknown) {
    super('the connection was lost before the work began');
  }
}

function asLostBeforeWork(failure: unknown): never {
  throw isConnectionLost(failure) ? new LostBeforeWork(failure) : failure;
}

function makeTx(client: PoolClient, manager: EntityManager, actor: Actor): Tx {
  return {
    actor,
    entities: manager,
    async sql<Row extends QueryResultRow>(text: string, values: readonly unknown[] = []): Promise<Row[]> {
      sendTogether(client);
      const result = await client.query<Row>(text, [...values]);
      return result.rows;
    },
    async prepared<Row extends QueryResultRow>(text: string, values: readonly unknown[]): Promise<Row[]> {
      const result = await prepared<Row>(client, text, values);
      return result.rows;
    },
    async updateVersion(table, where, expectedVersion, change) {
      const keys = Object.keys(where);
      const names = Object.keys(change);
      const condition = [...keys, 'version'].map((name, index) => `${name} = $${index + 1}`).join(' AND ');
      const assignments = names.map((name, index) => `${name} = $${keys.length + 2 + index}`);
      const result = await client.query(
        `UPDATE ${table} SET ${[...assignments, 'version = version + 1'].join(', ')} WHERE ${condition}`,
        [...Object.values(where), expectedVersion, ...Object.values(change)],
      );
      if (result.rowCount !== 1) refuse('VERSION_STALE');
    },
  };
}

/** Statements that are asked for before anything is awaited leave in one packet, not in one each. */
function sendTogether(client: PoolClient): void {
  const { stream } = client.connection;
  if (stream.writableCorked > 0) return;
  stream.cork();
  process.nextTick(() => stream.uncork());
}

function prepared<Row extends QueryResultRow>(
  client: PoolClient,
  text: string,
  values: readonly unknown[],
): Promise<QueryResult<Row>> {
  sendTogether(client);
  return client.query<Row>({ name: nameOfStatement(text), text, values: [...values] });
}

const statementNames = new Map<string, string>();

function nameOfStatement(text: string): string {
  const known = statementNames.get(text);
  if (known !== undefined) return known;
  const name = createHash('sha256').update(text).digest('base64url');
  statementNames.set(text, name);
  return name;
}

const FIRST_ANSWER =
  'SELECT request_hash, answer FROM idempotency_keys WHERE (actor_id, operation, key) = ($1, $2, $3)';

/**
 * BEGIN, the actor, and the look-up of the idempotency key leave together. Twins with the same key wait for each other
 * at the advisory lock; the later one then sees the first answer.
 * @returns the first answer when there is one
 */
async function openTransaction<T>(
  client: PoolClient,
  actor: Actor,
  once: IdempotencyContext | null,
): Promise<T | undefined> {
  const text = `BEGIN; ${actorSettings(client, actor)}`;
  if (once === null) {
    await client.query(text);
    return undefined;
  }
  sendTogether(client);
  const identity = [actor.userId, once.operation, once.key];
  const lock = `SELECT pg_advisory_xact_lock(hashtextextended(${client.escapeLiteral(identity.join('|'))}, 0))`;
  const [, { rows }] = await Promise.all([
    client.query(`${text}; ${lock}`),
    prepared<{ request_hash: string; answer: T }>(client, FIRST_ANSWER, identity),
  ]);
  const [found] = rows;
  if (found === undefined) return undefined;
  if (found.request_hash !== once.requestHash) refuse('IDEMPOTENCY_KEY_REUSED');
  once.replayed = true;
  return found.answer;
}

function actorSettings(client: PoolClient, actor: Actor): string {
  const seesAll = actor.role === 'admin';
  const institutions = actor.institutionId === null ? actor.assignedInstitutionIds : [actor.institutionId];
  const settings: Record<string, string> = {
    'ieum.actor_id': actor.userId,
    'ieum.request_id': actor.requestId,
    'ieum.institutions': institutions.join(','),
    'ieum.sees_all': seesAll ? 'on' : 'off',
    'ieum.areas': actor.assignedInstitutionIds.join(','),
    'ieum.enterprise_id': actor.enterpriseId ?? '',
    'ieum.register': registerReachOf(actor),
  };
  const calls = Object.entries(settings).map(
    ([name, value]) => `set_config('${name}', ${client.escapeLiteral(value)}, true)`,
  );
  return `SELECT ${calls.join(', ')}`;
}

/** Who sees what waits in the register: its keepers, the staff of buyers and centre, or nobody else. */
function registerReachOf(actor: Actor): 'keeper' | 'staff' | '' {
  if (scopeOf(actor, 'supplier:write') === 'all') return 'keeper';
  return actor.role === 'enterprise' ? '' : 'staff';
}

const KEEP_ANSWER =
  'INSERT INTO idempotency_keys (actor_id, operation, key, request_hash, status, answer) VALUES ($1, $2, $3, $4, $5, $6)';

async function commit(
  client: PoolClient,
  actor: Actor,
  once: IdempotencyContext | null,
  answer: unknown,
): Promise<void> {
  if (once === null) {
    await client.query('COMMIT');
    return;
  }
  // Both leave together; a failed insert makes the COMMIT a ROLLBACK.
  const kept = prepared(client, KEEP_ANSWER, [
    actor.userId,
    once.operation,
    once.key,
    once.requestHash,
    201,
    JSON.stringify(answer),
  ]);
  const committed = client.query('COMMIT');
  await Promise.all([kept, committed]);
}
