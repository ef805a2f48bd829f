import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { ownerDataSource } from '../src/database/data-source';
import type { ApiClient } from './support/api-client';
import { asApplication } from './support/as-application';
import { createWorld, type World } from './support/world';

let world: World;
let owner: DataSource;
let manager: ApiClient;
let admin: ApiClient;
let press: string;
let banner: string;

beforeAll(async () => {
  world = await createWorld();
  owner = await ownerDataSource(world.database.url).initialize();
  const institutionId = await world.given.institution();
  manager = await world.loginAs(await world.given.user('manager', { institutionId }));
  admin = await world.loginAs(await world.given.user('admin'));
  press = await world.given.supplier('노란들판');
  banner = await world.given.supplier('도우누리');
});
afterAll(async () => {
  await owner.destroy();
  await world.end();
});

let count = 0;
const invitation = (more: object = {}) => ({
  email: `company-${++count}@supplier.example`,
  name: '한담당',
  role: 'enterprise',
  ...more,
});
const codeOf = (body: { body: { code?: unknown } }) => body.body['code'];

async function invite(more: object = {}) {
  const answer = await manager.post('/users', invitation(more), { expect: 201 });
  return { id: String(answer.body['user']?.['id']), user: answer.body['user'] };
}

describe('inviting an enterprise', () => {
  it('binds the account at once when the manager names the enterprise', async () => {
    const { id, user } = await invite({ enterpriseId: press });
    expect(user).toMatchObject({
      role: 'enterprise',
      institutionId: null,
      enterpriseId: press,
      enterpriseName: '노란들판',
    });
    expect((await manager.get(`/users/${id}`, { expect: 200 })).body['enterpriseId']).toBe(press);
    const found = await manager.get(`/users?role=enterprise&enterpriseId=${press}`, { expect: 200 });
    expect(JSON.stringify(found.body)).toContain(id);
    const others = await manager.get(`/users?enterpriseId=${banner}`, { expect: 200 });
    expect(others.body['items']).toEqual([]);
  });

  it('is for the managers of its district: another one takes over no account and verifies no claim', async () => {
    const far = await world.given.supplier('다른 구 기업');
    await world.database.sql(`UPDATE suppliers SET district_code = '11350' WHERE id = $1`, [far]);
    const refused = await manager.post('/users', invitation({ enterpriseId: far }), { expect: 403 });
    expect(codeOf(refused)).toBe('ENTERPRISE_OF_OTHER_DISTRICT');
    const made = await admin.post('/users', invitation({ enterpriseId: far }), { expect: 201 });
    const id = String(made.body['user']?.['id']);
    await manager.get(`/users/${id}`, { expect: 403 });
    await manager.post(`/users/${id}/reset-password`, {}, { expect: 403 });
    const list = await manager.get('/users?role=enterprise&limit=200', { expect: 200 });
    expect(JSON.stringify(list.body)).not.toContain(id);
    // The control: the same account of an enterprise of the own district.
    await world.database.sql(
      `UPDATE suppliers SET district_code = (SELECT administrative_code FROM institutions WHERE id = $2) WHERE id = $1`,
      [far, manager.user.institutionId],
    );
    await manager.get(`/users/${id}`, { expect: 200 });
    const shown = await manager.get('/users?role=enterprise&limit=200', { expect: 200 });
    expect(JSON.stringify(shown.body)).toContain(id);
  });

  it('may leave the enterprise open, and name it later, once', async () => {
    const { id, user } = await invite();
    expect(user).toMatchObject({ enterpriseId: null, enterpriseName: null });
    await admin.patch(`/users/${id}`, { enterpriseId: press }, { version: 1, expect: 200 });
    const moved = await admin.patch(`/users/${id}`, { enterpriseId: banner }, { version: 2 });
    expect([moved.status, codeOf(moved)]).toEqual([409, 'CLAIM_NOT_POSSIBLE']);
    const freed = await manager.patch(`/users/${id}`, { enterpriseId: null }, { version: 2 });
    expect(codeOf(freed)).toBe('CLAIM_NOT_POSSIBLE');
    await manager.patch(`/users/${id}`, { name: '한과장', enterpriseId: press }, { version: 2, expect: 200 });
  });

  it('takes no enterprise that is not there or was merged, no other role, and no institution', async () => {
    const unknown = '019aa5d0-7c1e-7000-8000-00000000dead';
    expect(codeOf(await manager.post('/users', invitation({ enterpriseId: unknown })))).toBe('NOT_FOUND');
    const merged = await world.given.supplier('노란들판인쇄');
    await world.database.sql(
      `UPDATE suppliers SET merged_into_id = $2, merged_at = now(), merge_reason = '같은 기업' WHERE id = $1`,
      [merged, press],
    );
    expect(codeOf(await manager.post('/users', invitation({ enterpriseId: merged })))).toBe(
      'SUPPLIER_MERGED',
    );
    const asManager = invitation({ role: 'manager', enterpriseId: press });
    expect(codeOf(await manager.post('/users', asManager))).toBe('ROLE_NOT_ALLOWED');
    const placed = invitation({ institutionId: manager.user.institutionId });
    expect(codeOf(await manager.post('/users', placed))).toBe('ROLE_NOT_ALLOWED');
  });

  it('is for nobody else, and makes no other role of it', async () => {
    const support = await world.loginAs(await world.given.user('support'));
    await support.post('/users', invitation(), { expect: 403 });
    const { id } = await invite({ enterpriseId: press });
    const asClerk = await admin.patch(`/users/${id}`, { role: 'clerk' }, { version: 1 });
    expect(codeOf(asClerk)).toBe('ROLE_NOT_ALLOWED');
  });

  it('takes effect in the open session, and disabling ends it', async () => {
    const company = await world.loginAs(await world.given.user('enterprise'));
    expect((await company.get('/auth/me', { expect: 200 })).body['enterpriseId']).toBeNull();
    await manager.patch(`/users/${company.user.id}`, { enterpriseId: press }, { version: 1, expect: 200 });
    expect((await company.get('/auth/me', { expect: 200 })).body['enterpriseId']).toBe(press);
    await manager.post(`/users/${company.user.id}/disable`, {}, { expect: 200 });
    await company.get('/auth/me', { expect: 401 });
  });
});

describe('the database itself', () => {
  const move = 'UPDATE users SET enterprise_id = $2 WHERE id = $1';
  const enterpriseOf = 'SELECT enterprise_id FROM users WHERE id = $1';

  it('never moves an account to another enterprise, whatever statement is run', async () => {
    const { id } = await invite({ enterpriseId: press });
    const asKeeper = { actorId: manager.user.id, register: 'keeper' } as const;
    const tried = (before: readonly string[]) =>
      asApplication(
        owner,
        asKeeper,
        async (tx) => {
          await tx.query(move, [id, banner]);
          return tx.query<unknown[]>(enterpriseOf, [id]);
        },
        before,
      );
    await expect(tried([])).rejects.toThrow('an account never moves to another enterprise');
    // The control: without the trigger the same statement moves it.
    expect(await tried(['ALTER TABLE users DISABLE TRIGGER tr_users_fix_enterprise'])).toEqual([
      { enterprise_id: banner },
    ]);
  });

  it('lets no account bind itself', async () => {
    const { id } = await invite();
    const asItself = (register: '' | 'keeper') =>
      asApplication(owner, { actorId: id, register }, async (tx) => {
        await tx.query(move, [id, banner]);
        return tx.query<unknown[]>(enterpriseOf, [id]);
      });
    await expect(asItself('')).rejects.toThrow('an account never moves to another enterprise');
    expect(await asItself('keeper')).toEqual([{ enterprise_id: banner }]);
  });
});
