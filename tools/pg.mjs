/**
 * The bundled PostgreSQL: `startPostgres()` for our own commands, and on the command line
 * `node tools/pg.mjs [--data <folder>] [--memory] [--port <n>]`, which prints the address and stays until Ctrl-C.
 */
import { spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  closeSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import net from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { databaseUser, findPostgres, handOver, OUTSIDE, reachable } from './pg-binaries.mjs';
import { isAlive, readLock, settleLeftover } from './pg-leftover.mjs';
import { makeMemoryHome } from './pg-memory.mjs';
import { say, tell, Told } from './say.mjs';
import { secretIn } from './secrets.mjs';

const top = path.resolve(import.meta.dirname, '..');
const START_PATIENCE_MS = 60_000;
const STOP_PATIENCE_MS = 15_000;
const SETTINGS = [
  'listen_addresses=127.0.0.1',
  'unix_socket_directories=',
  'timezone=UTC',
  'log_timezone=UTC',
];
/** For data that may be lost: nothing waits for a disk. */
const MEMORY_SETTINGS = [
  'fsync=off',
  'synchronous_commit=off',
  'full_page_writes=off',
  'max_connections=200',
];

const urlWith = (password) => (port) => `postgres://postgres:${password}@127.0.0.1:${port}/postgres`;

/** A port that was free a moment ago: the wanted one if it is, else any. */
function freePort(wanted = 0) {
  return new Promise((resolve, reject) => {
    const server = net.createServer();
    server.on('error', (error) => (wanted ? resolve(freePort()) : reject(error)));
    server.listen(wanted, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

/** Notes kept beside the data: where the cluster lies and which process looks after it. */
function readNotes(home) {
  const file = path.join(home, 'state.json');
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
}

function writeNotes(home, notes) {
  writeFileSync(path.join(home, 'state.json'), `${JSON.stringify(notes, null, 2)}\n`);
}

/** The folder of the cluster: inside `home`, or outside the checkout when its user cannot get there. */
function placeCluster(home) {
  const noted = readNotes(home).cluster;
  if (noted && existsSync(noted)) return noted;
  const inside = path.join(home, 'cluster');
  const user = databaseUser(inside);
  if (existsSync(inside) || reachable(home, user, '-x')) return inside;
  const outside = path.join(OUTSIDE, `data-${randomBytes(4).toString('hex')}`);
  mkdirSync(OUTSIDE, { recursive: true, mode: 0o755 });
  return outside;
}

function checkVersion(cluster, binaries) {
  const made = readFileSync(path.join(cluster, 'PG_VERSION'), 'utf8').trim();
  if (made !== binaries.major) {
    throw new Told(
      `The data folder ${cluster} was made by PostgreSQL ${made}, but this version of Ieum brings PostgreSQL ` +
        `${binaries.major}. Move the folder away to begin afresh, or carry the data over as docs/operations.md says under "Upgrade".`,
    );
  }
}

/** Makes a cluster under another name and renames it at the end, so that an interrupted start leaves no half one. */
function createCluster({ cluster, binaries, user, password, memory }) {
  const half = `${cluster}.new`;
  rmSync(half, { recursive: true, force: true });
  mkdirSync(half, { recursive: true, mode: 0o700 });
  handOver(half, user);
  const passing = mkdtempSync(path.join(tmpdir(), 'ieum-pw-'));
  const passwordFile = path.join(passing, 'password');
  try {
    writeFileSync(passwordFile, password, { mode: 0o600 });
    handOver(passing, user);
    handOver(passwordFile, user);
    const locale = ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
    const access = ['--username=postgres', '--auth=scram-sha-256', `--pwfile=${passwordFile}`];
    const made = spawnSync(
      binaries.initdb,
      ['-D', half, '--no-instructions', ...(memory ? ['--no-sync'] : []), ...locale, ...access],
      {
        ...user,
        cwd: half,
        encoding: 'utf8',
        env: { ...process.env, LC_ALL: 'C' },
      },
    );
    if (made.error || made.status !== 0) {
      throw new Told(
        `PostgreSQL could not make its data folder ${cluster}: ${made.error?.message ?? made.stderr.trim()}`,
      );
    }
  } finally {
    rmSync(passing, { recursive: true, force: true });
  }
  renameSync(half, cluster);
}

function lastLines(logFile) {
  return readFileSync(logFile, 'utf8').trim().split('\n').slice(-5).join('\n  ');
}

/** Starts the server on a port and waits until its lock file says "ready"; undefined when the port was taken meanwhile. */
async function launch({ cluster, binaries, user, port, settings, logFile }) {
  const log = openSync(logFile, 'a');
  const args = ['-D', cluster, '-p', String(port), ...settings.flatMap((setting) => ['-c', setting])];
  // Its own process group: a Ctrl-C at the terminal is for us, and we stop the server when nobody needs it any more.
  const child = spawn(binaries.postgres, args, {
    ...user,
    cwd: cluster,
    detached: true,
    stdio: ['ignore', log, log],
    env: { ...process.env, LC_ALL: 'C' },
  });
  closeSync(log);
  let ended;
  const exit = new Promise((resolve) => {
    child.on('error', (error) => resolve((ended = error.message)));
    child.on('exit', (code, signal) => resolve((ended = `ended with ${signal ?? code}`)));
  });
  const until = performance.now() + START_PATIENCE_MS;
  while (ended === undefined && performance.now() < until) {
    const lock = readLock(cluster);
    if (lock?.pid === child.pid && lock.ready) {
      child.unref();
      return { pid: child.pid, port: lock.port, exit };
    }
    await pause(20);
  }
  child.kill('SIGQUIT');
  if (/could not bind|Address already in use/.test(lastLines(logFile))) return undefined;
  throw new Told(
    `PostgreSQL did not start (${ended ?? 'no answer'}). The end of ${logFile}:\n  ${lastLines(logFile)}`,
  );
}

async function launchOnSomePort(options, wanted) {
  for (let attempt = 0; attempt < 5; attempt += 1) {
    const server = await launch({ ...options, port: await freePort(attempt === 0 ? wanted : 0) });
    if (server) return server;
  }
  throw new Told('PostgreSQL found no free port on 127.0.0.1.');
}

async function stopServer({ cluster, pid, binaries, hard }) {
  const gone = () => !isAlive(pid);
  if (process.platform === 'win32') {
    spawnSync(binaries.pgCtl, ['stop', '-D', cluster, '-m', hard ? 'immediate' : 'fast', '-w']);
    return;
  }
  for (const signal of hard ? ['SIGQUIT', 'SIGKILL'] : ['SIGINT', 'SIGQUIT', 'SIGKILL']) {
    try {
      process.kill(pid, signal);
    } catch {
      return;
    }
    const until = performance.now() + STOP_PATIENCE_MS;
    while (!gone() && performance.now() < until) await pause(20);
    if (gone()) return;
  }
}

/**
 * Starts the bundled PostgreSQL, or takes over the live server that an earlier run left in the same folder.
 *
 * @param {object} options
 * @param {string} [options.dataDir] folder that keeps cluster, log and notes (default `.data/postgres`); not for memory
 * @param {string} [options.passwordFile] where the generated password is kept (default inside `dataDir`)
 * @param {number} [options.port] wanted port; another free one is taken when it is not free
 * @param {string[]} [options.settings] further `name=value` of postgresql.conf
 * @param {boolean} [options.memory] a throw-away server, in memory where the system has room, without fsync
 * @returns {Promise<{url: string, port: number, cluster: string, reused: boolean, stop: () => Promise<void>}>}
 *   `url` is the superuser's address of the maintenance database; `stop` leaves a server alone that another run looks after
 * @throws {Told} one sentence when it cannot be done
 */
export async function startPostgres({ dataDir, passwordFile, port, settings = [], memory = false } = {}) {
  const home = memory ? makeMemoryHome() : path.resolve(dataDir ?? path.join(top, '.data/postgres'));
  mkdirSync(home, { recursive: true });
  const cluster = placeCluster(home);
  const user = databaseUser(cluster);
  const binaries = findPostgres(user);
  const password = memory
    ? randomBytes(18).toString('hex')
    : secretIn(passwordFile ?? path.join(home, 'password'));
  const urlFor = urlWith(password);
  const logFile = path.join(home, 'postgres.log');

  let server;
  let borrowed = false;
  if (existsSync(cluster)) {
    checkVersion(cluster, binaries);
    server = await settleLeftover(cluster, urlFor);
    const owner = readNotes(home).owner;
    borrowed = Boolean(server && owner && owner !== process.pid && isAlive(owner));
  } else {
    createCluster({ cluster, binaries, user, password, memory });
    if (!cluster.startsWith(home))
      say(`The database files are kept in ${cluster}, because its user cannot enter ${home}.`);
  }
  const reused = server !== undefined;
  server ??= await launchOnSomePort(
    {
      cluster,
      binaries,
      user,
      logFile,
      settings: [...SETTINGS, ...(memory ? MEMORY_SETTINGS : []), ...settings],
    },
    port ?? readNotes(home).port,
  );
  if (!borrowed) writeNotes(home, { cluster, port: server.port, owner: process.pid });

  let stopping;
  const stop = async () => {
    if (borrowed) return;
    await stopServer({ cluster, pid: server.pid, binaries, hard: memory });
    if (memory) rmSync(home, { recursive: true, force: true });
  };
  return { url: urlFor(server.port), port: server.port, cluster, reused, stop: () => (stopping ??= stop()) };
}

async function commandLine() {
  const value = (name) =>
    process.argv.includes(name) ? process.argv[process.argv.indexOf(name) + 1] : undefined;
  const server = await startPostgres({
    dataDir: value('--data'),
    port: value('--port') && Number(value('--port')),
    memory: process.argv.includes('--memory'),
  });
  say(server.url);
  await new Promise((resolve) => {
    const stay = setInterval(() => undefined, 60_000);
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
      process.once(signal, () => {
        clearInterval(stay);
        resolve();
      });
    }
  });
  await server.stop();
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await tell(commandLine);
