import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { FIND_PURCHASES_TO_RECOUNT } from '@ieum/domain';
import { listOf, type Answer, type ApiClient } from './support/api-client';
import { PDF } from './support/certificates';
import { uploaded } from './support/upload';
import { createWorld, type World } from './support/world';

let world: World;
let manager: ApiClient;
let colleague: ApiClient;
let admin: ApiClient;

beforeAll(async () => {
  world = await createWorld();
  const gangbuk = await world.given.institution('강북구', '11305');
  const nowon = await world.given.institution('노원구', '11350');
  manager = await world.loginAs(await world.given.user('manager', { institutionId: gangbuk }));
  colleague = await world.loginAs(await world.given.user('manager', { institutionId: nowon }));
  admin = await world.loginAs(await world.given.user('admin'));
});
afterAll(() => world.end());
beforeEach(() => world.setToday('2016-07-01'));

interface Company {
  readonly id: string;
  readonly client: ApiClient;
}

async function company(name: string, districtCode: string | null = '11305'): Promise<Company> {
  const id = await world.given.supplier(name, null);
  await world.database.sql(`UPDATE suppliers SET district_code = $2, address = '도봉로 1' WHERE id = $1`, [
    id,
    districtCode,
  ]);
  const client = await world.loginAs(await world.given.user('enterprise', { enterpriseId: id }));
  return { id, client };
}
async function waitingCertificate({ id, client }: Company): Promise<string> {
  const body = {
    type: 'certified_social_enterprise',
    validFrom: '2015-01-01',
    evidenceFileId: await uploaded(world.app, client, '인증서.pdf', PDF),
  };
  await client.post(`/suppliers/${id}/certifications`, body, { expect: 201 });
  return queueIdOf(id);
}
async function queueIdOf(supplierId: string): Promise<string> {
  const rows = await world.database.sql<{ id: string }>(
    `SELECT id FROM supplier_verifications WHERE supplier_id = $1 AND state = 'pending' ORDER BY id DESC`,
    [supplierId],
  );
  return rows[0]?.id ?? '';
}
const pathOf = (id: string) => `/supplier-verifications/${id}`;
const codeOf = ({ status, body }: Answer) => `${status} ${String(body['code'])}`;
const change = (client: ApiClient, body: object, version = 1) =>
  client.patch('/enterprise/company', body, { version });
const noticesFor = (audience: string, name: string) =>
  world.database.sql<{
    institution_id: string | null;
    supplier_id: string | null;
    kind: string;
    params: unknown;
  }>(
    `SELECT institution_id, supplier_id, kind, params FROM notices
     WHERE audience = $1 AND (params->>'supplierName' = $2 OR supplier_id::text = $2) ORDER BY id`,
    [audience, name],
  );

describe('the own company', () => {
  it('changes its own words at once, and verified facts wait while the old ones stay public', async () => {
    const own = await company('말이 앞서는 곳');
    const changed = await change(own.client, {
      introduction: '함께 만듭니다.',
      homepage: 'www.example.com',
      address: '한천로 2',
      vulnerableEmploymentBp: 3500,
      vulnerableEmploymentOn: '2016-06-30',
      note: '이사했습니다.',
    });
    expect(changed.status).toBe(200);
    expect(changed.body['supplier']).toMatchObject({
      introduction: '함께 만듭니다.',
      homepage: 'http://www.example.com',
      address: '도봉로 1',
      vulnerableEmploymentBp: null,
    });
    expect(changed.body['pending']).toMatchObject({
      subject: 'facts',
      state: 'pending',
      note: '이사했습니다.',
      differences: [
        { fact: 'address', standing: '도봉로 1', proposed: '한천로 2', changedSince: false },
        { fact: 'vulnerableEmploymentBp', standing: null, proposed: '3500', changedSince: false },
        { fact: 'vulnerableEmploymentOn', standing: null, proposed: '2016-06-30', changedSince: false },
      ],
    });
    const shown = await world.anonymous.get(`/suppliers/${own.id}`, { expect: 200 });
    expect(shown.body).toMatchObject({ introduction: '함께 만듭니다.', address: '도봉로 1' });
    const verification = await queueIdOf(own.id);
    const decided = await manager.post(
      pathOf(verification) + '/verify',
      { note: '원본 대조' },
      { version: 1, expect: 200 },
    );
    expect(decided.body).toMatchObject({ state: 'verified', reason: '원본 대조' });
    // The decided request still says what stood before.
    expect(listOf(decided.body['differences'])[0]).toMatchObject({
      standing: '도봉로 1',
      proposed: '한천로 2',
    });
    expect((await world.anonymous.get(`/suppliers/${own.id}`)).body).toMatchObject({
      address: '한천로 2',
      vulnerableEmploymentBp: 3500,
    });
  });

  it('has one proposal, which takes later changes in and loses what is set back', async () => {
    const own = await company('마음이 바뀌는 곳');
    await change(own.client, { address: '한천로 2' });
    const verification = await queueIdOf(own.id);
    const more = await change(own.client, { representative: '홍길동' });
    expect(listOf(more.body['pending']?.['differences']).map((one) => one['fact'])).toEqual([
      'representative',
      'address',
    ]);
    expect(more.body['pending']).toMatchObject({ id: verification, version: 2 });
    // Whoever had it open decides on what he saw, or not at all.
    expect(codeOf(await manager.post(pathOf(verification) + '/verify', {}, { version: 1 }))).toBe(
      '412 VERSION_STALE',
    );
    await change(own.client, { address: '도봉로 1' });
    const none = await change(own.client, { representative: null });
    expect(none.body['pending']).toBeNull();
    expect(none.body['verifications']).toMatchObject([{ id: verification, state: 'withdrawn' }]);
    expect(codeOf(await change(own.client, { address: '도봉로 1' }))).toBe('422 NOTHING_CHANGED');
  });

  it('proposes nothing that could not be verified anyway', async () => {
    const own = await company('될 수 없는 곳');
    const other = await world.given.supplier('번호 주인');
    await world.database.sql(`UPDATE suppliers SET business_number = '0008888888' WHERE id = $1`, [other]);
    const taken = await change(own.client, { businessNumber: '000-88-88888' });
    expect([codeOf(taken), taken.body['details']]).toEqual([
      '409 BUSINESS_NUMBER_TAKEN',
      { supplierId: other, name: '번호 주인' },
    ]);
    expect(codeOf(await change(own.client, { vulnerableEmploymentBp: 3000 }))).toBe(
      '422 VULNERABLE_EMPLOYMENT_INVALID',
    );
    expect(codeOf(await change(own.client, { address: '한천로 2' }, 7))).toBe('412 VERSION_STALE');
    expect(await queueIdOf(own.id)).toBe('');
    const unbound = await world.loginAs(await world.given.user('enterprise'));
    expect(codeOf(await unbound.get('/enterprise/company'))).toBe('409 ENTERPRISE_REQUIRED');
  });

  it('is nobody else’s: no other enterprise sees or takes back its proposal', async () => {
    const own = await company('남이 못 보는 곳');
    const rival = await company('엿보는 곳');
    const evidenceFileId = await uploaded(world.app, own.client, '등본.pdf', PDF);
    await change(own.client, { address: '한천로 2', evidenceFileId });
    const verification = await queueIdOf(own.id);
    await rival.client.get(`${pathOf(verification)}/evidence`, { expect: 404 });
    await rival.client.post(`${pathOf(verification)}/withdraw`, undefined, { version: 1, expect: 404 });
    await rival.client.get(pathOf(verification), { expect: 403 });
    await rival.client.get('/supplier-verifications', { expect: 403 });
    expect((await rival.client.get('/enterprise/company')).body['verifications']).toEqual([]);
    expect(codeOf(await change(rival.client, { address: '한천로 9', evidenceFileId }))).toBe('404 NOT_FOUND');
    await own.client.get(`${pathOf(verification)}/evidence`, { expect: 200 });
    await manager.get(`${pathOf(verification)}/evidence`, { expect: 200 });
    // Another account of the same enterprise may take it back.
    const second = await world.loginAs(await world.given.user('enterprise', { enterpriseId: own.id }));
    await second.post(`${pathOf(verification)}/withdraw`, undefined, { version: 1, expect: 200 });
  });
});

describe('the queue', () => {
  it('lists what waits in the order in which it was asked, and finds by state, subject and name', async () => {
    await world.database.sql(`UPDATE supplier_verifications SET state = 'withdrawn' WHERE state = 'pending'`);
    const first = await company('차례 하나');
    const second = await company('차례 둘');
    const ids = [await waitingCertificate(first)];
    await change(second.client, { address: '한천로 2' });
    ids.push(await queueIdOf(second.id));
    const idsOf = async (query: string) => {
      const { body } = await manager.get(`/supplier-verifications?${query}`, { expect: 200 });
      return [
        listOf(body['items']).map((one) => String(one['id'])),
        body['pendingCount'],
        body['nextCursor'],
      ];
    };
    expect(await idsOf('')).toEqual([ids, 2, null]);
    expect(await idsOf('subject=facts')).toEqual([[ids[1]], 2, null]);
    expect(await idsOf(`q=${encodeURIComponent('차례하나')}`)).toEqual([[ids[0]], 2, null]);
    const [page, , cursor] = await idsOf('limit=1');
    expect(page).toEqual([ids[0]]);
    expect((await idsOf(`limit=1&cursor=${String(cursor)}`))[0]).toEqual([ids[1]]);
    await manager.post(
      `${pathOf(String(ids[0]))}/refuse`,
      { reason: '번호가 다름' },
      { version: 1, expect: 200 },
    );
    expect((await idsOf('state=refused&state=verified'))[0]).toContain(ids[0]);
    expect(await idsOf('')).toEqual([[ids[1]], 1, null]);
  });

  it('shows old and new certificate side by side', async () => {
    const own = await company('나란히');
    const certificate = await world.given.certificate(own.id, 'prospective_local', {
      valid_until: '2018-06-07',
    });
    const evidenceFileId = await uploaded(world.app, own.client, '인증서.pdf', PDF);
    await own.client.patch(
      `/suppliers/${own.id}/certifications/${certificate}`,
      { validUntil: '2019-06-07', evidenceFileId },
      { version: 1, expect: 200 },
    );
    const shown = await manager.get(pathOf(await queueIdOf(own.id)), { expect: 200 });
    expect(shown.body).toMatchObject({
      subject: 'certification',
      supplierName: '나란히',
      requestedByName: 'enterprise 시험',
      replaces: { id: certificate, validUntil: '2018-06-07' },
      certification: { validUntil: '2019-06-07', state: 'pending' },
      hasEvidence: true,
      evidenceName: '인증서.pdf',
    });
    expect(shown.headers['etag']).toBe('"v1"');
  });

  it('is decided once: of two managers at the same moment one wins, and the other is told', async () => {
    for (let round = 0; round < 5; round++) {
      const own = await company(`둘이 보는 곳 ${round}`);
      const path = pathOf(await waitingCertificate(own));
      const answers = await Promise.all([
        manager.post(`${path}/verify`, {}, { version: 1 }),
        colleague.post(`${path}/refuse`, { reason: '번호가 다름' }, { version: 1 }),
        admin.post(`${path}/verify`, {}, { version: 1 }),
      ]);
      const codes = answers.map(codeOf).sort();
      expect(codes).toEqual(['200 undefined', '409 VERIFICATION_STATE', '409 VERIFICATION_STATE']);
      const won = answers.find(({ status }) => status === 200);
      const shown = listOf((await world.anonymous.get(`/suppliers/${own.id}`)).body['certifications']);
      expect(shown).toHaveLength(String(won?.body['state']) === 'verified' ? 1 : 0);
      expect(await noticesFor('enterprise', own.id)).toHaveLength(1);
    }
  });

  it('does not decide on what was not seen: another version of the request or of the supplier is 412', async () => {
    const own = await company('그사이 바뀐 곳');
    await change(own.client, { address: '한천로 2' });
    const path = pathOf(await queueIdOf(own.id));
    await manager.patch(`/suppliers/${own.id}`, { address: '삼양로 3' }, { version: 1, expect: 200 });
    const shown = await manager.get(path);
    expect(shown.body['differences']).toMatchObject([
      { standing: '삼양로 3', proposed: '한천로 2', changedSince: true },
    ]);
    const stale = await manager.post(`${path}/verify`, { supplierVersion: 1 }, { version: 1 });
    expect(codeOf(stale)).toBe('412 VERSION_STALE');
    await manager.post(`${path}/verify`, {}, { expect: 428 });
    await manager.post(`${path}/verify`, { supplierVersion: 2 }, { version: 1, expect: 200 });
    expect((await world.anonymous.get(`/suppliers/${own.id}`)).body['address']).toBe('한천로 2');
  });

  it('asks again when the proposed name is that of another enterprise', async () => {
    await world.given.supplier('이미 있는 이름');
    const own = await company('이름 바꾸는 곳');
    await change(own.client, { name: '이미 있는 이름' });
    const path = pathOf(await queueIdOf(own.id));
    expect(codeOf(await manager.post(`${path}/verify`, {}, { version: 1 }))).toBe('409 SUPPLIER_NAME_EXISTS');
    await manager.post(`${path}/verify`, { confirmSameName: true }, { version: 1, expect: 200 });
  });

  it('asks the ledger to recount when a verified certificate reaches counted days, and not when it is refused', async () => {
    const recounts = (id: string) =>
      world.database.sql(`SELECT 1 FROM jobs WHERE kind = $1 AND payload->>'supplierId' = $2`, [
        FIND_PURCHASES_TO_RECOUNT,
        id,
      ]);
    const refused = await company('집계 그대로');
    const path = pathOf(await waitingCertificate(refused));
    await manager.post(`${path}/refuse`, { reason: ' ' }, { version: 1, expect: 400 });
    await manager.post(`${path}/refuse`, { reason: '번호가 다름' }, { version: 1, expect: 200 });
    expect(await recounts(refused.id)).toHaveLength(0);
    const verified = await company('집계 달라짐');
    await manager.post(
      `${pathOf(await waitingCertificate(verified))}/verify`,
      {},
      { version: 1, expect: 200 },
    );
    expect(await recounts(verified.id)).toHaveLength(1);
  });

  it('is told to the managers of the district, without one to the administrators, and the decision to the enterprise', async () => {
    const here = await company('강북에 있는 곳');
    const path = pathOf(await waitingCertificate(here));
    const said = await noticesFor('manager', '강북에 있는 곳');
    expect(said.map((one) => one.institution_id)).toEqual([manager.user.institutionId]);
    const unread = await manager.get('/notices?unreadOnly=true', { expect: 200 });
    expect(JSON.stringify(unread.body)).toContain('강북에 있는 곳');
    expect(JSON.stringify((await colleague.get('/notices')).body)).not.toContain('강북에 있는 곳');
    await colleague.post(`${path}/refuse`, { reason: '번호가 다름' }, { version: 1, expect: 200 });
    expect(await noticesFor('enterprise', here.id)).toMatchObject([
      {
        kind: 'verification_decided',
        params: { subject: 'certification', decision: 'refused', reason: '번호가 다름' },
      },
    ]);
    for (const [name, code] of [
      ['구가 없는 곳', null],
      ['다른 시의 곳', '26110'],
    ] as const) {
      await waitingCertificate(await company(name, code));
      expect(await noticesFor('admin', name)).toHaveLength(1);
      expect(await noticesFor('manager', name)).toEqual([]);
    }
  });
});

describe('a claim', () => {
  it('that is verified gives the account its enterprise with the next request; one that is refused tells nobody', async () => {
    const own = await company('맞는 주인');
    await world.database.sql(`UPDATE suppliers SET business_number = '0005555555' WHERE id = $1`, [own.id]);
    const invited = await world.loginAs(await world.given.user('enterprise'));
    const claim = { businessNumber: '0005555555', note: '대표입니다.' };
    const made = await invited.post('/enterprise/claims', claim, { expect: 201 });
    expect(await noticesFor('manager', '맞는 주인')).toHaveLength(1);
    // The people of the enterprise hear of it when it is decided, and not before.
    expect((await own.client.get('/enterprise/company')).body['verifications']).toEqual([]);
    const path = pathOf(String(made.body['id']));
    await manager.post(`${path}/refuse`, { reason: '확인할 수 없음' }, { version: 1, expect: 200 });
    expect(await noticesFor('enterprise', own.id)).toEqual([]);
    const again = await invited.post('/enterprise/claims', claim, { expect: 201 });
    const verify = `${pathOf(String(again.body['id']))}/verify`;
    await invited.get('/enterprise/company', { expect: 409 });
    await manager.post(verify, {}, { version: 1, expect: 200 });
    const mine = await invited.get('/enterprise/company', { expect: 200 });
    expect(mine.body['supplier']).toMatchObject({ id: own.id, name: '맞는 주인' });
    expect(codeOf(await manager.post(verify, {}, { version: 2 }))).toBe('409 VERIFICATION_STATE');
  });
});
