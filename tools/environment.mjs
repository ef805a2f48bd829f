import pg from 'pg';
import { startPostgres } from './pg.mjs';
import { secretIn } from './secrets.mjs';
import { inTop } from './steps.mjs';

const DATABASE = 'ieum';
const LOGIN = 'ieum_login';
/** Made by the first migration: what the API may do, and nothing else. */
const APP_ROLE = 'ieum_app';

/** Runs one piece of work on a connection and closes it. */
async function withClient(url, work) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

async function createDatabaseWhenMissing(url) {
  await withClient(url, async (client) => {
    const found = await client.query('select 1 from pg_database where datname = $1', [DATABASE]);
    if (found.rowCount === 0) await client.query(`create database ${client.escapeIdentifier(DATABASE)}`);
  });
}

/**
 * The API's own login in the bundled database, a member of the application's role only. Called after the migrations.
 * @returns {Promise<string>} its address
 */
async function createLogin(ownerUrl) {
  const password = secretIn(inTop('.data/secrets/database-login'));
  await withClient(ownerUrl, async (client) => {
    const found = await client.query('select 1 from pg_roles where rolname = $1', [LOGIN]);
    if (found.rowCount === 0) await client.query(`create role ${LOGIN} login noinherit`);
    await client.query(`alter role ${LOGIN} password ${client.escapeLiteral(password)}`);
    await client.query(`grant ${APP_ROLE} to ${LOGIN}`);
  });
  const url = new URL(ownerUrl);
  url.username = LOGIN;
  url.password = password;
  return url.href;
}

/**
 * The database the commands work on: DATABASE_URL when it is set, else the bundled one under `.data/postgres`.
 * @returns {Promise<{env: Record<string, string>, described: string, login: () => Promise<string>, stop: () => Promise<void>}>}
 *   `env` is for the owner's programs; `login` gives, once the schema is there, the address for the API
 */
export async function openDatabase() {
  const given = process.env.DATABASE_URL;
  if (given) {
    const env = { DATABASE_URL: given, MIGRATION_DATABASE_URL: process.env.MIGRATION_DATABASE_URL || given };
    return {
      env,
      described: 'the database of DATABASE_URL',
      login: async () => given,
      stop: async () => undefined,
    };
  }
  const server = await startPostgres({
    dataDir: inTop('.data/postgres'),
    passwordFile: inTop('.data/secrets/postgres-password'),
  });
  await createDatabaseWhenMissing(server.url);
  const url = new URL(server.url);
  url.pathname = `/${DATABASE}`;
  return {
    env: { DATABASE_URL: url.href, MIGRATION_DATABASE_URL: url.href },
    described: `PostgreSQL on port ${server.port}, data in ${server.cluster}${server.reused ? ' (was still running)' : ''}`,
    login: () => createLogin(url.href),
    stop: server.stop,
  };
}

/** What the API is told besides its database; a value the person set always wins. */
export function apiEnvironment() {
  const { env } = process;
  return {
    PORT: env.PORT || '3000',
    HOST: env.HOST || '127.0.0.1',
    IEUM_DEMO: env.IEUM_DEMO ?? '1',
    IEUM_JWT_SECRET: env.IEUM_JWT_SECRET || secretIn(inTop('.data/secrets/jwt')),
    IEUM_WEB_ROOT: env.IEUM_WEB_ROOT || inTop('dist/apps/web'),
    IEUM_FILES_DIR: env.IEUM_FILES_DIR || inTop('.data/files'),
  };
}
