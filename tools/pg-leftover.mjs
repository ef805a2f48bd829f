import { existsSync, readdirSync, readFileSync, readlinkSync, realpathSync, rmSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { Told } from './say.mjs';

const hasProc = existsSync('/proc/self/stat');

/** What a running server writes about itself into its data folder, or undefined when there is none. */
export function readLock(cluster) {
  const file = path.join(cluster, 'postmaster.pid');
  if (!existsSync(file)) return undefined;
  const lines = readFileSync(file, 'utf8').split('\n');
  return { pid: Number(lines[0]), port: Number(lines[3]), ready: lines[7]?.trim() === 'ready' };
}

function isZombie(pid) {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  return stat.slice(stat.lastIndexOf(')') + 2).startsWith('Z');
}

/**
 * The live processes that work in a data folder (a server process stands in its data folder as long as it lives).
 * Asking whether a pid exists would not do: it may be a zombie that nobody reaps, or by now belong to another program.
 */
export function processesIn(cluster) {
  const folder = realpathSync(cluster);
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => {
      try {
        return readlinkSync(`/proc/${pid}/cwd`) === folder && !isZombie(pid);
      } catch {
        return false;
      }
    });
}

export function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return !(hasProc && isZombie(pid));
  } catch (error) {
    return error.code === 'EPERM';
  }
}

/** Whether a server answers at this address and knows this password. */
export async function answers(url) {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 1000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.query('select 1');
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

/**
 * Looks after what an earlier run left in a data folder.
 * A live server is reported with its pid and port; a stale lock is removed, after which a start recovers by itself.
 * Without /proc the lock is left alone: PostgreSQL's own, more careful test then decides.
 */
export async function settleLeftover(cluster, urlFor, patienceMs = 15_000) {
  const until = performance.now() + patienceMs;
  while (performance.now() < until) {
    const lock = readLock(cluster);
    const inFolder = hasProc ? processesIn(cluster) : undefined;
    const alive = lock && (inFolder ? inFolder.includes(lock.pid) : isAlive(lock.pid));
    if (alive && lock.port && (await answers(urlFor(lock.port)))) return { pid: lock.pid, port: lock.port };
    if (!alive && !inFolder?.length) {
      if (lock && hasProc) rmSync(path.join(cluster, 'postmaster.pid'), { force: true });
      return undefined;
    }
    if (!alive && !lock && !hasProc) return undefined;
    // A server that is starting, recovering or going down: its processes need a moment.
    await pause(100);
  }
  throw new Told(
    `A PostgreSQL server still holds the data folder ${cluster} and does not answer ` +
      `(process ${readLock(cluster)?.pid ?? 'unknown'}). Please end that process and start again.`,
  );
}
