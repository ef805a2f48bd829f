import { DataSource } from 'typeorm';
import { ENTITIES } from './entities';
import { MIGRATIONS } from './migrations/index';
import { APP_ROLE } from './migrations/migration-sql';
import { installTypeParsers } from './type-parsers';

/** So long anybody waits for a connection. */
export const PATIENCE_MS = 2_000;
/** Of pg, where none is given. */
const DEFAULT_POOL_SIZE = 10;

/** Time-outs that turn a stuck database into a quick 503 (quality.md): pg itself would wait for ever. */
const TIMEOUTS = {
  connectionTimeoutMillis: PATIENCE_MS,
  statement_timeout: 5_000,
  lock_timeout: 2_000,
  idle_in_transaction_session_timeout: 10_000,
};

/** THE options of the API's database: every connection acts as the application role. */
export function appDataSource(url: string, poolSize: number): DataSource {
  installTypeParsers();
  return new DataSource({
    type: 'postgres',
    url,
    entities: ENTITIES,
    synchronize: false,
    logging: false,
    extra: {
      ...TIMEOUTS,
      max: poolSize,
      options: `-c role=${APP_ROLE} -c timezone=Asia/Seoul`,
      application_name: 'ieum-api',
      pipeline: true,
    },
  });
}

/** The same database as its owner, for migrations and seeds; long statements are allowed here. */
export function ownerDataSource(url: string): DataSource {
  installTypeParsers();
  return new DataSource({
    type: 'postgres',
    url,
    entities: ENTITIES,
    migrations: MIGRATIONS,
    migrationsTableName: 'migrations',
    synchronize: false,
    logging: false,
    extra: {
      connectionTimeoutMillis: 2_000,
      max: 4,
      options: '-c timezone=Asia/Seoul',
      application_name: 'ieum-owner',
    },
  });
}

/** How many connections the pool of this data source may hold. */
export function poolSizeOf({ options }: DataSource): number {
  const extra: unknown = options.extra;
  const max: unknown = typeof extra === 'object' && extra !== null ? Reflect.get(extra, 'max') : undefined;
  return typeof max === 'number' ? max : DEFAULT_POOL_SIZE;
}
