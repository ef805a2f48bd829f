import { rmSync } from 'node:fs';
import { administer, TEMPLATE } from './database';
import { runProgram } from './api-process';
import { SCREENSHOTS } from './screenshots';

/** One migrated database with the demo data a run; every worker browses a copy of it. */
export default async function globalSetup(): Promise<() => Promise<void>> {
  rmSync(SCREENSHOTS, { recursive: true, force: true });
  const drop = `DROP DATABASE IF EXISTS ${TEMPLATE} WITH (FORCE)`;
  await administer(drop, `CREATE DATABASE ${TEMPLATE}`);
  runProgram('migrate', TEMPLATE);
  runProgram('seed-demo', TEMPLATE);
  return () => administer(drop);
}
