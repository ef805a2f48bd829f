/** `npm run dev`: rebuilds and restarts the API on a change, serves the web with hot reloading on port 5173. */
import { spawn } from 'node:child_process';
import { apiEnvironment, openDatabase } from './environment.mjs';
import { say, tell } from './say.mjs';
import { inTop, nxRun, step, Stopped, stopSignal } from './steps.mjs';

const VITE = inTop('node_modules/vite/bin/vite.js');

function keepRunning(args, env) {
  const child = spawn(process.execPath, args, {
    cwd: inTop(),
    env: { ...process.env, ...env },
    stdio: 'inherit',
  });
  return { child, exit: new Promise((resolve) => child.on('exit', resolve)) };
}

await tell(async () => {
  const signal = stopSignal();
  let database;
  const running = [];
  try {
    await step('Built web and API', nxRun('build'), { signal });
    database = await openDatabase();
    const env = { ...apiEnvironment(), ...database.env };
    await step('Migrated the schema', [inTop('dist/apps/api/migrate.js')], { env, signal });
    await step('Demo data is there', [inTop('dist/apps/api/seed-demo.js')], { env, signal });
    const apiEnv = { ...env, DATABASE_URL: await database.login() };
    running.push(keepRunning([VITE, 'build', '--watch', '-c', 'apps/api/vite.config.ts'], env));
    running.push(
      keepRunning([`--watch-path=${inTop('dist/apps/api')}`, inTop('dist/apps/api/main.js')], apiEnv),
    );
    running.push(keepRunning([VITE, '-c', 'apps/web/vite.config.ts'], env));
    say('Open the address that Vite prints; the API listens behind it. Ctrl-C stops everything.');
    await new Promise((resolve) => signal.addEventListener('abort', resolve, { once: true }));
  } catch (error) {
    if (!(error instanceof Stopped)) throw error;
  } finally {
    for (const { child } of running) child.kill('SIGTERM');
    await Promise.all(running.map(({ exit }) => exit));
    await database?.stop();
  }
});
