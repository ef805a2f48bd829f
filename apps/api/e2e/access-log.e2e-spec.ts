import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { ownerDataSource } from '../src/database/data-source';
import { listOf, type ApiClient } from './support/api-client';
import { asApplication } from './support/as-application';
import { look, setNow } from './support/clock';
import { createWorld, type World } from './support/world';

let world: World;
let owner: DataSource;
let admin: ApiClient;
let manager: ApiClient;
let clerkId: string;
let supplierId: string;

beforeAll(async () => {
  world = await createWorld();
  owner = await ownerDataSource(world.database.url).initialize();
  const institutionId = await world.given.institution();
  const departmentId = await world.given.department(institutionId, '일자리지원과');
  admin = await world.loginAs(await world.given.user('admin'));
  manager = await world.loginAs(await world.given.user('manager', { institutionId }));
  clerkId = (await world.loginAs(await world.given.user('clerk', { institutionId, departmentId }))).user.id;
  supplierId = await world.given.supplier('노란들판');
  await world.database.sql(`UPDATE suppliers SET representative = '나대표'`);
});
beforeEach(async () => {
  setNow(world, '2016-06-15T12:00:00+09:00');
  await world.database.sql('TRUNCATE access_log');
});
afterAll(async () => {
  await owner.destroy();
  await world.end();
});

async function entries(query = '') {
  const { body } = await admin.get(`/access-log${query}`, { expect: 200 });
  return listOf(body['items']);
}

describe('who saw whom', () => {
  it('says who, when, from where, by what, whose and which data, and never the datum', async () => {
    await manager.get(`/users/${clerkId}`, { expect: 200 });
    const [entry] = await entries();
    expect(entry).toMatchObject({
      seenAt: '2016-06-15T03:00:00.000Z',
      actorId: manager.user.id,
      fromAddress: '127.0.0.1',
      operation: 'getUser',
      subjectKind: 'user',
      subjectId: clerkId,
      fields: ['email', 'name'],
    });
  });

  it('has one row a person and request, however often the answer names them', async () => {
    await manager.get(`/users/${clerkId}`, { expect: 200 });
    await manager.get(`/users/${clerkId}`, { expect: 200 });
    await admin.get(`/suppliers/${supplierId}`, { expect: 200 });
    expect(await entries(`?subjectId=${clerkId}`)).toHaveLength(2);
    expect(await entries(`?subjectId=${supplierId}`)).toHaveLength(1);
  });

  it('leaves out who looks at the own account', async () => {
    await manager.get(`/users/${manager.user.id}`, { expect: 200 });
    expect(await entries()).toEqual([]);
  });

  it('is found by person, actor, period and operation', async () => {
    await manager.get(`/users/${clerkId}`, { expect: 200 });
    setNow(world, '2016-06-16T12:00:00+09:00');
    await manager.get(`/suppliers/${supplierId}`, { expect: 200 });
    const operations = async (query: string) => (await entries(query)).map((entry) => entry['operation']);
    expect(await operations(`?subjectId=${supplierId}`)).toEqual(['getSupplier']);
    expect(await operations('?operation=getUser')).toEqual(['getUser']);
    expect(await operations('?to=2016-06-15')).toEqual(['getUser']);
    expect(await operations(`?actorId=${manager.user.id}&from=2016-06-16&to=2016-06-16`)).toEqual([
      'getSupplier',
    ]);
  });

  it('shows names itself, so reading it is in it', async () => {
    await manager.get(`/users/${clerkId}`, { expect: 200 });
    await entries();
    const read = await entries('?operation=listAccessLog');
    expect(new Set(read.map((entry) => entry['subjectId']))).toEqual(new Set([manager.user.id, clerkId]));
  });

  it('goes from page to page without losing a row', async () => {
    for (let count = 0; count < 3; count++) await manager.get(`/users/${clerkId}`, { expect: 200 });
    const first = await admin.get('/access-log?limit=2&operation=getUser', { expect: 200 });
    const next = await admin.get(
      `/access-log?limit=2&operation=getUser&cursor=${String(first.body['nextCursor'])}`,
      { expect: 200 },
    );
    expect([listOf(first.body['items']).length, listOf(next.body['items']).length]).toEqual([2, 1]);
  });

  it('is for the administrator alone', async () => {
    await manager.get('/access-log', { expect: 403 });
  });
});

describe('two years', () => {
  const years = async () =>
    (await world.database.sql<{ day: string }>('SELECT seen_at::date AS day FROM access_log ORDER BY 1')).map(
      (row) => row.day,
    );

  it('are kept; what is older goes by the timetable, and no day earlier', async () => {
    for (const day of ['2014-06-14', '2014-06-15', '2016-06-15']) {
      setNow(world, `${day}T12:00:00+09:00`);
      await manager.get(`/users/${clerkId}`, { expect: 200 });
    }
    setNow(world, '2016-06-15T03:31:00+09:00');
    await look(world);
    expect(await years()).toEqual(['2014-06-15', '2016-06-15']);
  });

  it('are held by the database, too: the application removes nothing younger, changes nothing, sees nothing of others', async () => {
    await world.database.sql(
      `INSERT INTO access_log (seen_at, actor_id, request_id, from_address, operation, subject_kind, subject_id, fields)
       SELECT now() - age, $1, 'r', '127.0.0.1', 'getUser', 'user', $2, '{name}'
       FROM unnest(ARRAY[interval '1 day', interval '3 years']) AS age`,
      [manager.user.id, clerkId],
    );
    const left = await asApplication(owner, { actorId: manager.user.id }, async (app) => {
      expect(await app.query('SELECT id FROM access_log')).toEqual([]);
      await app.query(`SELECT set_config('ieum.sees_all', 'on', true)`);
      await app.query('DELETE FROM access_log');
      return app.query<unknown[]>('SELECT id FROM access_log');
    });
    expect(left).toHaveLength(1);
    await expect(
      asApplication(owner, { actorId: manager.user.id }, (app) =>
        app.query(`UPDATE access_log SET operation = 'other'`),
      ),
    ).rejects.toThrow('permission denied');
  });

  it('cannot be filled in somebody else’s name', async () => {
    const forge = asApplication(owner, { actorId: manager.user.id }, (app) =>
      app.query(
        `INSERT INTO access_log (seen_at, actor_id, request_id, from_address, operation, subject_kind, subject_id, fields)
         VALUES (now(), $1, 'r', '127.0.0.1', 'getUser', 'user', $2, '{name}')`,
        [admin.user.id, clerkId],
      ),
    );
    await expect(forge).rejects.toThrow('row-level security');
  });
});
