import { configFromEnvironment } from './config/environment';
import { ownerDataSource } from './database/data-source';
import { migrate } from './database/migrate';
import { installJobQueue } from './jobs/job-queue';

const url = configFromEnvironment().migrationDatabaseUrl;
const dataSource = await ownerDataSource(url).initialize();
try {
  for (const name of await migrate(dataSource)) process.stdout.write(`migrated: ${name}\n`);
  await installJobQueue(url);
} finally {
  await dataSource.destroy();
}
