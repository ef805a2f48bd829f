import { jest, test, expect, beforeAll, afterAll } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import net from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { answers, readLock } from './pg-leftover.mjs';
import { startPostgres } from './pg.mjs';
import { secretIn } from './secrets.mjs';
import { checkPort } from './start.mjs';

jest.setTimeout(60_000);

let home;
let cluster;
const lockFile = () => path.join(cluster, 'postmaster.pid');
const sentence = async (work) => {
  try {
    await work();
    return 'no error';
  } catch (error) {
    return error.message;
  }
};

beforeAll(async () => {
  home = mkdtempSync(path.join(tmpdir(), 'ieum-pg-spec-'));
  const server = await startPostgres({ dataDir: home });
  cluster = server.cluster;
  await server.stop();
});

afterAll(() => {
  rmSync(home, { recursive: true, force: true });
  rmSync(cluster, { recursive: true, force: true });
});

test('a server answers with its password only, and is gone after stop', async () => {
  const server = await startPostgres({ dataDir: home });
  expect(await answers(server.url)).toBe(true);
  const wrong = new URL(server.url);
  wrong.password = 'guessed';
  expect(await answers(wrong.href)).toBe(false);
  await server.stop();
  expect(await answers(server.url)).toBe(false);
  expect(existsSync(lockFile())).toBe(false);
});

test('a lock left by a crash does not keep the next start from recovering', async () => {
  const crashed = await startPostgres({ dataDir: home });
  process.kill(readLock(cluster).pid, 'SIGKILL');
  const next = await startPostgres({ dataDir: home });
  expect(next.reused).toBe(false);
  expect(await answers(next.url)).toBe(true);
  await next.stop();
  await crashed.stop();
});

test('a lock that names a living process of somebody else is stale', async () => {
  writeFileSync(lockFile(), `${process.pid}\n${cluster}\n0\n1\n\n127.0.0.1\n\nready   \n`);
  const server = await startPostgres({ dataDir: home });
  expect(server.reused).toBe(false);
  await server.stop();
});

test('a server whose launcher was killed is taken over and ended by the next run', async () => {
  const program = `
    import { startPostgres } from ${JSON.stringify(path.join(import.meta.dirname, 'pg.mjs'))};
    await startPostgres({ dataDir: ${JSON.stringify(home)} });
    process.kill(process.pid, 'SIGKILL');`;
  spawnSync(process.execPath, ['--input-type=module', '-e', program], { stdio: 'inherit' });
  const server = await startPostgres({ dataDir: home });
  expect(server.reused).toBe(true);
  await server.stop();
  expect(await answers(server.url)).toBe(false);
});

test('a data folder of another version is one clear sentence and stays untouched', async () => {
  const file = path.join(cluster, 'PG_VERSION');
  const before = readFileSync(file, 'utf8');
  writeFileSync(file, '16\n');
  expect(await sentence(() => startPostgres({ dataDir: home }))).toMatch(
    /was made by PostgreSQL 16, .* PostgreSQL 18\./,
  );
  expect(readFileSync(file, 'utf8')).toBe('16\n');
  writeFileSync(file, before);
});

test('a port in use is one clear sentence that names PORT', async () => {
  const other = net.createServer();
  await new Promise((resolve) => other.listen(0, '127.0.0.1', resolve));
  const { port } = other.address();
  const told = await sentence(() => checkPort(port, '127.0.0.1'));
  expect(told).toBe(
    `Port ${port} is in use by another program. Choose another with PORT, for example: PORT=${port + 100} npm start`,
  );
  await new Promise((resolve) => other.close(resolve));
  expect(await sentence(() => checkPort(port, '127.0.0.1'))).toBe('no error');
});

test('a taken database port gives another one', async () => {
  const other = net.createServer();
  await new Promise((resolve) => other.listen(0, '127.0.0.1', resolve));
  const server = await startPostgres({ dataDir: home, port: other.address().port });
  expect(server.port).not.toBe(other.address().port);
  await server.stop();
  await new Promise((resolve) => other.close(resolve));
});

test('a secret is made once and kept for its owner', () => {
  const file = path.join(home, 'secrets', 'one');
  const first = secretIn(file);
  expect(first).toMatch(/^[0-9a-f]{48}$/);
  expect(secretIn(file)).toBe(first);
});
