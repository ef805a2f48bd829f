import { Client } from 'pg';

export const TEMPLATE = 'ieum_journeys_template';
const SYSTEM_ID = '00000000-0000-0000-0000-000000000000';

/** The address of one database on the server that the tests were given. @throws Error when they were given none */
export function databaseUrl(name: string): string {
  const given = process.env['TEST_DATABASE_URL'];
  if (!given) throw new Error('TEST_DATABASE_URL is not set: run `npm test -- --only=journeys`.');
  const url = new URL(given);
  url.pathname = `/${name}`;
  return url.href;
}

/** Runs statements on the maintenance database. */
export async function administer(...statements: string[]): Promise<void> {
  const client = new Client({ connectionString: process.env['TEST_DATABASE_URL'] });
  await client.connect();
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
}

/** Reads as the owner, past row security: to find an address or to compare, never to prepare what a person does. */
export async function ownerRows<Row extends object>(name: string, text: string): Promise<Row[]> {
  const client = new Client({
    connectionString: databaseUrl(name),
    options: `-c ieum.actor_id=${SYSTEM_ID} -c ieum.sees_all=on -c timezone=Asia/Seoul`,
  });
  await client.connect();
  try {
    return (await client.query<Row>(text)).rows;
  } finally {
    await client.end();
  }
}
