import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import pg from 'pg';

const TEMPLATE = 'ieum_template';

/** One migrated template a run; every test file works on a clone of it. Needs the built API (npm test builds first). */
export default async function globalSetup() {
  const maintenanceUrl = process.env.TEST_DATABASE_URL;
  if (!maintenanceUrl)
    throw new Error('TEST_DATABASE_URL is not set: run the tests through `npm test -- --only=api`.');
  const client = new pg.Client({ connectionString: maintenanceUrl });
  await client.connect();
  await client.query(`DROP DATABASE IF EXISTS ${TEMPLATE} WITH (FORCE)`);
  await client.query(`CREATE DATABASE ${TEMPLATE}`);
  await client.end();
  const url = new URL(maintenanceUrl);
  url.pathname = `/${TEMPLATE}`;
  const root = resolve(import.meta.dirname, '../../../..');
  const migrated = spawnSync(process.execPath, [resolve(root, 'dist/apps/api/migrate.js')], {
    env: { ...process.env, DATABASE_URL: url.href, IEUM_JWT_SECRET: 'x'.repeat(32) },
    encoding: 'utf8',
  });
  if (migrated.status !== 0)
    throw new Error(`the template database could not be migrated: ${migrated.stderr}`);
}
