import { spawn } from 'node:child_process';
import path from 'node:path';
import { say, seconds, Told } from './say.mjs';

export const top = path.resolve(import.meta.dirname, '..');
export const inTop = (...parts) => path.join(top, ...parts);

/** Thrown to leave a command early because somebody asked it to stop. */
export class Stopped extends Error {}

/**
 * An AbortSignal that fires at the first INT, TERM or HUP, or when the process that started us is gone.
 * Later signals change nothing, so that cleaning up is not cut short.
 */
export function stopSignal() {
  const controller = new AbortController();
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(name, () => controller.abort(name));
  const parent = process.ppid;
  setInterval(() => process.ppid === parent || controller.abort('orphan'), 1000).unref();
  return controller.signal;
}

/**
 * Runs a JavaScript file with this Node and waits for its end.
 * @returns {Promise<{code: number, output: string}>} `output` is both streams when `capture` is set, else ''
 * @throws {Stopped} when `signal` fired meanwhile (the process has ended by then)
 */
export function runNode(args, { env = {}, signal, capture = false } = {}) {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(new Stopped());
    const child = spawn(process.execPath, args, {
      cwd: top,
      env: { ...process.env, ...env },
      stdio: ['ignore', capture ? 'pipe' : 'inherit', capture ? 'pipe' : 'inherit'],
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream?.setEncoding('utf8').on('data', (text) => (output += text));
    const end = () => child.kill('SIGTERM');
    signal?.addEventListener('abort', end, { once: true });
    child.on('error', reject);
    child.on('close', (code, killedBy) => {
      signal?.removeEventListener('abort', end);
      if (signal?.aborted) reject(new Stopped());
      else resolve({ code: code ?? (killedBy ? 1 : 0), output });
    });
  });
}

/** One named step of a start: says what it does and how long it took, shows the output only when it fails. */
export async function step(title, args, options = {}) {
  const start = performance.now();
  const { code, output } = await runNode(args, { ...options, capture: true });
  if (code !== 0) throw new Told(`${title}: failed (code ${code}).\n\n${output.trim()}`);
  say(`  ${title} (${seconds(start)})`);
}

const NX = 'node_modules/nx/dist/bin/nx.js';
/** Arguments of the Nx run of one target in all projects; what has not changed comes from its cache. */
export const nxRun = (target, ...more) => [
  inTop(NX),
  'run-many',
  '-t',
  target,
  '--outputStyle=static',
  ...more,
];
