import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { API, SECRET, urlOf } from './databases.mjs';

const PATIENCE_MS = 30_000;

/** Whatever was started ends with us, also when a bench fails. */
const children = new Set();
process.on('exit', () => children.forEach((child) => child.kill('SIGKILL')));
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(1));

/** The API on a database of the bench server. `recorder` is a module that is loaded before it. */
export async function startApi(database, { port = 0, recorder, nodeOptions = [], env = {} } = {}) {
  const files = mkdtempSync(path.join(tmpdir(), 'ieum-bench-'));
  const args = [
    ...nodeOptions,
    ...(recorder === undefined ? [] : ['--import', recorder]),
    path.join(API, 'main.js'),
  ];
  const server = await start(args, {
    DATABASE_URL: urlOf(database),
    PORT: String(port),
    IEUM_JWT_SECRET: SECRET,
    IEUM_FILES_DIR: files,
    IEUM_LOG_LEVEL: 'silent',
    // The day's work must not fall into what is measured.
    IEUM_TIMETABLE: '0',
    NODE_ENV: 'production',
    ...env,
  });
  const cleanUp = () => rmSync(files, { recursive: true, force: true });
  return { ...server, kill: () => server.kill().then(cleanUp), stop: () => server.stop().then(cleanUp) };
}

/** The handlers that the API is compared with: Fastify and pg, and nothing else. */
export function startBareServer(database, env = {}) {
  return start([path.join(import.meta.dirname, 'bare-server.mjs')], {
    DATABASE_URL: urlOf(database),
    NODE_ENV: 'production',
    ...env,
  });
}

async function start(args, env) {
  const child = spawn(process.execPath, args, {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  children.add(child);
  const ended = new Promise((resolve) => child.once('exit', resolve)).then(() => children.delete(child));
  const url = await addressOf(child);
  const end = async (signal) => {
    child.kill(signal);
    await ended;
  };
  return {
    url,
    port: Number(new URL(url).port),
    residentMegabytes: () => residentMegabytes(child.pid),
    kill: () => end('SIGKILL'),
    stop: () => end('SIGTERM'),
  };
}

/** Both kinds of server print {"url": …} once they listen. */
function addressOf(child) {
  return new Promise((resolve, reject) => {
    const patience = setTimeout(() => reject(new Error('the server did not start')), PATIENCE_MS);
    child.once('exit', (code) => reject(new Error(`the server ended with ${code}`)));
    let output = '';
    child.stdout.setEncoding('utf8').on('data', (text) => {
      output += text;
      const found = /"url":"([^"]+)"/.exec(output)?.[1];
      if (found === undefined) return;
      clearTimeout(patience);
      resolve(found);
    });
  });
}

/** Memory of a process by /proc; 0 where there is none. */
function residentMegabytes(pid) {
  try {
    return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
}
