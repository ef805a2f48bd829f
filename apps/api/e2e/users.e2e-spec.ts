import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ApiClient } from './support/api-client';
import { createWorld, type World } from './support/world';

let world: World;
let institutionId: string;
let departmentId: string;
let foreignInstitutionId: string;
let manager: ApiClient;
let foreignManager: ApiClient;
let admin: ApiClient;

beforeAll(async () => {
  world = await createWorld();
  institutionId = await world.given.institution();
  foreignInstitutionId = await world.given.institution('노원구');
  departmentId = await world.given.department(institutionId, '일자리지원과');
  manager = await world.loginAs(await world.given.user('manager', { institutionId }));
  foreignManager = await world.loginAs(
    await world.given.user('manager', { institutionId: foreignInstitutionId }),
  );
  admin = await world.loginAs(await world.given.user('admin'));
});
afterAll(() => world.end());

let count = 0;
const clerkBody = (more: object = {}) => ({
  email: `new-${++count}@gangbuk.example`,
  name: '김서무',
  role: 'clerk',
  departmentId,
  ...more,
});

async function login(email: string, password: string) {
  const response = await world.app.inject({
    method: 'POST',
    url: '/api/v1/auth/login',
    payload: { email, password },
  });
  return { status: response.statusCode, token: response.json<{ accessToken?: string }>().accessToken ?? '' };
}

/** A call with a bare token, for accounts that are not logged in by the test's own password. */
async function callAs(token: string, method: 'GET' | 'POST', path: string, payload?: object) {
  const response = await world.app.inject({
    method,
    url: `/api/v1${path}`,
    headers: { authorization: `Bearer ${token}` },
    ...(payload === undefined ? {} : { payload }),
  });
  return {
    status: response.statusCode,
    code: response.body === '' ? '' : response.json<{ code?: string }>().code,
  };
}

async function givenUser(role: 'clerk' | 'manager' | 'admin' | 'support', at = institutionId) {
  const place = role === 'clerk' ? { institutionId: at, departmentId } : { institutionId: at };
  const email = await world.given.user(role, role === 'clerk' || role === 'manager' ? place : {});
  const client = await world.loginAs(email);
  return { email, client, id: client.user.id };
}

describe('opening an account', () => {
  it('answers a password once, which has to be changed before anything else', async () => {
    const body = clerkBody({ email: 'New.Clerk@Gangbuk.example' });
    const made = await manager.post('/users', body, { expect: 201, idempotencyKey: 'open-1' });
    expect(made.body['user']).toMatchObject({
      email: 'new.clerk@gangbuk.example',
      role: 'clerk',
      institutionId,
      departmentName: '일자리지원과',
      mustChangePassword: true,
    });
    expect(JSON.stringify(made.body)).not.toContain('argon2');
    const password = String(made.body['initialPassword']);
    const { token } = await login('new.clerk@gangbuk.example', password);
    expect(await callAs(token, 'GET', '/auth/me')).toMatchObject({ status: 200 });
    expect(await callAs(token, 'GET', '/institutions')).toEqual({
      status: 403,
      code: 'PASSWORD_CHANGE_REQUIRED',
    });
    const next = { currentPassword: password, newPassword: 'a password of my own' };
    expect(await callAs(token, 'POST', '/auth/password', next)).toMatchObject({ status: 204 });
    expect(await callAs(token, 'GET', '/institutions')).toMatchObject({ status: 200 });

    const again = await manager.post('/users', body, { expect: 201, idempotencyKey: 'open-1' });
    expect(again.body['initialPassword']).toBeNull();
    expect(again.body['user']).toEqual(made.body['user']);
  });

  it('keeps the password nowhere: not under the idempotency key, not in the audit', async () => {
    const made = await manager.post('/users', clerkBody(), { expect: 201, idempotencyKey: true });
    const password = String(made.body['initialPassword']);
    const rows = await world.database.sql<{ kept: string }>(
      `SELECT answer::text AS kept FROM idempotency_keys UNION ALL SELECT concat(before, after) FROM audit_events`,
    );
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.filter(({ kept }) => kept.includes(password) || kept.includes('argon2'))).toEqual([]);
  });

  it('is limited to what a manager may give, and to the own institution', async () => {
    const code = async (body: object) => {
      const answer = await manager.post('/users', body);
      return `${answer.status} ${String(answer.body['code'])}`;
    };
    expect(await code(clerkBody({ role: 'admin', departmentId: null }))).toBe('422 ROLE_NOT_ALLOWED');
    expect(await code(clerkBody({ departmentId: null }))).toBe('422 ROLE_NOT_ALLOWED');
    expect(await code(clerkBody({ institutionId: foreignInstitutionId }))).toBe('404 NOT_FOUND');
    const foreignDepartment = await world.given.department(foreignInstitutionId, '재무과');
    expect(await code(clerkBody({ departmentId: foreignDepartment }))).toBe('404 NOT_FOUND');
    expect(await code(clerkBody({ email: 'no address' }))).toBe('400 INVALID_INPUT');
    const taken = clerkBody();
    await manager.post('/users', taken, { expect: 201 });
    expect(await code({ ...taken, email: taken.email.toUpperCase() })).toBe('409 EMAIL_TAKEN');
    await manager.post('/users', clerkBody({ role: 'manager', departmentId: null }), { expect: 201 });
  });

  it('is for administrators everywhere, support staff with their institutions included', async () => {
    const support = await admin.post(
      '/users',
      {
        email: 'adviser@centre.example',
        name: '박위원',
        role: 'support',
        assignedInstitutionIds: [institutionId],
      },
      { expect: 201 },
    );
    const id = String(support.body['user']?.['id']);
    expect(support.body['user']).toMatchObject({
      institutionId: null,
      assignedInstitutionIds: [institutionId],
    });
    const moved = await admin.patch(
      `/users/${id}`,
      { assignedInstitutionIds: [foreignInstitutionId] },
      { version: 1, expect: 200 },
    );
    expect(moved.body['assignedInstitutionIds']).toEqual([foreignInstitutionId]);
    await manager.get(`/users/${id}`, { expect: 404 });
  });
});

describe('the list', () => {
  it('shows a manager the own institution only, filtered and paged', async () => {
    await world.database.sql(`UPDATE users SET name = '나홀로' WHERE id = $1`, [
      (await givenUser('clerk')).id,
    ]);
    const all = await manager.get('/users?limit=200', { expect: 200 });
    expect(JSON.stringify(all.body)).not.toContain(foreignManager.user.id);
    expect(JSON.stringify(all.body)).not.toContain(admin.user.id);
    const found = await manager.get(`/users?q=${encodeURIComponent('홀로')}&role=clerk&state=active`, {
      expect: 200,
    });
    expect(found.body['items']).toMatchObject([{ name: '나홀로' }]);
    const first = await manager.get('/users?limit=1', { expect: 200 });
    const second = await manager.get(`/users?limit=1&cursor=${String(first.body['nextCursor'])}`);
    expect(second.body['items']?.[0]?.['id']).not.toBe(first.body['items']?.[0]?.['id']);
    expect(JSON.stringify((await admin.get('/users?limit=200')).body)).toContain(foreignManager.user.id);
  });

  it('is not for clerks, and a foreign account is not there', async () => {
    const { client, id } = await givenUser('clerk');
    await client.get('/users', { expect: 403 });
    await foreignManager.get(`/users/${id}`, { expect: 404 });
    await foreignManager.post(`/users/${id}/disable`, {}, { expect: 404 });
    await foreignManager.post(`/users/${id}/reset-password`, {}, { expect: 404 });
    await foreignManager.patch(`/users/${id}`, { name: 'x' }, { version: 1, expect: 404 });
  });
});

describe('changing an account', () => {
  it('needs the version that was read, and stays within the organisation', async () => {
    const { id } = await givenUser('clerk');
    const path = `/users/${id}`;
    const renamed = await manager.patch(path, { name: '이서무' }, { version: 1, expect: 200 });
    expect(renamed.headers['etag']).toBe('"v2"');
    expect((await manager.patch(path, { name: 'x' }, { version: 1 })).body['code']).toBe('VERSION_STALE');
    await manager.patch(path, { role: 'manager' }, { version: 2, expect: 200 });
    expect((await admin.patch(path, { role: 'admin' }, { version: 3 })).body['code']).toBe(
      'ROLE_NOT_ALLOWED',
    );
  });

  it('takes effect in the open session at once', async () => {
    const { id, client } = await givenUser('clerk');
    await client.get('/users', { expect: 403 });
    await manager.patch(`/users/${id}`, { role: 'manager' }, { version: 1, expect: 200 });
    await client.get('/users', { expect: 200 });
  });
});

describe('disabling', () => {
  it('ends the sessions at once; enabling does not bring them back', async () => {
    const { id, email, client } = await givenUser('clerk');
    await client.get('/suppliers', { expect: 200 });
    const disabled = await manager.post(`/users/${id}/disable`, {}, { expect: 200 });
    expect(disabled.body).toMatchObject({ state: 'disabled', version: 2 });
    await client.get('/suppliers', { expect: 401 });
    expect((await manager.post(`/users/${id}/disable`, {}, { expect: 200 })).body['version']).toBe(2);
    await manager.post(`/users/${id}/enable`, {}, { expect: 200 });
    await client.get('/suppliers', { expect: 401 });
    await world.loginAs(email);
    const sessions = await world.database.sql(
      'SELECT end_reason FROM sessions WHERE user_id = $1 ORDER BY id',
      [id],
    );
    expect(sessions).toEqual([{ end_reason: 'account_disabled' }, { end_reason: null }]);
  });

  it('by reset: the old password and the old sessions end, the new one works', async () => {
    const { id, email, client } = await givenUser('clerk');
    const reset = await manager.post(`/users/${id}/reset-password`, {}, { expect: 200 });
    await client.get('/suppliers', { expect: 401 });
    expect((await login(email, 'a long enough test password')).status).toBe(401);
    expect((await login(email, String(reset.body['initialPassword']))).status).toBe(200);
  });

  it('is not for the own account, nor for the last manager of an institution', async () => {
    const own = await foreignManager.post(`/users/${foreignManager.user.id}/disable`, {});
    expect([own.status, own.body['code']]).toEqual([409, 'OWN_ACCOUNT']);
    const last = await admin.post(`/users/${foreignManager.user.id}/disable`, {});
    expect([last.status, last.body['code']]).toEqual([409, 'LAST_MANAGER']);
    const demoted = await admin.patch(
      `/users/${foreignManager.user.id}`,
      { role: 'clerk', departmentId: await world.given.department(foreignInstitutionId, '총무과') },
      { version: 1 },
    );
    expect(demoted.body['code']).toBe('LAST_MANAGER');
    const reset = await manager.post(`/users/${manager.user.id}/reset-password`, {});
    expect(reset.body['code']).toBe('OWN_ACCOUNT');
  });

  it('leaves one of two administrators who disable each other at the same moment', async () => {
    for (let round = 0; round < 10; round++) {
      await world.database.sql(`UPDATE users SET state = 'disabled' WHERE role = 'admin'`);
      const [one, two] = [await givenUser('admin'), await givenUser('admin')];
      const answers = await Promise.all([
        one.client.post(`/users/${two.id}/disable`, {}),
        two.client.post(`/users/${one.id}/disable`, {}),
      ]);
      expect(answers.map((answer) => answer.status).sort()).not.toEqual([200, 200]);
      const [left] = await world.database.sql<{ count: number }>(
        `SELECT count(*)::int AS count FROM users WHERE role = 'admin' AND state = 'active'`,
      );
      expect(left?.count).toBe(1);
    }
  });
});
