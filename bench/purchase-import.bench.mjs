/**
 * Import of a sheet of 100,000 rows through the running API: does its memory stay flat, and are others served meanwhile?
 * Prints the highest memory above idle and the 99th percentile of another request, idle and during each step.
 * Arguments: number of rows (default 100000).
 */
import { hash } from '@node-rs/argon2';
import { writeXlsxStream } from 'hucre/xlsx';
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import pg from 'pg';

const ROWS = Number(process.argv[2] ?? 100_000);
const DATABASE = 'ieum_bench_import';
const PASSWORD = 'a long enough bench password';
const EMAIL = 'manager@bench.example';
const HEADINGS = ['계약번호', '계약일자', '부서명', '거래처명', '적요', '구분', '합계금액'];
const api = resolve(import.meta.dirname, '../dist/apps/api');
const folder = mkdtempSync(join(tmpdir(), 'ieum-bench-'));

const url = await freshDatabase();
const server = spawn(process.execPath, [join(api, 'main.js')], {
  env: {
    ...process.env,
    DATABASE_URL: url,
    PORT: '0',
    IEUM_JWT_SECRET: 'x'.repeat(32),
    IEUM_FILES_DIR: folder,
    IEUM_LOG_LEVEL: 'silent',
  },
  stdio: ['ignore', 'pipe', 'inherit'],
});
try {
  const base = await address(server);
  const { accessToken } = await call(base, 'POST', '/auth/login', { email: EMAIL, password: PASSWORD });
  const as = (method, path, body) => call(base, method, path, body, accessToken);
  const fileId = await upload(base, accessToken, await sheet());
  const idle = await watch(as, async () => {
    for (let count = 0; count < 300; count++) await as('GET', '/auth/me');
  });
  report('idle', idle, idle);
  let id;
  const steps = [
    ['check', () => as('POST', '/purchase-imports', { fileId, fiscalYear: 2016 })],
    ['apply', () => as('POST', `/purchase-imports/${id}/apply`, {})],
    ['undo', () => as('POST', `/purchase-imports/${id}/undo`, {})],
  ];
  for (const [name, start] of steps) {
    const seen = await watch(as, async () => {
      const started = await start();
      id ??= started.id;
      await ended(as, started.job.id);
    });
    report(name, seen, idle);
  }
} finally {
  server.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
}

async function freshDatabase() {
  const maintenance = process.env.BENCH_DATABASE_URL;
  const owner = new pg.Client({ connectionString: maintenance });
  await owner.connect();
  await owner.query(`DROP DATABASE IF EXISTS ${DATABASE} WITH (FORCE)`);
  await owner.query(`CREATE DATABASE ${DATABASE}`);
  await owner.end();
  const address = new URL(maintenance);
  address.pathname = `/${DATABASE}`;
  const env = { ...process.env, DATABASE_URL: address.href, IEUM_JWT_SECRET: 'x'.repeat(32) };
  const migrated = spawnSync(process.execPath, [join(api, 'migrate.js')], { env, encoding: 'utf8' });
  if (migrated.status !== 0) throw new Error(migrated.stderr);
  const client = new pg.Client({
    connectionString: address.href,
    options: '-c ieum.actor_id=00000000-0000-0000-0000-000000000000 -c ieum.sees_all=on',
  });
  await client.connect();
  await client.query(
    `WITH i AS (INSERT INTO institutions (name, kind) VALUES ('강북구', 'district') RETURNING id),
       p AS (INSERT INTO counting_policies (institution_id, fiscal_year, recognition_date_basis, amount_basis,
         eligible_certification_types, mall_target_position, denominator, rounding, decimals, split_threshold_krw)
         SELECT id, 2016, 'contract', 'vat_included', '{certified_social_enterprise}', 'inside', 'none', 'half_up', 1, 20000000 FROM i),
       s AS (INSERT INTO schemes (institution_id, fiscal_year, code, name, basis)
         SELECT id, 2016, 'social_economy', '사회적경제기업', 'certification' FROM i),
       q AS (INSERT INTO purchase_periods (institution_id, fiscal_year, quarter) SELECT id, 2016, n FROM i, generate_series(1, 4) n),
       d AS (INSERT INTO departments (institution_id, name, department_group, valid_from)
         SELECT id, '부서' || n, 'division', '2010-01-01' FROM i, generate_series(0, 29) n)
     INSERT INTO users (email, name, role, institution_id, password_hash) SELECT $1, '관리자', 'manager', id, $2 FROM i`,
    [EMAIL, await hash(PASSWORD)],
  );
  await client.query(
    `WITH s AS (INSERT INTO suppliers (name, normalised_name, is_synthetic)
       SELECT '기업' || n, '기업' || n, true FROM generate_series(0, 199) n RETURNING id)
     INSERT INTO supplier_certifications (supplier_id, type, valid_from, verified_at)
     SELECT id, 'certified_social_enterprise', '2010-01-01', now() FROM s`,
  );
  await client.end();
  return address.href;
}

async function sheet() {
  const rows = function* () {
    yield HEADINGS;
    for (let index = 0; index < ROWS; index++) {
      const day = `2016.${1 + (index % 12)}.${1 + (index % 28)}`;
      yield [
        `B-${index}`,
        day,
        `부서${index % 30}`,
        `기업${index % 400}`,
        `현수막 제작 ${index}`,
        '물품',
        (index + 1).toLocaleString('en-US'),
      ];
    }
  };
  const parts = [];
  for await (const part of writeXlsxStream(rows(), { name: '지출' })) parts.push(Buffer.from(part));
  return Buffer.concat(parts);
}

/** Memory of the API and time of another request, until the work is done. */
async function watch(as, work) {
  let running = true;
  let memory = 0;
  const times = [];
  const probe = (async () => {
    while (running) {
      const from = performance.now();
      await as('GET', '/institutions?limit=1');
      times.push(performance.now() - from);
      memory = Math.max(memory, residentMegabytes());
      await new Promise((next) => setTimeout(next, 10));
    }
  })();
  const from = performance.now();
  await work();
  const seconds = (performance.now() - from) / 1000;
  running = false;
  await probe;
  times.sort((a, b) => a - b);
  return { seconds, memory, p99: times[Math.floor(times.length * 0.99)] ?? 0 };
}

function report(name, seen, idle) {
  const above = seen.memory - idle.memory;
  process.stdout.write(
    `${name.padEnd(6)} ${seen.seconds.toFixed(1).padStart(6)} s   memory above idle ${above.toFixed(0).padStart(4)} MB   ` +
      `p99 of others ${seen.p99.toFixed(1).padStart(6)} ms = ${(seen.p99 / idle.p99).toFixed(1)} × idle\n`,
  );
}

function residentMegabytes() {
  return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${server.pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;
}

async function ended(as, jobId) {
  for (;;) {
    const job = await as('GET', `/jobs/${jobId}`);
    if (job.state === 'failed') throw new Error(JSON.stringify(job));
    if (job.state === 'succeeded') return;
    await new Promise((next) => setTimeout(next, 200));
  }
}

async function call(base, method, path, body, token) {
  const response = await fetch(`${base}/api/v1${path}`, {
    method,
    headers: {
      ...(token ? { authorization: `Bearer ${token}` } : {}),
      ...(body ? { 'content-type': 'application/json' } : {}),
    },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  const answer = await response.json();
  if (!response.ok) throw new Error(`${method} ${path}: ${JSON.stringify(answer)}`);
  return answer;
}

async function upload(base, token, content) {
  const form = new FormData();
  form.append('file', new Blob([content]), 'bench.xlsx');
  const response = await fetch(`${base}/api/v1/files`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}` },
    body: form,
  });
  const answer = await response.json();
  if (!response.ok) throw new Error(JSON.stringify(answer));
  return answer.id;
}

function address(child) {
  return new Promise((done, failed) => {
    child.once('exit', () => failed(new Error('the API did not start')));
    child.stdout.on('data', (chunk) => {
      const found = /"url":"([^"]+)"/.exec(String(chunk))?.[1];
      if (found) done(found);
    });
  });
}
