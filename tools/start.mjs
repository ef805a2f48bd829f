/** `npm start`: build, database, migrations, demo data, and one server for web and API. */
import { spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import net from 'node:net';
import { pathToFileURL } from 'node:url';
import { setTimeout as pause } from 'node:timers/promises';
import { apiEnvironment, openDatabase } from './environment.mjs';
import { say, seconds, tell, Told } from './say.mjs';
import { inTop, nxRun, step, Stopped, stopSignal } from './steps.mjs';

const READY_PATIENCE_MS = 60_000;
const STOP_PATIENCE_MS = 12_000;
const LOG = inTop('.data/api.log');

/** @throws {Told} one sentence that names PORT when the address cannot be had */
export function checkPort(port, host) {
  return new Promise((resolve, reject) => {
    const server = net.createServer();
    server.on('error', (error) => {
      const why =
        error.code === 'EADDRINUSE' ? 'is in use by another program' : `cannot be opened (${error.code})`;
      reject(
        new Told(
          `Port ${port} ${why}. Choose another with PORT, for example: PORT=${Number(port) + 100} npm start`,
        ),
      );
    });
    server.listen(Number(port), host, () => server.close(resolve));
  });
}

function startApi(env) {
  const log = openSync(LOG, 'w', 0o600);
  const preload = pathToFileURL(inTop('tools/end-with-parent.mjs')).href;
  const child = spawn(
    process.execPath,
    ['--enable-source-maps', '--import', preload, inTop('dist/apps/api/main.js')],
    {
      cwd: inTop(),
      env: { ...process.env, ...env },
      // Its own process group: a Ctrl-C reaches us, and we stop it before the database.
      detached: process.platform !== 'win32',
      stdio: ['ignore', log, log],
    },
  );
  closeSync(log);
  const exit = new Promise((resolve) => {
    child.on('error', (error) => resolve(error.message));
    child.on('exit', (code, signal) => resolve(`code ${code ?? signal}`));
  });
  const stop = async () => {
    child.kill('SIGTERM');
    const tooLong = setTimeout(() => child.kill('SIGKILL'), STOP_PATIENCE_MS);
    await exit;
    clearTimeout(tooLong);
  };
  return { exit, stop };
}

async function ask(url) {
  try {
    return await fetch(url, { signal: AbortSignal.timeout(5000) });
  } catch {
    return undefined;
  }
}

const logEnd = () => readFileSync(LOG, 'utf8').trim().split('\n').slice(-8).join('\n');

async function untilReady(api, base, signal) {
  let ended;
  void api.exit.then((how) => (ended = how));
  const until = performance.now() + READY_PATIENCE_MS;
  while (performance.now() < until) {
    if (signal.aborted) throw new Stopped();
    if (ended)
      throw new Told(
        `The server ended while starting (${ended}). The end of its log, .data/api.log:\n\n${logEnd()}`,
      );
    if ((await ask(`${base}/api/health/ready`))?.ok) return;
    await pause(100);
  }
  throw new Told(`The server is not ready after a minute. The end of its log, .data/api.log:\n\n${logEnd()}`);
}

async function printAccounts(base) {
  const answer = await ask(`${base}/api/v1/auth/demo-accounts`);
  const accounts = answer?.ok ? ((await answer.json()).items ?? []) : [];
  if (accounts.length === 0) return;
  const width = (key) => Math.max(...accounts.map((account) => String(account[key] ?? '').length));
  const [email, password, role] = ['email', 'password', 'role'].map(width);
  say('  Demo accounts:');
  for (const account of accounts) {
    const columns = [
      account.email.padEnd(email),
      account.password.padEnd(password),
      account.role.padEnd(role),
    ];
    say(
      `    ${columns.join('  ')}  ${account.name}${account.organisation ? `, ${account.organisation}` : ''}`,
    );
  }
  say('');
}

async function serve(signal, cleanUp) {
  const begin = performance.now();
  const env = apiEnvironment();
  await checkPort(env.PORT, env.HOST);
  mkdirSync(inTop('.data/files'), { recursive: true });
  say('Ieum is starting.');
  await step('Built web and API', nxRun('build'), { signal });

  const databaseStart = performance.now();
  const database = await openDatabase();
  cleanUp.push(database.stop);
  say(`  Database: ${database.described} (${seconds(databaseStart)})`);
  const withDatabase = { ...env, ...database.env };
  await step('Migrated the schema', [inTop('dist/apps/api/migrate.js')], { env: withDatabase, signal });
  if (env.IEUM_DEMO === '1') {
    await step('Demo data is there', [inTop('dist/apps/api/seed-demo.js')], { env: withDatabase, signal });
  }

  const api = startApi({ ...withDatabase, DATABASE_URL: await database.login() });
  cleanUp.push(api.stop);
  const base = `http://${['127.0.0.1', '0.0.0.0', '::'].includes(env.HOST) ? 'localhost' : env.HOST}:${env.PORT}`;
  await untilReady(api, base, signal);
  say(`\n  Ieum is ready (${seconds(begin)}):  ${base}\n`);
  await printAccounts(base);
  say('  Ctrl-C stops it. Log: .data/api.log');

  const stopAsked = new Promise((resolve) =>
    signal.addEventListener('abort', () => resolve(undefined), { once: true }),
  );
  const ended = signal.aborted ? undefined : await Promise.race([api.exit, stopAsked]);
  if (ended)
    throw new Told(
      `The server ended by itself (${ended}). The end of its log, .data/api.log:\n\n${logEnd()}`,
    );
}

async function main() {
  const signal = stopSignal();
  const cleanUp = [];
  try {
    await serve(signal, cleanUp);
  } catch (error) {
    if (!(error instanceof Stopped)) throw error;
  } finally {
    for (const stop of cleanUp.reverse()) await stop();
    if (signal.aborted) say('\nStopped.');
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await tell(main);
  process.exit();
}
