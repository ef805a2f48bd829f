import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { isAlive, processesIn } from './pg-leftover.mjs';

const MEMORY = '/dev/shm';
const PREFIX = 'ieum-test-';
/** Containers often give 64 MB there; the test databases need more. */
const ROOM_BYTES = 2 * 1024 ** 3;

function hasRoom() {
  if (process.platform !== 'linux' || !existsSync(MEMORY)) return false;
  const { bavail, bsize } = statfsSync(MEMORY);
  return bavail * bsize >= ROOM_BYTES;
}

/** Ends the servers, and removes the folders, of earlier runs that were killed before they could do so. */
function sweep(parent) {
  for (const name of readdirSync(parent)) {
    const owner = new RegExp(`^${PREFIX}(\\d+)-`).exec(name)?.[1];
    if (!owner || isAlive(Number(owner))) continue;
    const home = path.join(parent, name);
    try {
      const cluster = path.join(home, 'cluster');
      if (existsSync(cluster) && existsSync('/proc')) {
        for (const pid of processesIn(cluster)) process.kill(pid, 'SIGQUIT');
      }
      rmSync(home, { recursive: true, force: true });
    } catch {
      // It belongs to another user, or is going away by itself.
    }
  }
}

/** An empty folder for a throw-away cluster: in memory when there is room, else in the temporary folder. */
export function makeMemoryHome() {
  const parent = hasRoom() ? MEMORY : tmpdir();
  sweep(parent);
  const home = mkdtempSync(path.join(parent, `${PREFIX}${process.pid}-`));
  // mkdtemp makes it for us alone (0700); the database user has to get through.
  rmSync(home, { recursive: true });
  mkdirSync(home, { mode: 0o711 });
  return home;
}
