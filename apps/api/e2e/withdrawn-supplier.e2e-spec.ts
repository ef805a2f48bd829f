import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Client } from 'pg';
import { until } from './support/jobs';
import { createPurchaseWorld, type PurchaseWorld } from './support/purchase-world';

/** Undoing a list holds the suppliers that it withdraws; a purchase that came in the meantime waits for them. */
let world: PurchaseWorld;
let undoing: Client;

beforeAll(async () => {
  world = await createPurchaseWorld();
  undoing = new Client({
    connectionString: world.database.url,
    options: '-c ieum.actor_id=00000000-0000-0000-0000-000000000000 -c ieum.sees_all=on',
  });
  await undoing.connect();
});
afterAll(async () => {
  await undoing.end();
  await world.end();
});

async function waitsForASupplier(): Promise<boolean> {
  const waiting = await world.database.sql(
    `SELECT FROM pg_stat_activity
     WHERE datname = current_database() AND application_name = 'ieum-api' AND wait_event_type = 'Lock'`,
  );
  return waiting.length > 0;
}

/** The answer to a purchase that began while the supplier was held, which then was withdrawn or let go. */
async function boughtWhile(supplierId: string, end: 'withdrawn' | 'let go', contractNumber: string) {
  await undoing.query('BEGIN');
  await undoing.query('SELECT FROM suppliers WHERE id = $1 FOR UPDATE', [supplierId]);
  const answer = world.clerk.post('/purchases', world.banner({ supplierId, contractNumber }));
  await until(waitsForASupplier);
  if (end === 'withdrawn')
    await undoing.query('UPDATE suppliers SET withdrawn_at = now() WHERE id = $1', [supplierId]);
  await undoing.query('COMMIT');
  return answer;
}

const purchasesOf = (supplierId: string) =>
  world.database.sql('SELECT contract_number FROM purchases WHERE supplier_id = $1', [supplierId]);

describe('a purchase that waits while a list is undone', () => {
  it('does not name a supplier that was withdrawn meanwhile', async () => {
    const supplierId = await world.given.supplier('거둔 곳', 'cooperative', '2012-01-01');
    const answer = await boughtWhile(supplierId, 'withdrawn', 'WAIT-1');
    expect([answer.status, answer.body['code']]).toEqual([404, 'NOT_FOUND']);
    expect(await purchasesOf(supplierId)).toEqual([]);
  });

  it('stands when the supplier stays (control)', async () => {
    const supplierId = await world.given.supplier('남은 곳', 'cooperative', '2012-01-01');
    const answer = await boughtWhile(supplierId, 'let go', 'WAIT-2');
    expect(answer.status).toBe(201);
    expect(await purchasesOf(supplierId)).toEqual([{ contract_number: 'WAIT-2' }]);
  });
});
