import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { MAX_CLAIM_FILES, MAX_CLAIM_LOOKUPS_A_DAY, MAX_CLAIMS_IN_30_DAYS } from '@ieum/domain';
import type { DataSource } from 'typeorm';
import { Transactions } from '../src/database/transactions';
import { ownerDataSource } from '../src/database/data-source';
import { systemActor } from '../src/common/actor';
import { UsersService } from '../src/users/users.service';
import { listOf, type Answer, type ApiClient } from './support/api-client';
import { asApplication } from './support/as-application';
import { upload, uploaded } from './support/upload';
import { createWorld, type World } from './support/world';

const NUMBER = '0001234567';
const PDF = '%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n';

let world: World;
let owner: DataSource;
let press: string;
let banner: string;
let invited: ApiClient;

beforeAll(async () => {
  world = await createWorld();
  world.setToday('2016-06-15');
  owner = await ownerDataSource(world.database.url).initialize();
  press = await world.given.supplier('노란들판');
  banner = await world.given.supplier('도우누리');
  await world.database.sql(
    `UPDATE suppliers SET business_number = $2, district_code = '11305', representative = '홍길동' WHERE id = $1`,
    [press, NUMBER],
  );
});
afterAll(async () => {
  await owner.destroy();
  await world.end();
});
beforeEach(async () => {
  world.setToday('2016-06-15');
  invited = await world.loginAs(await world.given.user('enterprise'));
});

const claim = (more: object = {}) => ({
  businessNumber: '000-12-34567',
  note: '영업팀에서 일합니다.',
  ...more,
});
const codeOf = (answer: Answer) => `${answer.status} ${String(answer.body['code'])}`;
const find = (client: ApiClient, number: string) =>
  client.get(`/enterprise/claimable-supplier?businessNumber=${number}`);

describe('looking the own enterprise up', () => {
  it('answers name and district for a whole number, and no more', async () => {
    const found = await find(invited, '000-12-34567');
    expect(found.body).toEqual({ supplierId: press, name: '노란들판', districtCode: '11305' });
    expect(codeOf(await find(invited, '0009999999'))).toBe('404 NOT_FOUND');
    expect(codeOf(await find(invited, '00012'))).toBe('422 BUSINESS_NUMBER_INVALID');
  });

  it('leads from a merged entry to the one that stands', async () => {
    const twin = await world.given.supplier('노란들판인쇄');
    await world.database.sql(
      `UPDATE suppliers SET business_number = '0007654321', merged_into_id = $2, merged_at = now(), merge_reason = '같은 기업'
       WHERE id = $1`,
      [twin, press],
    );
    expect((await find(invited, '0007654321')).body['supplierId']).toBe(press);
  });

  it('ends for the day after so many tries, those at the same moment included', async () => {
    const answers = await Promise.all(
      Array.from({ length: MAX_CLAIM_LOOKUPS_A_DAY + 5 }, (_, index) =>
        find(invited, `000${String(5_000_000 + index)}`),
      ),
    );
    const codes = answers.map(codeOf);
    expect(codes.filter((code) => code === '404 NOT_FOUND')).toHaveLength(MAX_CLAIM_LOOKUPS_A_DAY);
    expect(codes.filter((code) => code === '429 TOO_MANY_REQUESTS')).toHaveLength(5);
    expect(codeOf(await invited.post('/enterprise/claims', claim()))).toBe('429 TOO_MANY_REQUESTS');
    world.setToday('2016-06-16');
    expect((await find(invited, NUMBER)).status).toBe(200);
  });

  it('is not for other roles', async () => {
    const clerk = await world.loginAs(await world.given.user('admin'));
    expect((await find(clerk, NUMBER)).status).toBe(403);
    await clerk.post('/enterprise/claims', claim(), { expect: 403 });
  });
});

describe('claiming it', () => {
  it('waits with its evidence, which nobody else sees', async () => {
    const evidenceFileId = await uploaded(world.app, invited, '사업자등록증.pdf', PDF);
    const made = await invited.post('/enterprise/claims', claim({ evidenceFileId }), {
      expect: 201,
      idempotencyKey: true,
    });
    expect(made.body).toMatchObject({
      supplierId: press,
      supplierName: '노란들판',
      state: 'pending',
      evidenceName: '사업자등록증.pdf',
      note: '영업팀에서 일합니다.',
    });
    await invited.get(`/files/${evidenceFileId}/content`, { expect: 200 });
    const rival = await world.loginAs(await world.given.user('enterprise'));
    const company = await world.loginAs(await world.given.user('enterprise', { enterpriseId: press }));
    const support = await world.loginAs(await world.given.user('support'));
    for (const other of [rival, company, support])
      await other.get(`/files/${evidenceFileId}`, { expect: 404 });
    expect((await rival.get('/enterprise/claims', { expect: 200 })).body['items']).toEqual([]);
    await rival.post(`/enterprise/claims/${String(made.body['id'])}/withdraw`, {}, { expect: 404 });
    // With somebody else's file no claim is made either.
    expect(codeOf(await rival.post('/enterprise/claims', claim({ evidenceFileId })))).toBe('404 NOT_FOUND');
  });

  it('is possible once at a time, and again after it was taken back', async () => {
    const answers = await Promise.all([1, 2, 3].map(() => invited.post('/enterprise/claims', claim())));
    expect(answers.map(codeOf).sort()).toEqual(['201 undefined', '409 CLAIM_EXISTS', '409 CLAIM_EXISTS']);
    const [mine] = listOf((await invited.get('/enterprise/claims', { expect: 200 })).body['items']);
    const path = `/enterprise/claims/${String(mine?.['id'])}/withdraw`;
    expect((await invited.post(path, {}, { expect: 200 })).body['state']).toBe('withdrawn');
    expect(codeOf(await invited.post(path, {}))).toBe('409 VERIFICATION_STATE');
    await invited.post('/enterprise/claims', claim({ businessNumber: null, supplierId: banner }), {
      expect: 201,
    });
  });

  it('is bounded over thirty days', async () => {
    for (let index = 0; index < MAX_CLAIMS_IN_30_DAYS; index++) {
      const made = await invited.post('/enterprise/claims', claim(), { expect: 201 });
      await invited.post(`/enterprise/claims/${String(made.body['id'])}/withdraw`, {}, { expect: 200 });
    }
    expect(codeOf(await invited.post('/enterprise/claims', claim()))).toBe('429 TOO_MANY_REQUESTS');
    world.setToday('2016-07-16');
    await invited.post('/enterprise/claims', claim(), { expect: 201 });
  });

  it('keeps so many files and no more', async () => {
    for (let index = 0; index < MAX_CLAIM_FILES; index++) {
      await uploaded(world.app, invited, `증빙${index}.pdf`, PDF);
    }
    expect((await upload(world.app, invited, '하나 더.pdf', PDF)).code).toBe('TOO_MANY_REQUESTS');
  });
});

describe('the decision', () => {
  const bind = (userId: string, supplierId: string) =>
    world.app
      .get(Transactions)
      .run(systemActor('test'), (tx) =>
        world.app.get(UsersService, { strict: false }).bindAccount(tx, userId, supplierId),
      );

  it('binds the account once; its open session has the enterprise with the next request', async () => {
    await bind(invited.user.id, press);
    world.app.get(UsersService, { strict: false }).sessionsChanged();
    expect((await invited.get('/auth/me', { expect: 200 })).body['enterpriseId']).toBe(press);
    await bind(invited.user.id, press);
    await expect(bind(invited.user.id, banner)).rejects.toThrow('CLAIM_NOT_POSSIBLE');
    expect(codeOf(await invited.post('/enterprise/claims', claim()))).toBe('409 CLAIM_NOT_POSSIBLE');
    expect(codeOf(await find(invited, NUMBER))).toBe('409 CLAIM_NOT_POSSIBLE');
  });

  it('in the queue tells the manager of the district, binds the account and opens its work at once', async () => {
    const institutionId = await world.given.institution('강북구', '11305');
    const manager = await world.loginAs(await world.given.user('manager', { institutionId }));
    const evidenceFileId = await uploaded(world.app, invited, '사업자등록증.pdf', PDF);
    const made = await invited.post('/enterprise/claims', claim({ evidenceFileId }), { expect: 201 });
    const [told] = listOf((await manager.get('/notices', { expect: 200 })).body['items']);
    expect(told).toMatchObject({
      kind: 'verification_requested',
      params: { supplierName: '노란들판', subject: 'claim' },
    });
    await invited.get('/enterprise/company', { expect: 409 });
    const path = `/supplier-verifications/${String(made.body['id'])}`;
    await manager.get(`${path}/evidence`, { expect: 200 });
    await manager.post(`${path}/verify`, {}, { version: 1, expect: 200 });
    const company = await invited.get('/enterprise/company', { expect: 200 });
    expect(company.body['supplier']).toMatchObject({ id: press, name: '노란들판' });
    const [own] = listOf((await invited.get('/enterprise/claims', { expect: 200 })).body['items']);
    expect(own).toMatchObject({ state: 'verified' });
  });

  it('refused tells the account why, and it may claim again', async () => {
    const admin = await world.loginAs(await world.given.user('admin'));
    const made = await invited.post('/enterprise/claims', claim(), { expect: 201 });
    const path = `/supplier-verifications/${String(made.body['id'])}`;
    await admin.post(`${path}/refuse`, { reason: '상호가 다릅니다.' }, { version: 1, expect: 200 });
    const [own] = listOf((await invited.get('/enterprise/claims', { expect: 200 })).body['items']);
    expect(own).toMatchObject({ state: 'refused', reason: '상호가 다릅니다.' });
    await invited.post('/enterprise/claims', claim(), { expect: 201 });
  });

  it('is for accounts of enterprises only', async () => {
    const admin = await world.loginAs(await world.given.user('admin'));
    await expect(bind(admin.user.id, press)).rejects.toThrow('NOT_FOUND');
  });
});

describe('the database itself', () => {
  it('shows no claim and no evidence to another account, and lets nobody decide the own claim', async () => {
    const evidenceFileId = await uploaded(world.app, invited, '사업자등록증.pdf', PDF);
    const made = await invited.post('/enterprise/claims', claim({ evidenceFileId }), { expect: 201 });
    const id = String(made.body['id']);
    const rival = await world.loginAs(await world.given.user('enterprise'));
    const seen = (actorId: string, before: readonly string[] = []) =>
      asApplication(
        owner,
        { actorId },
        (tx) =>
          tx.query<{ claims: number; files: number }[]>(
            `SELECT (SELECT count(*)::int FROM supplier_verifications WHERE id = $1) AS claims,
                    (SELECT count(*)::int FROM files WHERE id = $2) AS files`,
            [id, evidenceFileId],
          ),
        before,
      );
    expect(await seen(rival.user.id)).toEqual([{ claims: 0, files: 0 }]);
    expect(await seen(invited.user.id)).toEqual([{ claims: 1, files: 1 }]);
    // The control: without row security the rival would see both.
    const open = ['supplier_verifications', 'files'].map(
      (table) => `ALTER TABLE ${table} DISABLE ROW LEVEL SECURITY`,
    );
    expect(await seen(rival.user.id, open)).toEqual([{ claims: 1, files: 1 }]);
    const decide = `UPDATE supplier_verifications SET state = 'verified', decided_at = now() WHERE id = $1`;
    await expect(
      asApplication(owner, { actorId: invited.user.id }, (tx) => tx.query<unknown>(decide, [id])),
    ).rejects.toThrow('row-level security');
  });

  it('takes a file of nobody from its uploader without an enterprise alone', async () => {
    const insert = `INSERT INTO files (name, media_type, size_bytes, sha256, uploaded_by) VALUES ('x.pdf', 'application/pdf', 1, 'x', $1)`;
    const tried = (settings: Parameters<typeof asApplication>[1]) =>
      asApplication(owner, { actorId: invited.user.id, ...settings }, (tx) =>
        tx.query<unknown>(insert, [invited.user.id]),
      );
    await expect(tried({ enterpriseId: press })).rejects.toThrow('row-level security');
    await expect(tried({ register: 'staff' })).rejects.toThrow('row-level security');
    await expect(tried({ actorId: press })).rejects.toThrow('row-level security');
    await tried({});
  });
});
