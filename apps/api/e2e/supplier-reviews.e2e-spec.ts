import { afterAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { ApiClient, Body } from './support/api-client';
import { asCsv } from './support/finance-sheet';
import { asSheet, officialList, oneLetterOff, type ListedEnterprise } from './support/official-list';
import { listOf } from './support/purchase-imports';
import { checkedList, countsOf, listStep, rowsOf } from './support/supplier-imports';
import { createWorld, type World } from './support/world';

const worlds: World[] = [];
let world: World;
let keeper: ApiClient;

beforeEach(async () => {
  world = await createWorld();
  worlds.push(world);
  world.setToday('2016-06-15');
  keeper = await world.loginAs(await world.given.user('support'));
});
afterAll(() => Promise.all(worlds.map((one) => one.end())));

const LIST = officialList(6);
const [FIRST, SECOND, THIRD] = LIST as [ListedEnterprise, ListedEnterprise, ListedEnterprise];

async function imported(list: readonly ListedEnterprise[], name = '목록.csv'): Promise<Body> {
  const found = await checkedList(world, keeper, name, asCsv(asSheet(list)));
  return listStep(keeper, found['id'], 'apply');
}

async function supplierNamed(name: string | null): Promise<{ id: string; version: number }> {
  const [row] = await world.database.sql<{ id: string; version: number }>(
    'SELECT id, version FROM suppliers WHERE name = $1 AND withdrawn_at IS NULL',
    [name],
  );
  if (row === undefined) throw new Error(`nobody is called ${String(name)}`);
  return row;
}

async function queue(): Promise<Body[]> {
  return listOf((await keeper.get('/supplier-reviews', { expect: 200 })).body['items']);
}

describe('a list', () => {
  it('that brings a certificate to an enterprise of the register asks the ledger to look at its purchases', async () => {
    const asked = () =>
      world.database.sql<{ supplier: string }>(
        `SELECT payload->>'supplierId' AS supplier FROM jobs WHERE kind = 'find-purchases-to-recount'`,
      );
    const { body } = await keeper.post(
      '/suppliers',
      { name: FIRST.name, businessNumber: FIRST.businessNumber },
      { expect: 201 },
    );
    await imported(LIST);
    // The five newcomers of the list have no purchases yet: nobody is asked to look for them.
    expect(await asked()).toEqual([{ supplier: body['id'] }]);
  });
});

describe('a correction by hand', () => {
  it('is shown with both values and stays, until somebody lets the list replace it', async () => {
    await imported(LIST);
    const { id, version } = await supplierNamed(FIRST.name);
    await keeper.patch(
      `/suppliers/${id}`,
      { representative: '바른이름' },
      { expect: 200, headers: { 'if-match': `"v${version}"` } },
    );
    const newer = [{ ...FIRST, address: '서울특별시 노원구 동일로 9' }, ...LIST.slice(1)];
    const found = await checkedList(world, keeper, '다음.csv', asCsv(asSheet(newer)), { asOf: '2016-06-02' });
    expect(countsOf(found, 'counts')).toEqual({ changed: 1, unchanged: 5 });
    const [row] = await rowsOf(keeper, found['id'], '&verdict=changed');
    const own = { field: 'representative', before: '바른이름', after: FIRST.representative, byHand: true };
    expect(listOf(row?.['differences'])).toEqual([
      { ...own, taken: false },
      {
        field: 'address',
        before: FIRST.address,
        after: '서울특별시 노원구 동일로 9',
        byHand: false,
        taken: true,
      },
      { field: 'districtCode', before: '11305', after: '11350', byHand: false, taken: true },
    ]);
    const path = `/supplier-imports/${String(found['id'])}`;
    const choose = (takeFields: string[], expected: number, rowNumber = 4) =>
      keeper.patch(
        path,
        { rows: [{ rowNumber, takeFields }] },
        { expect: expected, headers: { 'if-match': `"v${String(found['version'])}"` } },
      );
    await choose(['address'], 400);
    await choose([], 400, 5);
    await listStep(keeper, found['id'], 'apply');
    const after = (await keeper.get(`/suppliers/${id}`, { expect: 200 })).body;
    expect(after).toMatchObject({
      representative: '바른이름',
      address: '서울특별시 노원구 동일로 9',
      districtCode: '11350',
    });

    // The same question comes with the next list; now the list is believed.
    const next = await checkedList(world, keeper, '또.csv', `${asCsv(asSheet(newer))}\r\n`);
    expect(countsOf(next, 'counts')).toEqual({ changed: 1, unchanged: 5 });
    await keeper.patch(
      `/supplier-imports/${String(next['id'])}`,
      { rows: [{ rowNumber: 4, takeFields: ['representative'] }] },
      { expect: 200, headers: { 'if-match': `"v${String(next['version'])}"` } },
    );
    const applied = await listStep(keeper, next['id'], 'apply');
    expect(countsOf(applied, 'outcomes')).toEqual({ changed: 1, confirmed: 5 });
    expect((await keeper.get(`/suppliers/${id}`)).body['representative']).toBe(FIRST.representative);
    await listStep(keeper, next['id'], 'undo');
    expect((await keeper.get(`/suppliers/${id}`)).body['representative']).toBe('바른이름');
  });

  it('made between dry run and application is not overwritten, nor a number that came meanwhile entered twice', async () => {
    await imported([FIRST]);
    const found = await checkedList(
      world,
      keeper,
      '다음.csv',
      asCsv(asSheet([{ ...FIRST, address: '부산광역시 중구 1' }, SECOND, THIRD])),
    );
    expect(countsOf(found, 'counts')).toEqual({ changed: 1, new: 2 });
    const { id, version } = await supplierNamed(FIRST.name);
    await keeper.patch(
      `/suppliers/${id}`,
      { address: '내가 고친 주소' },
      { expect: 200, headers: { 'if-match': `"v${version}"` } },
    );
    await keeper.post(
      '/suppliers',
      { name: '다른 이름', businessNumber: SECOND.businessNumber },
      { expect: 201 },
    );
    await world.database.sql(`UPDATE suppliers SET updated_at = now() WHERE name = '다른 이름'`);
    await keeper.post('/suppliers', { name: oneLetterOff(THIRD.name ?? '') }, { expect: 201 });
    const applied = await listStep(keeper, found['id'], 'apply');
    expect(countsOf(applied, 'outcomes')).toEqual({ confirmed: 1, overtaken: 1, to_review: 1 });
    expect((await keeper.get(`/suppliers/${id}`)).body['address']).toBe('내가 고친 주소');
  });
});

describe('a doubtful row', () => {
  /** A list that spells an enterprise otherwise and knows no number of it. */
  const slip = { ...FIRST, name: oneLetterOff(FIRST.name ?? ''), businessNumber: null };

  it('of a known enterprise is one with it, once, whoever decides first', async () => {
    await imported(LIST);
    await imported([slip, ...LIST.slice(1)], '틀린.csv');
    const [review] = await queue();
    const { id } = await supplierNamed(FIRST.name);
    expect(review).toMatchObject({
      reason: 'same_certificate',
      state: 'pending',
      entry: { name: slip.name },
      candidates: [
        { supplierId: id, name: FIRST.name, sameCertificate: true, differences: [{ field: 'name' }] },
      ],
    });
    const path = `/supplier-reviews/${String(review?.['id'])}/decide`;
    const stranger = await supplierNamed(SECOND.name);
    await keeper.post(path, { decision: 'same', supplierId: stranger.id }, { expect: 400 });
    await keeper.post(path, { decision: 'dismissed' }, { expect: 422 });
    const same = { decision: 'same', supplierId: id, reason: '인증번호가 같음' };
    const key = { 'idempotency-key': 'decide-once' };
    const first = await keeper.post(path, same, { expect: 200, headers: key });
    const repeated = await keeper.post(path, same, { expect: 200, headers: key });
    expect(repeated.body).toEqual(first.body);
    expect(first.body).toMatchObject({
      state: 'same',
      supplierId: id,
      note: '인증번호가 같음',
      decidedByName: 'support 시험',
    });
    const late = await keeper.post(path, { decision: 'different' }, { expect: 409 });
    expect(late.body['code']).toBe('REVIEW_STATE');
    expect((await keeper.get(`/suppliers/${id}`)).body['name']).toBe(slip.name);
    expect(await queue()).toEqual([]);
  });

  it('of another enterprise enters that one; the next list finds both', async () => {
    await imported(LIST);
    const other = { ...slip, certificateNumber: '제2016-7777호' };
    await imported([...LIST, other], '더.csv');
    const [review] = await queue();
    await keeper.post(
      `/supplier-reviews/${String(review?.['id'])}/decide`,
      { decision: 'different' },
      { expect: 200 },
    );
    expect((await supplierNamed(slip.name)).id).not.toBe((await supplierNamed(FIRST.name)).id);
    const again = await checkedList(world, keeper, '또.csv', `${asCsv(asSheet([...LIST, other]))}\r\n`);
    expect(countsOf(again, 'counts')).toEqual({ unchanged: 7 });
  });

  it('waits once, however often the list comes, and two people decide it once', async () => {
    await imported(LIST);
    const doubtful = [{ ...slip, certificateNumber: '제2016-7777호' }, ...LIST];
    await imported(doubtful, '더.csv');
    await imported(
      doubtful.map((one) => ({ ...one, homepage: 'www.new.example' })),
      '또.csv',
    );
    const [review, ...rest] = await queue();
    expect(rest).toEqual([]);
    const path = `/supplier-reviews/${String(review?.['id'])}/decide`;
    const answers = await Promise.all([1, 2, 3, 4].map(() => keeper.post(path, { decision: 'different' })));
    expect(answers.map((one) => one.status).sort()).toEqual([200, 409, 409, 409]);
    const [count] = await world.database.sql<{ count: number }>(
      'SELECT count(*)::int AS count FROM suppliers WHERE name = $1',
      [slip.name],
    );
    expect(count?.count).toBe(1);
  });
});

describe('a list that is taken back', () => {
  it('leaves what others built on, and says what and why', async () => {
    const applied = await imported(LIST);
    const suppliers = await Promise.all(LIST.map((one) => supplierNamed(one.name)));
    const [bought, edited, offered, merged, gone] = suppliers;
    const institutionId = await world.given.institution();
    const departmentId = await world.given.department(institutionId, '재무과');
    await world.given.year(institutionId);
    const clerk = await world.loginAs(await world.given.user('clerk', { institutionId, departmentId }));
    // Somebody else's purchase, which the one who takes the list back may not read.
    await clerk.post(
      '/purchases',
      {
        fiscalYear: 2016,
        departmentId,
        supplierId: bought?.id,
        item: '현수막',
        kind: 'goods',
        channel: 'card',
        contractDate: '2016-06-14',
        paymentDate: '2016-06-14',
        amountKrw: 100_000,
      },
      { expect: 201 },
    );
    await keeper.patch(
      `/suppliers/${edited?.id}`,
      { address: '새 주소' },
      { expect: 200, headers: { 'if-match': `"v${edited?.version}"` } },
    );
    await world.given.catalogueItem(offered?.id ?? '', '현수막');
    await keeper.post(
      `/suppliers/${merged?.id}/merge`,
      { intoId: bought?.id, reason: '같은 기업' },
      { expect: 200 },
    );
    const undone = await listStep(keeper, applied['id'], 'undo');
    expect(countsOf(undone, 'undoOutcomes')).toEqual({ withdrawn: 2, kept: 4 });
    const kept = await rowsOf(keeper, applied['id'], '&undoOutcome=kept');
    expect(
      kept.map((row) => listOf(row['kept']).map((one) => `${String(one['field'])} ${String(one['reason'])}`)),
    ).toEqual([
      ['null purchases', 'null merged'],
      ['address changed_since'],
      ['null catalogue'],
      ['null merged'],
    ]);
    await keeper.get(`/suppliers/${gone?.id}`, { expect: 404 });
    await keeper.get(`/suppliers/${bought?.id}`, { expect: 200 });
    const found = await world.anonymous.get(`/suppliers?q=${encodeURIComponent(LIST[4]?.name ?? '')}`, {
      expect: 200,
    });
    expect(listOf(found.body['items']).map((one) => one['id'])).not.toContain(gone?.id);
    // Its number is free again: the enterprise can be entered anew, by hand or by the next list.
    const again = await checkedList(world, keeper, '또.csv', `${asCsv(asSheet(LIST))}\r\n`);
    expect(countsOf(again, 'counts')['new']).toBe(2);
  });
});
