import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { databaseUrl } from './database';

/** The built programs; IEUM_DIST tries another build without disturbing this one. */
const DIST = process.env['IEUM_DIST'] ?? path.resolve(import.meta.dirname, '../../../../dist/apps');

function environment(database: string, more: Record<string, string> = {}): NodeJS.ProcessEnv {
  return {
    ...process.env,
    DATABASE_URL: databaseUrl(database),
    IEUM_JWT_SECRET: 'a secret that only the journeys know, long enough',
    IEUM_DEMO: '1',
    ...more,
  };
}

/** Runs a program of the built API to its end. @throws Error with what it said when it fails */
export function runProgram(program: 'migrate' | 'seed-demo', database: string): void {
  const { status, stderr, stdout } = spawnSync(process.execPath, [path.join(DIST, `api/${program}.js`)], {
    env: environment(database),
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`${program} ended with ${status}: ${stderr || stdout}`);
}

export interface ApiProcess {
  readonly url: string;
  stop(): Promise<void>;
}

/** The built API with the built web on a free port, over one database. */
export async function startApi(database: string, filesDir: string): Promise<ApiProcess> {
  const child = spawn(process.execPath, [path.join(DIST, 'api/main.js')], {
    env: environment(database, {
      PORT: '0',
      HOST: '127.0.0.1',
      IEUM_WEB_ROOT: path.join(DIST, 'web'),
      IEUM_FILES_DIR: filesDir,
      IEUM_POOL_SIZE: '6',
      IEUM_LOG_LEVEL: 'error',
    }),
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit');
  const lines = createInterface({ input: child.stdout });
  const listening = new Promise<string>((resolve) => {
    lines.on('line', (line) => {
      const address = addressIn(line);
      if (address === undefined) process.stderr.write(`${line}\n`);
      else resolve(address);
    });
  });
  const url = await Promise.race([listening, ended.then(() => undefined)]);
  if (url === undefined) throw new Error(`the API ended before it listened (${child.exitCode})`);
  return {
    url,
    async stop() {
      child.kill('SIGTERM');
      await ended;
    },
  };
}

function addressIn(line: string): string | undefined {
  if (!line.includes('"listening"')) return undefined;
  const told: { url?: string } = JSON.parse(line);
  return told.url;
}
