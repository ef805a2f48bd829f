import { configFromEnvironment } from './config/environment';
import { ownerDataSource } from './database/data-source';
import { migrate } from './database/migrate';

const dataSource = await ownerDataSource(configFromEnvironment().migrationDatabaseUrl).initialize();
try {
  for (const name of await migrate(dataSource)) process.stdout.write(`migrated: ${name}\n`);
} finally {
  await dataSource.destroy();
}
