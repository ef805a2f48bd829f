import { randomUUID } from 'node:crypto';
import { Client } from 'pg';

const SYSTEM_ID = '00000000-0000-0000-0000-000000000000';

export interface TestDatabase {
  readonly url: string;
  /** The owner's hand on the database: past row security, with the system as the actor. */
  sql<Row extends object = Record<string, unknown>>(
    text: string,
    values?: readonly unknown[],
  ): Promise<Row[]>;
  /** Nobody gets a new connection, or everybody again; those that are there stay. */
  letConnect(yes: boolean): Promise<void>;
  drop(): Promise<void>;
}

/** A fresh database, cloned from the migrated template. */
export async function cloneDatabase(): Promise<TestDatabase> {
  const maintenanceUrl = process.env['TEST_DATABASE_URL'] ?? '';
  const name = `ieum_test_${randomUUID().replaceAll('-', '')}`;
  await asMaintenance(maintenanceUrl, `CREATE DATABASE ${name} TEMPLATE ieum_template STRATEGY file_copy`);
  const url = new URL(maintenanceUrl);
  url.pathname = `/${name}`;
  const owner = new Client({
    connectionString: url.href,
    options: `-c ieum.actor_id=${SYSTEM_ID} -c ieum.sees_all=on -c timezone=Asia/Seoul`,
  });
  await owner.connect();
  return {
    url: url.href,
    async sql<Row extends object>(text: string, values: readonly unknown[] = []): Promise<Row[]> {
      return (await owner.query<Row>(text, [...values])).rows;
    },
    letConnect: (yes) => asMaintenance(maintenanceUrl, `ALTER DATABASE ${name} ALLOW_CONNECTIONS ${yes}`),
    async drop() {
      await owner.end();
      await asMaintenance(maintenanceUrl, `DROP DATABASE ${name} WITH (FORCE)`);
    },
  };
}

async function asMaintenance(url: string, statement: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
