import { Logger as QueueLogger, runMigrations } from 'graphile-worker';
import { Pool } from 'pg';
import { APP_ROLE } from '../database/migrations/migration-sql';

/** The one task of the queue: a queue entry names a row of jobs, and that row says what to do. */
export const QUEUE_TASK = 'ieum_job';
/** Crashes and shut-downs count as well, so more than the two or three a failing job needs. */
export const MAX_ATTEMPTS = 5;
/** LISTEN, the sign of life, and one connection for each of the two jobs that may run at a time. */
const POOL_SIZE = 4;
/** Nobody waits for an answer here: a busy machine gets its time, and connections are kept through pauses. */
const CONNECTION_TIMEOUT_MILLISECONDS = 20_000;

/** Only what is wrong is worth a line; payloads never are. */
export const queueLogger = new QueueLogger(() => (level, message) => {
  if (level === 'error')
    process.stderr.write(`${JSON.stringify({ level, message: `job queue: ${message}` })}\n`);
});

/** The queue's own connections, as the application role, apart from those that serve requests. */
export function openQueuePool(databaseUrl: string): Pool {
  const pool = new Pool({
    connectionString: databaseUrl,
    max: POOL_SIZE,
    connectionTimeoutMillis: CONNECTION_TIMEOUT_MILLISECONDS,
    idleTimeoutMillis: 0,
    options: `-c role=${APP_ROLE}`,
    application_name: 'ieum-jobs',
  });
  return outliving(pool);
}

/** A lost connection shows in the next statement; without a listener it would end the process. */
function outliving(pool: Pool): Pool {
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  return pool;
}

/**
 * Installs or upgrades the queue's tables, as their owner, and lets the application role work in them: they have row
 * security without a policy, which shuts out everybody but the owner. They hold no more than the ids of rows of jobs.
 */
export async function installJobQueue(ownerUrl: string): Promise<void> {
  const pool = outliving(new Pool({ connectionString: ownerUrl, max: 2, application_name: 'ieum-owner' }));
  try {
    await runMigrations({ pgPool: pool, logger: queueLogger });
    await pool.query(`
      GRANT USAGE ON SCHEMA graphile_worker TO ${APP_ROLE};
      GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA graphile_worker TO ${APP_ROLE};
      GRANT USAGE ON ALL SEQUENCES IN SCHEMA graphile_worker TO ${APP_ROLE};
      DO $$ DECLARE name text; BEGIN
        FOR name IN SELECT c.relname FROM pg_class c
          WHERE c.relnamespace = 'graphile_worker'::regnamespace AND c.relkind = 'r' AND c.relrowsecurity
            AND NOT EXISTS (SELECT FROM pg_policy p WHERE p.polrelid = c.oid AND p.polname = 'rls_queue_application')
        LOOP
          EXECUTE format('CREATE POLICY rls_queue_application ON graphile_worker.%I TO ${APP_ROLE} USING (true) WITH CHECK (true)', name);
        END LOOP;
      END $$;`);
  } finally {
    await pool.end();
  }
}
