import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { Client } from 'pg';
import { NO_INSTITUTION } from '../src/audit/audit-text';
import { readHeads } from '../src/audit/audit-head';
import { AuditSealer } from '../src/audit/audit-sealer';
import { verifyAudit, type AuditDefect } from '../src/audit/verify-audit';
import { CONFIG, type Config } from '../src/config/config';
import { Transactions } from '../src/database/transactions';
import type { ApiClient } from './support/api-client';
import { createWorld, type World } from './support/world';

let world: World;
let institutionId: string;
let foreignId: string;
let manager: ApiClient;
let foreignManager: ApiClient;
let admin: ApiClient;

beforeAll(async () => {
  world = await createWorld();
  institutionId = await world.given.institution();
  foreignId = await world.given.institution('노원구');
  manager = await world.loginAs(await world.given.user('manager', { institutionId }));
  foreignManager = await world.loginAs(await world.given.user('manager', { institutionId: foreignId }));
  admin = await world.loginAs(await world.given.user('admin'));
});
afterAll(() => world.end());

let count = 0;
/** Something that happens in 강북구 and leaves one audit row. @returns the department's id */
async function happen(): Promise<string> {
  const made = await manager.post(
    `/institutions/${institutionId}/departments`,
    { name: `일 ${++count}`, group: 'division', validFrom: '2016-01-01' },
    { expect: 201 },
  );
  return String(made.body['id']);
}

async function sealAll(): Promise<void> {
  const sealer = world.app.get(AuditSealer);
  // Transactions of other tests' databases count, too: the horizon is the cluster's. They end within seconds.
  const patience = performance.now() + 20_000;
  while (performance.now() < patience) if (await sealer.seal()) return;
  throw new Error('something never ended, so that nothing could be sealed');
}

const headFile = () => world.app.get<Config>(CONFIG).auditHeadFile;

async function defectNow(heads = readHeads(headFile())): Promise<AuditDefect | null> {
  return (await verifyAudit(world.app.get(Transactions), await heads)).defect;
}

/** Changes something past the application, looks what is found, and puts it back. */
async function foundAfter(change: string, values: unknown[], putBack: () => Promise<unknown>) {
  expect(await defectNow()).toBeNull();
  await world.database.sql(change, values);
  const found = await defectNow();
  await putBack();
  expect(await defectNow()).toBeNull();
  return found;
}

async function eventOf(rowId: string): Promise<Record<string, unknown> & { id: number }> {
  const [row] = await world.database.sql<Record<string, unknown> & { id: number }>(
    'SELECT * FROM audit_events WHERE row_id = $1 ORDER BY id',
    [rowId],
  );
  return row ?? { id: 0 };
}

const COLUMNS =
  'id, institution_id, occurred_at, actor_id, request_id, table_name, row_id, action, before, after';

describe('the list', () => {
  it('shows who changed what, with the row before and after, the newest first', async () => {
    const id = await happen();
    const path = `/institutions/${institutionId}/departments/${id}`;
    await manager.patch(path, { name: '새 이름' }, { version: 1, expect: 200 });
    const answer = await manager.get(`/audit-events?tableName=departments&rowId=${id}`, { expect: 200 });
    expect(answer.body['items']).toMatchObject([
      {
        action: 'update',
        actorId: manager.user.id,
        actorName: 'manager 시험',
        before: { version: 1 },
        after: { name: '새 이름', version: 2 },
      },
      { action: 'insert', before: null, after: { version: 1 } },
    ]);
  });

  it('is the own institution’s for a manager, everybody’s for an administrator, nobody else’s', async () => {
    await happen();
    const own = await manager.get('/audit-events?limit=200', { expect: 200 });
    expect(JSON.stringify(own.body)).not.toContain(foreignId);
    const asked = await foreignManager.get(`/audit-events?institutionId=${institutionId}`, { expect: 200 });
    expect(asked.body['items']).toEqual([]);
    const all = await admin.get('/audit-events?limit=200&tableName=users', { expect: 200 });
    expect(JSON.stringify(all.body)).toContain(foreignId);
    expect(JSON.stringify(all.body)).not.toContain('argon2');
    const departmentId = await world.given.department(institutionId, '서무과');
    const clerk = await world.loginAs(await world.given.user('clerk', { institutionId, departmentId }));
    await clerk.get('/audit-events', { expect: 403 });
  });

  it('is filtered by Korean days and by actor, and paged', async () => {
    const id = await happen();
    await world.database.sql(
      `UPDATE audit_events SET occurred_at = '2016-03-31T15:30:00Z' WHERE row_id = $1`,
      [id],
    );
    const on = async (from: string, to: string) =>
      (await manager.get(`/audit-events?from=${from}&to=${to}&rowId=${id}`)).body['items']?.length;
    expect(await on('2016-04-01', '2016-04-01')).toBe(1);
    expect(await on('2016-03-31', '2016-03-31')).toBe(0);
    const others = await manager.get(`/audit-events?actorId=${admin.user.id}`);
    expect(others.body['items']).toEqual([]);
    const first = await manager.get('/audit-events?limit=1');
    const second = await manager.get(`/audit-events?limit=1&cursor=${String(first.body['nextCursor'])}`);
    expect(Number(second.body['items']?.[0]?.['id'])).toBeLessThan(Number(first.body['items']?.[0]?.['id']));
    await manager.get('/audit-events?from=2026-02-30', { expect: 400 });
  });
});

describe('the seals', () => {
  it('chain every row once, per institution, and are found whole', async () => {
    await happen();
    await sealAll();
    await happen();
    await sealAll();
    const verdict = await verifyAudit(world.app.get(Transactions), await readHeads(headFile()));
    const [rows] = await world.database.sql<{ count: number }>(
      'SELECT count(*)::int AS count FROM audit_events',
    );
    expect(verdict).toMatchObject({ defect: null, events: rows?.count });
    const chains = await world.database.sql<{ institution_id: string }>(
      'SELECT DISTINCT institution_id FROM audit_seals',
    );
    expect(chains.map((chain) => chain.institution_id)).toEqual(
      expect.arrayContaining([NO_INSTITUTION, institutionId, foreignId]),
    );
  });

  it('make nothing when nothing happened', async () => {
    await sealAll();
    const seals = () => world.database.sql('SELECT count(*) FROM audit_seals');
    const before = await seals();
    expect(await world.app.get(AuditSealer).seal()).toBe(true);
    expect(await seals()).toEqual(before);
  });

  it('wait for a transaction that took its number earlier and ends later', async () => {
    await sealAll();
    const slow = new Client({ connectionString: world.database.url });
    await slow.connect();
    try {
      await slow.query(`BEGIN; SELECT set_config('ieum.actor_id', '${NO_INSTITUTION}', true)`);
      await slow.query(`INSERT INTO suppliers (name, normalised_name) VALUES ('늦은 곳', '늦은곳')`);
      await happen();
      expect(await world.app.get(AuditSealer).seal()).toBe(false);
      await slow.query('COMMIT');
    } finally {
      await slow.end();
    }
    await sealAll();
    expect(await defectNow()).toBeNull();
  });

  it('are made by one process at a time: nobody seals a row twice', async () => {
    for (let round = 0; round < 5; round++) {
      await Promise.all([happen(), happen()]);
      const sealer = world.app.get(AuditSealer);
      await Promise.all(Array.from({ length: 4 }, () => sealer.seal()));
    }
    await sealAll();
    expect(await defectNow()).toBeNull();
  });
});

describe('what somebody with the database in hand did', () => {
  it('is found: an edited row', async () => {
    const event = await eventOf(await happen());
    await sealAll();
    const edit = 'UPDATE audit_events SET after = after || $2 WHERE id = $1';
    const found = await foundAfter(edit, [event.id, { version: 7 }], () =>
      world.database.sql(edit, [event.id, { version: 1 }]),
    );
    expect(found).toMatchObject({ kind: 'edited_row', institutionId, eventId: Number(event.id) });
  });

  it('is found: another actor, another time', async () => {
    const event = await eventOf(await happen());
    await sealAll();
    for (const [column, value] of [
      ['actor_id', admin.user.id],
      ['occurred_at', '2016-01-01'],
    ] as const) {
      const edit = `UPDATE audit_events SET ${column} = $2 WHERE id = $1`;
      // The driver's Date has milliseconds, the column microseconds: the exact value goes back as text.
      const [before] = await world.database.sql<{ value: string }>(
        `SELECT ${column}::text AS value FROM audit_events WHERE id = $1`,
        [event.id],
      );
      const found = await foundAfter(edit, [event.id, value], () =>
        world.database.sql(edit, [event.id, before?.value]),
      );
      expect(found).toMatchObject({ kind: 'edited_row', eventId: Number(event.id) });
    }
  });

  it('is found: a deleted row, and one that was slipped in', async () => {
    const event = await eventOf(await happen());
    await sealAll();
    const copy = `CREATE TABLE kept AS SELECT * FROM audit_events WHERE id = $1`.replace(
      '$1',
      String(event.id),
    );
    await world.database.sql(copy);
    const put = (id: string) =>
      `INSERT INTO audit_events (${COLUMNS}) OVERRIDING SYSTEM VALUE SELECT ${COLUMNS.replace('id', id)} FROM kept`;
    const gone = await foundAfter('DELETE FROM audit_events WHERE id = $1', [event.id], () =>
      world.database.sql(put('id')),
    );
    expect(gone).toMatchObject({ kind: 'missing_row', institutionId, eventId: Number(event.id) });
    // Below every id that was ever given, so that it lies inside what is sealed.
    const slipped = await foundAfter(put('-1'), [], () =>
      world.database.sql('DELETE FROM audit_events WHERE id = -1'),
    );
    expect(slipped).toMatchObject({ kind: 'unsealed_row', institutionId, eventId: -1 });
    await world.database.sql('DROP TABLE kept');
  });

  it('is found: a seal that was made to fit an edited row', async () => {
    const event = await eventOf(await happen());
    await sealAll();
    await happen();
    await sealAll();
    const refit = (bytes: string) =>
      `UPDATE audit_seals SET hash = ${bytes} WHERE $1::bigint = ANY (event_ids)`;
    const [seal] = await world.database.sql<{ hash: Buffer }>(
      'SELECT hash FROM audit_seals WHERE $1::bigint = ANY (event_ids)',
      [event.id],
    );
    const found = await foundAfter(refit(`sha256('x')`), [event.id], () =>
      world.database.sql(refit(`'\\x${seal?.hash.toString('hex') ?? ''}'`), [event.id]),
    );
    expect(found).toMatchObject({ kind: 'broken_seal', institutionId });
  });

  it('is found: a tail that was cut, rows and seal, by the head outside; not without it', async () => {
    const event = await eventOf(await happen());
    await sealAll();
    await world.database.sql(
      'CREATE TABLE kept_seal AS SELECT * FROM audit_seals WHERE $1 = ANY (event_ids)'.replace(
        '$1',
        String(event.id),
      ),
    );
    await world.database.sql(
      'CREATE TABLE kept AS SELECT * FROM audit_events WHERE id = $1'.replace('$1', String(event.id)),
    );
    await world.database.sql('DELETE FROM audit_seals WHERE $1::bigint = ANY (event_ids)', [event.id]);
    await world.database.sql('DELETE FROM audit_events WHERE id = $1', [event.id]);
    expect(await defectNow()).toMatchObject({ kind: 'cut_tail', institutionId });
    expect(await defectNow(Promise.resolve(new Map()))).toBeNull();
    expect(await defectNow(Promise.resolve(null))).toMatchObject({ kind: 'no_head' });
    await world.database.sql('INSERT INTO audit_seals SELECT * FROM kept_seal');
    await world.database.sql(
      `INSERT INTO audit_events (${COLUMNS}) OVERRIDING SYSTEM VALUE SELECT ${COLUMNS} FROM kept`,
    );
    expect(await defectNow()).toBeNull();
  });

  it('is said by the program, which ends with 1', async () => {
    const event = await eventOf(await happen());
    await sealAll();
    const program = () =>
      spawnSync(process.execPath, [resolve(import.meta.dirname, '../../../dist/apps/api/verify-audit.js')], {
        env: {
          DATABASE_URL: world.database.url,
          IEUM_JWT_SECRET: 'x'.repeat(32),
          IEUM_AUDIT_HEAD_FILE: headFile(),
        },
        encoding: 'utf8',
      });
    const clean = program();
    expect([clean.status, clean.stderr]).toEqual([0, '']);
    await world.database.sql(`UPDATE audit_events SET action = 'update' WHERE id = $1`, [event.id]);
    const broken = program();
    expect(broken.status).toBe(1);
    expect(broken.stdout).toContain(`"kind":"edited_row"`);
    expect(broken.stdout).toContain(`"eventId":${event.id}`);
    await world.database.sql(`UPDATE audit_events SET action = 'insert' WHERE id = $1`, [event.id]);
  });

  it('is not possible for the application itself: it can neither change nor delete', async () => {
    const app = new Client({ connectionString: world.database.url, options: '-c role=ieum_app' });
    await app.connect();
    try {
      for (const statement of [
        'UPDATE audit_events SET after = NULL',
        'DELETE FROM audit_events',
        'INSERT INTO audit_events (actor_id, request_id, table_name, row_id, action) VALUES (uuidv7(), $$$$, $$x$$, $$x$$, $$insert$$)',
        'UPDATE audit_seals SET hash = previous_hash',
        'DELETE FROM audit_seals',
      ]) {
        await expect(app.query(statement)).rejects.toMatchObject({ code: '42501' });
      }
    } finally {
      await app.end();
    }
  });
});
