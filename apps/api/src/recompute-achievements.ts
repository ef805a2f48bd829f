import { configFromEnvironment } from './config/environment';
import { ownerDataSource } from './database/data-source';
import type { OwnerSql } from './database/owner-sql';
import { findTotalDifferences, replaceTotals } from './rankings/recompute-totals';
import { findActivityDifferences, replaceActivity } from './visits/recompute-activity';

/** Sums that triggers keep, and how each is looked at and put right. */
interface KeptSums {
  readonly name: string;
  readonly madeOf: string;
  /** one line for each difference */
  differences(owner: OwnerSql): Promise<string[]>;
  replace(owner: OwnerSql): Promise<void>;
}

const KEPT: readonly KeptSums[] = [
  {
    name: 'achievement totals',
    madeOf: 'the purchases',
    async differences(owner) {
      return (await findTotalDifferences(owner)).map((one) => {
        const place = `institution ${one.institutionId}, ${one.fiscalYear}, ${one.scheme}, department ${one.departmentId}, month ${one.month}`;
        const counter = `counter ${one.counterKrw} won in ${one.counterRows} rows`;
        return `${place}: ${counter}, ledger ${one.ledgerKrw} won in ${one.ledgerRows} rows`;
      });
    },
    replace: replaceTotals,
  },
  {
    name: 'activity totals',
    madeOf: "the advisers' work",
    async differences(owner) {
      return (await findActivityDifferences(owner)).map((one) => {
        const place = `area ${one.areaId}, ${one.year}, team ${one.teamId}, adviser ${one.adviserId}, ${one.measure} ${one.kind}`;
        const counter = `counter ${one.keptAmount} in ${one.keptRows} rows`;
        return `${place}: ${counter}, recomputed ${one.amount} in ${one.rows} rows`;
      });
    },
    replace: replaceActivity,
  },
];

/**
 * Recomputes every kept sum from its rows and compares. Prints what differs and ends with 1 when anything does;
 * `--repair` then replaces the sums by the recomputed ones and ends with 0. 2 = could not look.
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
  for (const sums of KEPT) await lookAt(sums, owner);
} catch (failure) {
  process.stderr.write(`${failure instanceof Error ? failure.message : String(failure)}\n`);
  process.exitCode = 2;
} finally {
  await runner.release();
  await dataSource.destroy();
}

async function lookAt({ name, madeOf, differences, replace }: KeptSums, owner: OwnerSql): Promise<void> {
  const lines = await differences(owner);
  for (const line of lines) process.stdout.write(`${line}\n`);
  if (lines.length === 0) process.stdout.write(`${name}: all agree with ${madeOf}\n`);
  else if (process.argv.includes('--repair')) {
    await replace(owner);
    process.stdout.write(`${name}: ${lines.length} differed and were replaced\n`);
  } else {
    process.stdout.write(`${name}: ${lines.length} differ; --repair replaces them\n`);
    process.exitCode = 1;
  }
}
