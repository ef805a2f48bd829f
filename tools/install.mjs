import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { say, seconds, Told } from './say.mjs';

const STAMP = '.ieum-installed';
const TICK_MS = 10_000;

const readJson = (file) => JSON.parse(readFileSync(file, 'utf8'));

function wantedStamp(top) {
  const lock = readFileSync(path.join(top, 'package-lock.json'));
  return `${createHash('sha256').update(lock).digest('hex')} ${process.platform}-${process.arch}`;
}

function readStamp(file) {
  return existsSync(file) ? readFileSync(file, 'utf8').trim() : undefined;
}

/**
 * Whether node_modules already holds what the lock file asks for, e.g. after a developer's own `npm install`:
 * npm keeps its own list there, written only when an installation came to its end.
 */
function matchesLock(top) {
  const list = path.join(top, 'node_modules', '.package-lock.json');
  if (!existsSync(list)) return false;
  const installed = readJson(list).packages;
  return Object.entries(readJson(path.join(top, 'package-lock.json')).packages).every(
    ([where, entry]) =>
      where === '' ||
      (installed[where] ? installed[where].version === entry.version : Boolean(entry.optional)),
  );
}

/** npm as a command: the very npm that started us when there is one. */
function npmCommand(args) {
  const cli = process.env.npm_execpath;
  if (cli && /npm-cli\.[cm]?js$/.test(cli))
    return { command: process.execPath, args: [cli, ...args], shell: false };
  return { command: 'npm', args, shell: process.platform === 'win32' };
}

function runNpm(top) {
  // Development packages too, whatever NODE_ENV says: building needs them.
  const { command, args, shell } = npmCommand(['ci', '--include=dev', '--include=optional']);
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: top, stdio: 'inherit', shell });
    const start = performance.now();
    const tick = setInterval(() => say(`  … still installing (${seconds(start)})`), TICK_MS);
    const stop = (signal) => child.kill(signal);
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, stop);
    child.on('error', reject);
    child.on('exit', (code, signal) => {
      clearInterval(tick);
      for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.off(name, stop);
      if (signal) process.exit(130);
      resolve(code);
    });
  });
}

/** Installs the packages of package-lock.json unless node_modules already holds exactly these. */
export async function installWhenNeeded(top) {
  const stampFile = path.join(top, 'node_modules', STAMP);
  const wanted = wantedStamp(top);
  if (readStamp(stampFile) === wanted) return;
  if (!matchesLock(top)) {
    say('Installing packages with npm ci (about half a minute, once) …');
    const start = performance.now();
    const code = await runNpm(top);
    if (code !== 0) {
      throw new Told(
        `npm ci ended with code ${code}, so nothing was started. Its message is above; ` +
          'most often the network or the npm registry is out of reach. The same command again goes on from here.',
      );
    }
    say(`Packages installed (${seconds(start)}).`);
  }
  writeFileSync(stampFile, `${wanted}\n`);
}
