import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { Client } from 'pg';
import { createPurchaseWorld, type PurchaseWorld } from './support/purchase-world';

/** A stuck or failing database is a quick 503 with Retry-After, never a hang and never a 500 (quality.md). */
let world: PurchaseWorld;
let blocker: Client;

beforeAll(async () => {
  world = await createPurchaseWorld();
  blocker = new Client({ connectionString: world.database.url });
  await blocker.connect();
});
afterEach(() => blocker.query('ROLLBACK'));
afterAll(async () => {
  await blocker.end();
  await world.end();
});

async function lockWaiters(): Promise<number> {
  const rows = await world.database.sql(
    `SELECT 1 FROM pg_stat_activity
     WHERE datname = current_database() AND application_name = 'ieum-api' AND wait_event_type = 'Lock'`,
  );
  return rows.length;
}

describe('a busy database', () => {
  it('behind a lock answers 503, keeps nothing of the attempt, and serves again when the lock is gone', async () => {
    const body = world.banner({ contractNumber: 'LOCK-1' });
    await blocker.query('BEGIN; LOCK TABLE purchases IN ACCESS EXCLUSIVE MODE');
    const waiting = await world.clerk.post('/purchases', body, { idempotencyKey: 'behind-a-lock' });
    expect([waiting.status, String(waiting.body['code'])]).toEqual([503, 'SERVICE_BUSY']);
    expect(waiting.headers['retry-after']).toBe('1');
    await blocker.query('ROLLBACK');
    const again = await world.clerk.post('/purchases', body, {
      idempotencyKey: 'behind-a-lock',
      expect: 201,
    });
    expect(again.headers['idempotent-replayed']).toBeUndefined();
    expect(
      await world.database.sql(`SELECT id FROM purchases WHERE contract_number = 'LOCK-1'`),
    ).toHaveLength(1);
  });

  it('with all connections taken still answers everybody, as soon as there is one again', async () => {
    await blocker.query('BEGIN; LOCK TABLE purchases IN ACCESS EXCLUSIVE MODE');
    const crowd = await Promise.all(Array.from({ length: 60 }, () => world.clerk.get('/purchases')));
    expect(new Set(crowd.map((answer) => answer.status))).toEqual(new Set([503]));
    await blocker.query('ROLLBACK');
    const after = await Promise.all(Array.from({ length: 60 }, () => world.clerk.get('/purchases')));
    expect(new Set(after.map((answer) => answer.status))).toEqual(new Set([200]));
  });

  it('with a crowd of visitors in front of it still answers those who are logged in', async () => {
    await blocker.query('BEGIN; LOCK TABLE supplier_search IN ACCESS EXCLUSIVE MODE');
    const crowd = Promise.all(Array.from({ length: 60 }, () => world.anonymous.get('/suppliers')));
    while ((await lockWaiters()) < 5);
    const answer = await world.clerk.get('/purchases');
    expect([answer.status, await lockWaiters()]).toEqual([200, 5]);
    expect(new Set((await crowd).map(({ status }) => status))).toEqual(new Set([503]));
    await blocker.query('ROLLBACK');
    await world.anonymous.get('/suppliers', { expect: 200 });
  });

  it('that ends every connection is a 503 at most for what was under way, and unseen by everybody after', async () => {
    const ending = () =>
      world.database.sql(
        `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
         WHERE datname = current_database() AND application_name = 'ieum-api'`,
      );
    const during = Promise.all(Array.from({ length: 20 }, () => world.clerk.get('/purchases')));
    await ending();
    for (const answer of await during) expect([200, 503]).toContain(answer.status);
    await ending();
    const healed = await Promise.all(Array.from({ length: 20 }, () => world.clerk.get('/purchases')));
    expect(healed.map((answer) => answer.status)).toEqual(healed.map(() => 200));
  });
});
