import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Housekeeping } from '../src/database/housekeeping';
import { createPurchaseWorld, type PurchaseWorld } from './support/purchase-world';

let world: PurchaseWorld;

beforeAll(async () => {
  world = await createPurchaseWorld();
});
afterAll(() => world.end());

describe('housekeeping', () => {
  it('forgets an idempotency key after 72 hours and not before, and old failures of login', async () => {
    const { clerk, banner, database } = world;
    await clerk.post('/purchases', banner({ item: 'old' }), { idempotencyKey: 'old', expect: 201 });
    await clerk.post('/purchases', banner({ item: 'young' }), { idempotencyKey: 'young', expect: 201 });
    await database.sql(
      `UPDATE idempotency_keys SET created_at = now() - interval '73 hours' WHERE key = 'old'`,
    );
    await database.sql(
      `UPDATE idempotency_keys SET created_at = now() - interval '71 hours' WHERE key = 'young'`,
    );
    await database.sql(
      `INSERT INTO login_failures (account, source, failures, last_failed_at)
       VALUES ('a', 'b', 3, now() - interval '25 hours'), ('a', 'c', 3, now())`,
    );
    await world.app.get(Housekeeping).removeExpired();
    const keys = await database.sql<{ key: string }>('SELECT key FROM idempotency_keys');
    expect(keys).toEqual([{ key: 'young' }]);
    expect(await database.sql(`SELECT source FROM login_failures WHERE account = 'a'`)).toEqual([
      { source: 'c' },
    ]);
  });
});
