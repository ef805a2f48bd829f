import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { listOf } from './support/api-client';
import { createContractWorld, type ContractWorld } from './support/contract-world';

let world: ContractWorld;
beforeAll(async () => {
  world = await createContractWorld();
});
afterAll(() => world.end());

describe('writing down a contract', () => {
  it('is for the adviser of the area and the administrator; the buyer reads it', async () => {
    const body = world.banner();
    const made = await world.adviser.post('/contracts', body, { expect: 201 });
    expect(made.body).toMatchObject({
      departmentName: '일자리지원과',
      adviserId: world.adviser.user.id,
      source: 'direct',
      state: 'signed',
      purchase: null,
      parties: [{ supplierId: world.nodeul, supplierName: '노란들판', shareKrw: null, isLead: true }],
    });
    const path = `/contracts/${String(made.body['id'])}`;
    await world.admin.post('/contracts', world.banner({ item: '안내 책자' }), { expect: 201 });
    await world.otherAdviser.post('/contracts', body, { expect: 404 });
    await world.clerk.post('/contracts', body, { expect: 403 });
    await world.manager.post('/contracts', body, { expect: 403 });
    for (const reader of [world.clerk, world.manager, world.adviser]) await reader.get(path, { expect: 200 });
    await world.otherClerk.get(path, { expect: 404 });
    await world.otherAdviser.get(path, { expect: 404 });
  });

  it('tells the clerks of the department what waits for them', async () => {
    const { id } = await world.signed({ item: '행사 천막' });
    const notices = listOf((await world.clerk.get('/notices', { expect: 200 })).body['items']);
    expect(notices[0]).toMatchObject({
      kind: 'contract_offered',
      params: { item: '행사 천막', valueKrw: 160_000 },
      link: `/contracts/${String(id)}`,
    });
    const others = listOf((await world.otherClerk.get('/notices', { expect: 200 })).body['items']);
    expect(others.map((one) => one['kind'])).not.toContain('contract_offered');
  });

  it('refuses what the rule refuses, and an enterprise that the register does not know', async () => {
    const refusedAs = async (more: object) =>
      (await world.adviser.post('/contracts', world.banner({ ...more }), { expect: 422 })).body['details'];
    expect(await refusedAs({ signedOn: '2017-12-02' })).toMatchObject({ field: 'signedOn', rule: 'future' });
    expect(await refusedAs({ parties: [] })).toMatchObject({ field: 'parties', rule: 'required' });
    expect(await refusedAs({ suppliersUnknown: true, parties: [] })).toMatchObject({ field: 'note' });
    expect(await refusedAs({ institutionId: null })).toMatchObject({ field: 'institutionId' });
    const unknown = [{ supplierId: world.institutionId, isLead: true }];
    await world.adviser.post('/contracts', world.banner({ parties: unknown }), { expect: 404 });
  });

  it('is changed until it is in the books, with the version that was read', async () => {
    const { id } = await world.signed({ item: '배너' });
    const path = `/contracts/${String(id)}`;
    const body = { item: '배너 2장', kind: 'goods', signedOn: '2017-05-03', valueKrw: 320_000 };
    await world.adviser.patch(path, body, { expect: 428 });
    const changed = await world.adviser.patch(path, body, { version: 1, expect: 200 });
    expect(changed.body).toMatchObject({ item: '배너 2장', valueKrw: 320_000, departmentId: world.jobs });
    expect(listOf(changed.body['parties'])).toHaveLength(1);
    await world.adviser.patch(path, body, { version: 1, expect: 412 });
    await world.clerk.post(`${path}/to-purchase`, {}, { expect: 201 });
    const refused = await world.adviser.patch(path, body, { version: 2, expect: 409 });
    expect(refused.body).toMatchObject({ code: 'CONTRACT_STATE' });
  });
});

describe('cancelling a contract', () => {
  it('says why, once, and takes it out of the totals', async () => {
    const { id } = await world.signed({ item: '취소할 계약', valueKrw: 5_000_000 });
    const path = `/contracts/${String(id)}/cancel`;
    const before = await contractTotals();
    await world.adviser.post(path, { reason: '발주 취소' }, { version: 1, expect: 200 });
    const after = await contractTotals();
    expect(before.count - after.count).toBe(1);
    expect(before.krw - after.krw).toBe(5_000_000);
    const again = await world.adviser.post(path, { reason: '다시' }, { version: 2, expect: 409 });
    expect(again.body).toMatchObject({ code: 'CONTRACT_STATE' });
    await world.clerk.post(`/contracts/${String(id)}/to-purchase`, {}, { expect: 409 });
  });

  it('moves the match to its contract, and back when it was the only one', async () => {
    const matchId = await world.selectedMatch('두 번 계약', ['노란들판', '자리']);
    const fromMatch = { matchId, institutionId: undefined, parties: undefined };
    const stage = async () => (await world.adviser.get(`/matches/${matchId}`, { expect: 200 })).body['stage'];
    const first = await world.signed(fromMatch);
    expect(listOf(first['parties']).map((one) => one['isLead'])).toEqual([true, false]);
    const second = await world.signed(fromMatch);
    expect(await stage()).toBe('contracted');
    for (const [contract, after] of [
      [second, 'contracted'],
      [first, 'selected'],
    ] as const) {
      const path = `/contracts/${String(contract['id'])}/cancel`;
      await world.adviser.post(path, { reason: '발주 취소' }, { version: 1, expect: 200 });
      expect(await stage()).toBe(after);
    }
  });

  it('is not written down for a match that was lost', async () => {
    const more = { stage: 'lost', lost_reason: 'general_business' };
    const matchId = await world.selectedMatch('놓친 매칭', ['노란들판'], more);
    const body = world.banner({ matchId, institutionId: undefined });
    const refused = await world.adviser.post('/contracts', body, { expect: 409 });
    expect(refused.body).toMatchObject({ code: 'MATCH_STAGE' });
  });

  it('is refused while a living purchase names it, also at a school whose books the adviser does not see', async () => {
    const [school] = await world.database.sql<{ id: string }>(
      `INSERT INTO institutions (name, kind, district_id) VALUES ('수유초등학교', 'school', $1) RETURNING id`,
      [world.institutionId],
    );
    const institutionId = school?.id ?? '';
    await world.given.year(institutionId, 2017);
    const departmentId = await world.given.department(institutionId, '행정실');
    const head = await world.loginAs(await world.given.user('manager', { institutionId }));
    const { id } = await world.signed({ institutionId, departmentId: null, item: '학교 화단' });
    const bought = await head.post(`/contracts/${String(id)}/to-purchase`, { departmentId }, { expect: 201 });
    const path = `/contracts/${String(id)}/cancel`;
    const refused = await world.adviser.post(path, { reason: '발주 취소' }, { version: 1, expect: 409 });
    expect(refused.body).toMatchObject({
      code: 'CONTRACT_STATE',
      details: { purchaseId: bought.body['purchase']?.['id'] },
    });
  });
});

describe('the list of contracts', () => {
  it('adds up what the filters find, a contract once however many deliver, and pages without gaps', async () => {
    const year = await world.adviser.get('/contracts?year=2017&limit=200', { expect: 200 });
    const rows = listOf(year.body['items']);
    const sum = rows.reduce((total, row) => total + Number(row['valueKrw']), 0);
    expect(year.body['totals']).toEqual({ contractCount: rows.length, valueKrw: sum });
    const seen: unknown[] = [];
    let cursor: unknown = '';
    while (cursor !== null) {
      const more = cursor === '' ? '' : `&cursor=${String(cursor)}`;
      const page = await world.adviser.get(`/contracts?year=2017&limit=2${more}`, { expect: 200 });
      seen.push(...listOf(page.body['items']).map((row) => row['id']));
      cursor = page.body['nextCursor'];
    }
    expect(seen).toEqual(rows.map((row) => row['id']));
    expect((await world.adviser.get('/contracts?year=2016', { expect: 200 })).body['totals']).toMatchObject({
      contractCount: 0,
    });
    const direct = await world.adviser.get('/contracts?year=2017&source=direct&limit=200', { expect: 200 });
    const ofDirect = rows.filter((row) => String(row['source']) === 'direct');
    expect(listOf(direct.body['items'])).toEqual(ofDirect);
    expect(ofDirect.length).toBeLessThan(rows.length);
  });

  it('says what waits to be entered, and to whom it is nothing', async () => {
    const waiting = '/contracts?isPurchased=false&state=signed&limit=200';
    const rows = listOf((await world.clerk.get(waiting, { expect: 200 })).body['items']);
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.every((row) => row['purchase'] === null && String(row['departmentId']) === world.jobs)).toBe(
      true,
    );
    const others = await world.otherClerk.get(waiting, { expect: 200 });
    expect(others.body['totals']).toMatchObject({ contractCount: 0 });
  });

  it('is saved as a sheet with the same rows', async () => {
    const rows = listOf((await world.adviser.get('/contracts?limit=200', { expect: 200 })).body['items']);
    const sheet = await world.app.inject({
      method: 'GET',
      url: '/api/v1/contracts/export?format=csv',
      headers: { authorization: `Bearer ${String(world.adviser.token)}` },
    });
    expect(sheet.statusCode).toBe(200);
    expect(sheet.body.trim().split('\n')).toHaveLength(rows.length + 1);
  });
});

async function contractTotals(): Promise<{ count: number; krw: number }> {
  const [row] = await world.database.sql<{ count: string; krw: string }>(
    `SELECT coalesce(sum(row_count), 0) AS count, coalesce(sum(amount), 0) AS krw
     FROM activity_totals WHERE measure = 'contract'`,
  );
  return { count: Number(row?.count), krw: Number(row?.krw) };
}
