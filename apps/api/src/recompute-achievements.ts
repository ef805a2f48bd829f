import { configFromEnvironment } from './config/environment';
import { ownerDataSource } from './database/data-source';
import { findTotalDifferences, replaceTotals, type OwnerSql } from './rankings/recompute-totals';

/**
 * Recomputes every achievement counter from the purchases and compares. Prints what differs and ends with 1 when
 * anything does; `--repair` then replaces the counters by the recomputed ones and ends with 0. 2 = could not look.
 */
const dataSource = await ownerDataSource(configFromEnvironment().migrationDatabaseUrl).initialize();
const runner = dataSource.createQueryRunner();
try {
  // The owner too is under row security; the system sees everything.
  await runner.query(`SELECT set_config('ieum.sees_all', 'on', false)`);
  const owner: OwnerSql = { query: (text, values) => runner.query(text, values) };
  const [books] = await owner.query<{ exist: boolean }>(
    `SELECT to_regclass('achievement_totals') IS NOT NULL AS exist`,
  );
  if (books?.exist !== true) throw new Error('This database has no tables yet: start the system once first.');
  const differences = await findTotalDifferences(owner);
  for (const one of differences) {
    const place = `institution ${one.institutionId}, ${one.fiscalYear}, ${one.scheme}, department ${one.departmentId}, month ${one.month}`;
    const counter = `counter ${one.counterKrw} won in ${one.counterRows} rows`;
    process.stdout.write(`${place}: ${counter}, ledger ${one.ledgerKrw} won in ${one.ledgerRows} rows\n`);
  }
  if (differences.length === 0) process.stdout.write('achievement totals: all agree with the purchases\n');
  else if (process.argv.includes('--repair')) {
    await replaceTotals(owner);
    process.stdout.write(`achievement totals: ${differences.length} differed and were replaced\n`);
  } else {
    process.stdout.write(`achievement totals: ${differences.length} differ; --repair replaces them\n`);
    process.exitCode = 1;
  }
} catch (failure) {
  process.stderr.write(`${failure instanceof Error ? failure.message : String(failure)}\n`);
  process.exitCode = 2;
} finally {
  await runner.release();
  await dataSource.destroy();
}
