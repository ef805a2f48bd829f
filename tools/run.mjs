/**
 * The one door for every npm script: `node tools/run.mjs <command> [arguments]`.
 *
 * Runs on any Node >= 20 and imports nothing that npm has to install first. It installs what is missing, puts the
 * Node this project is pinned to first on PATH, runs `tools/<command>.mjs` with it, and ends with its exit code.
 */
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { installWhenNeeded } from './install.mjs';
import { pinnedNode } from './pinned-node.mjs';
import { tell, Told } from './say.mjs';

const top = path.resolve(import.meta.dirname ?? path.dirname(new URL(import.meta.url).pathname), '..');
const COMMANDS = {
  start: 'start.mjs',
  test: 'test.mjs',
  dev: 'dev.mjs',
  build: 'build.mjs',
  contract: 'contract.mjs',
  bench: 'bench.mjs',
  'recompute-achievements': 'with-database.mjs',
  'verify-audit': 'with-database.mjs',
  'load-item-categories': 'with-database.mjs',
};
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'];
const WATCH_EVERY_MS = 500;
const PATIENCE_MS = 20_000;

/**
 * Who must be alive for us to go on. npm runs scripts through `sh`, which passes no signal on: when npm is killed we
 * would stay behind as an orphan. A changed parent (or a changed parent of that `sh`) is the only sign there is.
 */
function ancestors() {
  const chain = [process.ppid];
  try {
    const command = readFileSync(`/proc/${process.ppid}/comm`, 'utf8').trim();
    if (/^(sh|dash|bash|ash|busybox)$/.test(command)) {
      const stat = readFileSync(`/proc/${process.ppid}/stat`, 'utf8');
      chain.push(Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]));
    }
  } catch {
    // No /proc on this system: the direct parent is all we can watch.
  }
  return chain.join('>');
}

function supervise(child) {
  return new Promise((resolve, reject) => {
    let killTimer;
    const passOn = (signal) => {
      child.kill(signal);
      killTimer ??= setTimeout(() => child.kill('SIGKILL'), PATIENCE_MS);
    };
    for (const signal of SIGNALS) process.on(signal, () => passOn(signal));

    const parents = ancestors();
    const watch = setInterval(() => {
      if (process.env.npm_lifecycle_event && ancestors() !== parents) {
        clearInterval(watch);
        passOn('SIGTERM');
      }
    }, WATCH_EVERY_MS);

    child.on('error', reject);
    child.on('exit', (code, signal) => {
      clearInterval(watch);
      clearTimeout(killTimer);
      resolve(code ?? (signal === 'SIGINT' ? 130 : 143));
    });
  });
}

async function main() {
  const [command, ...rest] = process.argv.slice(2);
  const script = COMMANDS[command];
  if (!script) {
    throw new Told(
      `Unknown command "${command ?? ''}". Known commands: ${Object.keys(COMMANDS).join(', ')}.`,
    );
  }
  const major = Number(process.versions.node.split('.')[0]);
  if (major < 20)
    throw new Told(`Ieum needs Node 20 or newer to begin with; this is Node ${process.versions.node}.`);

  await installWhenNeeded(top);
  const file = path.join(top, 'tools', script);
  if (!existsSync(file))
    throw new Told(`The command "${command}" is not part of this checkout (${script} is missing).`);

  const node = pinnedNode(top);
  const child = spawn(node, [file, ...(script === 'with-database.mjs' ? [command] : []), ...rest], {
    cwd: top,
    stdio: 'inherit',
    env: {
      ...process.env,
      PATH: `${path.dirname(node)}${path.delimiter}${process.env.PATH ?? ''}`,
      NX_DAEMON: 'false',
      NX_NO_CLOUD: 'true',
    },
  });
  return supervise(child);
}

await tell(main);
process.exit();
