import { exists, freshDatabase, ownerOf, program } from './databases.mjs';
import { fillLedger } from './ledger-rows.mjs';
import { makeWorld } from './ledger-world.mjs';
import { say } from './options.mjs';

/** Counted up when the generator or the schema changes in a way that a kept ledger does not follow. */
const GENERATION = 1;
const MANY = 1_000_000;

const nameOf = (rows) => `ieum_bench_${rows}`;
const markOf = (rows, seed) => `ieum bench ledger, generation ${GENERATION}, ${rows} rows, seed ${seed}`;

/**
 * The database whose ledger holds so many purchases; it is made when it is not there yet, and kept. The benches add their
 * own rows to it.
 * @returns its name
 */
export async function ledgerOf(rows, { seed = 1, afresh = false } = {}) {
  const database = nameOf(rows);
  if (!afresh && (await exists(database)) && (await markOn(database)) === markOf(rows, seed)) return database;
  const from = performance.now();
  await freshDatabase(database);
  const owner = await ownerOf(database);
  await makeWorld(owner);
  let told = performance.now();
  await fillLedger(database, { rows, seed, connections: rows >= MANY ? 2 : 1 }, (made) => {
    if (performance.now() - told < 10_000) return;
    told = performance.now();
    say(`  ${made.toLocaleString('en')} rows, ${((told - from) / 1000).toFixed(0)} s`);
  });
  say(`  ${program('recompute-achievements', database)}`);
  await owner.query(`COMMENT ON DATABASE ${database} IS '${markOf(rows, seed)}'`);
  await owner.end();
  say(`  ${database} made in ${((performance.now() - from) / 1000).toFixed(0)} s`);
  return database;
}

async function markOn(database) {
  const owner = await ownerOf(database);
  const { rows } = await owner.query(
    `SELECT shobj_description(oid, 'pg_database') AS mark FROM pg_database WHERE datname = current_database()`,
  );
  await owner.end();
  return rows[0]?.mark;
}
