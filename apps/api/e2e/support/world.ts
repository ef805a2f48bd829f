import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Clock } from '../../src/common/clock';
import { readConfig } from '../../src/config/config';
import { hashPassword } from '../../src/auth/passwords';
import { createApp } from '../../src/create-app';
import { ApiClient } from './api-client';
import { cloneDatabase, type TestDatabase } from './database';
import { Given, TEST_PASSWORD } from './given';

export interface World {
  readonly app: NestFastifyApplication;
  readonly database: TestDatabase;
  readonly given: Given;
  /** Logs in over HTTP; expects 200. */
  loginAs(email: string): Promise<ApiClient>;
  readonly anonymous: ApiClient;
  /** Sets the day that the application takes for today (noon in Korea). */
  setToday(day: string): void;
  end(): Promise<void>;
}

const FILES = join(tmpdir(), 'ieum-test-files');
let passwordHash: Promise<string> | undefined;

export interface WorldOptions {
  /** settings beside the usual ones */
  readonly environment?: Readonly<Record<string, string>>;
  /** a second process on the database of another world, which ends first */
  readonly beside?: World;
  /** the zone that sessions of the database have when they ask for none */
  readonly databaseTimeZone?: string;
}

/** The application on a database of its own. End it in afterAll. */
export async function createWorld({
  environment = {},
  beside,
  databaseTimeZone,
}: WorldOptions = {}): Promise<World> {
  const database = beside?.database ?? (await cloneDatabase());
  if (databaseTimeZone !== undefined) await setTimeZone(database, databaseTimeZone);
  const app = await createApp(
    readConfig({
      DATABASE_URL: database.url,
      IEUM_JWT_SECRET: 'a secret that only the tests know, long enough',
      IEUM_LOG_LEVEL: 'silent',
      // Tests say themselves when the clock has struck.
      IEUM_TIMETABLE: '0',
      IEUM_FILES_DIR: join(FILES, String(process.pid)),
      IEUM_AUDIT_HEAD_FILE: join(FILES, String(process.pid), `heads${new URL(database.url).pathname}.jsonl`),
      ...environment,
    }),
  );
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  passwordHash ??= hashPassword(TEST_PASSWORD);
  const given = new Given(database, await passwordHash);
  const nobody = { id: '', institutionId: '', departmentId: '' };
  const anonymous = new ApiClient(app, null, nobody);
  return {
    app,
    database,
    given,
    anonymous,
    async loginAs(email) {
      const answer = await anonymous.post('/auth/login', { email, password: TEST_PASSWORD }, { expect: 200 });
      const { accessToken, user } = answer.body;
      return new ApiClient(app, String(accessToken), {
        id: String(user?.['id']),
        institutionId: String(user?.['institutionId']),
        departmentId: String(user?.['departmentId']),
      });
    },
    setToday(day) {
      app.get(Clock).now = () => new Date(`${day}T12:00:00+09:00`);
    },
    async end() {
      await app.close();
      if (beside === undefined) await database.drop();
    },
  };
}

async function setTimeZone(database: TestDatabase, zone: string): Promise<void> {
  const name = new URL(database.url).pathname.slice(1);
  await database.sql(`ALTER DATABASE ${name} SET timezone = '${zone}'`);
}
