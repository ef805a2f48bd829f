import { spawnSync } from 'node:child_process';
import path from 'node:path';
import pg from 'pg';

const top = path.resolve(import.meta.dirname, '../..');

/** The built API; `npm run bench` builds it first. */
export const API = path.resolve(top, process.env.BENCH_API ?? 'dist/apps/api');
export const SECRET = 'a secret that only the benches know, long enough';

const SYSTEM = '00000000-0000-0000-0000-000000000000';

/** Address of one database of the bench server. */
export function urlOf(database) {
  const url = new URL(process.env.BENCH_DATABASE_URL ?? '');
  url.pathname = `/${database}`;
  return url.href;
}

/** The owner's hand on a database: past row security, as the system. End it. */
export async function ownerOf(database) {
  const client = new pg.Client({
    connectionString: urlOf(database),
    options: `-c ieum.actor_id=${SYSTEM} -c ieum.sees_all=on -c timezone=Asia/Seoul`,
  });
  client.on('error', () => undefined);
  await client.connect();
  pg.types.setTypeParser(20, Number);
  return client;
}

export async function exists(database) {
  const owner = await ownerOf('postgres');
  const found = await owner.query('SELECT FROM pg_database WHERE datname = $1', [database]);
  await owner.end();
  return found.rowCount === 1;
}

/**
 * A database with the schema and nothing in it; what was there before is dropped.
 * @param options of CREATE DATABASE
 */
export async function freshDatabase(database, options = '') {
  const owner = await ownerOf('postgres');
  await owner.query(`DROP DATABASE IF EXISTS ${database} WITH (FORCE)`);
  await owner.query(`CREATE DATABASE ${database} ${options}`);
  await owner.end();
  program('migrate', database);
}

export async function dropDatabase(database) {
  const owner = await ownerOf('postgres');
  await owner.query(`DROP DATABASE IF EXISTS ${database} WITH (FORCE)`);
  await owner.end();
}

/**
 * Runs one of the API's programs on a database.
 * @returns its output; throws it when the program failed
 */
export function program(name, database, ...args) {
  const env = { ...process.env, DATABASE_URL: urlOf(database), IEUM_JWT_SECRET: SECRET };
  const ran = spawnSync(process.execPath, [path.join(API, `${name}.js`), ...args], { env, encoding: 'utf8' });
  if (ran.status !== 0) throw new Error(`${name}: ${ran.stdout}${ran.stderr}`);
  return ran.stdout.trim();
}
