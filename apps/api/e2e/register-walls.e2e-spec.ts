import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { ownerDataSource } from '../src/database/data-source';
import { asApplication } from './support/as-application';
import { createWorld, type World } from './support/world';

let world: World;
let owner: DataSource;
let press: string;

beforeAll(async () => {
  world = await createWorld();
  owner = await ownerDataSource(world.database.url).initialize();
  press = await world.given.supplier('노란들판');
});
afterAll(async () => {
  await owner.destroy();
  await world.end();
});

const ENTERPRISE = '019aa5d0-7c1e-7000-8000-0000000000aa';

/** A statement as an account of the enterprise would run it, past every service. */
const run = (statement: string, before: readonly string[] = []) =>
  asApplication(
    owner,
    { actorId: ENTERPRISE, enterpriseId: press },
    (tx) => tx.query<unknown[]>(statement, [press]),
    before,
  );

describe('whatever statement an enterprise could run', () => {
  it('changes its own words, and none of the facts of its row', async () => {
    await run(`UPDATE suppliers SET introduction = '소개', phone = '02-000-0000' WHERE id = $1`);
    const facts = [
      `name = '다른 이름'`,
      `business_number = '0008100025'`,
      'vulnerable_employment_bp = 9000, vulnerable_employment_on = current_date',
      `closed_on = '2016-01-01'`,
    ];
    for (const fact of facts)
      await expect(run(`UPDATE suppliers SET ${fact} WHERE id = $1`)).rejects.toThrow('own words only');
    // The control: without the trigger the same statement changes the name.
    await run(`UPDATE suppliers SET name = '다른 이름' WHERE id = $1`, [
      'ALTER TABLE suppliers DISABLE TRIGGER tr_suppliers_keep_facts',
    ]);
  });

  it('counts no purchases to its own record', async () => {
    const boast = 'UPDATE supplier_search SET purchase_count = 999 WHERE supplier_id = $1';
    await expect(run(boast)).rejects.toThrow('the system alone');
    await run(boast, ['ALTER TABLE supplier_search DISABLE TRIGGER tr_supplier_search_keep_record']);
  });

  it('adds no category to the tree', async () => {
    const add = `INSERT INTO item_categories (code, name, parent_code) SELECT '99', left($1::text, 5), NULL`;
    await expect(run(add)).rejects.toThrow('row-level security');
    await run(add, [
      'ALTER TABLE item_categories NO FORCE ROW LEVEL SECURITY; ALTER TABLE item_categories DISABLE ROW LEVEL SECURITY',
    ]);
  });
});
