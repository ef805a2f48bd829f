import { configFromEnvironment } from './config/environment';
import { createApp } from './create-app';
import { untilJobsAreDone } from './demo/demo-jobs';
import { seedDemoData } from './demo/seed-demo-data';

/** Loads the demo data into an empty database, once; only with the demo flag. */
const config = configFromEnvironment();
if (!config.demo) {
  process.stderr.write('Demo data is loaded only with IEUM_DEMO=1, which npm start sets.\n');
  process.exit(1);
}
const app = await createApp({
  ...config,
  databaseUrl: config.migrationDatabaseUrl,
  webRoot: null,
  logLevel: 'silent',
  // The day's work is for the data that is there in the end.
  timetable: false,
});
await app.init();
try {
  const outcome = await seedDemoData(app, (line) => process.stdout.write(`demo: ${line}\n`));
  if (outcome === 'loaded') await untilJobsAreDone(app);
  if (outcome === 'other data') {
    process.stdout.write(
      'demo: this database already holds other data; nothing was loaded. After an interrupted first start, remove .data and start again.\n',
    );
  }
} finally {
  await app.close();
}
process.exit(0);
