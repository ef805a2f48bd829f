import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ApiClient, Body } from './support/api-client';
import { asCsv, asXlsx } from './support/finance-sheet';
import {
  asSheet,
  bareName,
  FIRST_ROW,
  officialList,
  oneLetterOff,
  type ListedEnterprise,
} from './support/official-list';
import { checkedList, countsOf, listStep, registerDump, rowsOf } from './support/supplier-imports';
import { createWorld, type World } from './support/world';

const COUNT = 3_806;
const LIST = officialList(COUNT);

let world: World;
let keeper: ApiClient;

beforeAll(async () => {
  world = await createWorld();
  world.setToday('2016-06-15');
  keeper = await world.loginAs(await world.given.user('support'));
  // What people had entered before any list came.
  await world.given.supplier('마을 빵집', 'village_enterprise');
  await world.given.supplier('햇살 문구', null);
});
afterAll(() => world.end());

async function living(): Promise<number> {
  const [row] = await world.database.sql<{ count: number }>(
    'SELECT count(*)::int AS count FROM suppliers WHERE withdrawn_at IS NULL AND merged_into_id IS NULL',
  );
  return row?.count ?? 0;
}

/** The places of enterprises whose names are alike to nobody's: without the long form that many share. */
const PLAIN = LIST.flatMap((one, index) => (one.name?.startsWith('사회적협동조합') === true ? [] : [index]));

function respelt(from: number, count: number, change: (one: ListedEnterprise) => Partial<ListedEnterprise>) {
  const places = new Set(PLAIN.slice(from, from + count));
  return (one: ListedEnterprise, index: number) => (places.has(index) ? { ...one, ...change(one) } : one);
}

describe(`the official list of ${COUNT} enterprises`, () => {
  let empty: string;
  let first: Body;
  let second: Body;
  let full: string;

  it('enters each of them once, with its certificate', async () => {
    empty = await registerDump(world);
    const found = await checkedList(world, keeper, '목록.xlsx', await asXlsx(asSheet(LIST)));
    expect(found).toMatchObject({
      state: 'checked',
      rowsFound: COUNT,
      failure: null,
      sameFileAppliedAs: null,
    });
    expect(countsOf(found, 'counts')).toEqual({ new: COUNT });
    expect(await registerDump(world)).toBe(empty);
    first = await listStep(keeper, found['id'], 'apply');
    expect(first).toMatchObject({ state: 'applied', supersededById: null });
    expect(countsOf(first, 'outcomes')).toEqual({ created: COUNT });
    expect(await living()).toBe(COUNT + 2);
    const [row] = await world.database.sql(
      `SELECT s.name, s.business_number, s.district_code, s.address, s.homepage, s.is_synthetic, c.number, c.valid_from::text,
              c.valid_until, c.issue_round, c.verified_at IS NOT NULL AS verified, c.source_import_id
       FROM suppliers s JOIN supplier_certifications c ON c.supplier_id = s.id WHERE c.number = $1`,
      [LIST[0]?.certificateNumber],
    );
    expect(row).toEqual({
      name: LIST[0]?.name,
      business_number: '0001010000',
      district_code: '11305',
      address: LIST[0]?.address,
      homepage: 'http://www.e0.example',
      is_synthetic: true,
      number: LIST[0]?.certificateNumber,
      valid_from: LIST[0]?.certifiedOn,
      valid_until: null,
      issue_round: LIST[0]?.issueRound,
      verified: true,
      source_import_id: first['id'],
    });
    full = await registerDump(world);
  }, 180_000);

  it('a second time is 0 new, 0 changed; the same file is told and not applied again', async () => {
    const again = await checkedList(world, keeper, '목록 사본.xlsx', await asXlsx(asSheet(LIST)));
    expect(countsOf(again, 'counts')).toEqual({ unchanged: COUNT });
    expect(again['sameFileAppliedAs']).toBe(first['id']);
    const refused = await keeper.post(`/supplier-imports/${String(again['id'])}/apply`, {}, { expect: 409 });
    expect(refused.body['code']).toBe('IMPORT_ALREADY_APPLIED');
    // The same list in another file is the newer proof of the same facts.
    const found = await checkedList(world, keeper, '목록.csv', asCsv(asSheet(LIST)), { asOf: '2016-06-10' });
    expect(countsOf(found, 'counts')).toEqual({ unchanged: COUNT });
    second = await listStep(keeper, found['id'], 'apply');
    expect(countsOf(second, 'outcomes')).toEqual({ confirmed: COUNT });
    expect(await living()).toBe(COUNT + 2);
    const before = (await keeper.get(`/supplier-imports/${String(first['id'])}`, { expect: 200 })).body;
    expect(before['supersededById']).toBe(second['id']);
  }, 180_000);

  it('with 200 enterprises spelt otherwise doubles none, and asks about what is doubtful', async () => {
    const changes = [
      respelt(0, 40, (one) => ({ name: `${bareName(one.name ?? '')} 주식회사` })),
      respelt(40, 40, ({ name }) => ({ name: [...(name ?? '')].join(' ') })),
      respelt(80, 40, (one) => ({ businessNumber: one.businessNumber?.replaceAll('-', '') ?? null })),
      respelt(120, 40, () => ({ businessNumber: null })),
      respelt(160, 40, (one) => ({ businessNumber: null, name: oneLetterOff(one.name ?? '') })),
    ];
    const list = changes.reduce((rows: ListedEnterprise[], change) => rows.map(change), LIST);
    const found = await checkedList(world, keeper, '고친 목록.csv', asCsv(asSheet(list)));
    expect(countsOf(found, 'counts')).toEqual({ unchanged: COUNT - 120, changed: 80, review: 40 });
    const changed = await rowsOf(keeper, found['id'], '&verdict=changed');
    expect(
      new Set(changed.map((row) => JSON.stringify([row['matchedBy'], row['differences']?.length]))),
    ).toEqual(new Set(['["number",1]']));
    const doubtful = await rowsOf(keeper, found['id'], '&verdict=review');
    expect(doubtful.map((row) => Number(row['rowNumber']))).toEqual(
      PLAIN.slice(160, 200).map((index) => index + FIRST_ROW),
    );
    const applied = await listStep(keeper, found['id'], 'apply');
    expect(countsOf(applied, 'outcomes')).toEqual({ confirmed: COUNT - 120, changed: 80, to_review: 40 });
    expect(await living()).toBe(COUNT + 2);
    const queue = (await keeper.get('/supplier-reviews?limit=200', { expect: 200 })).body;
    expect(queue['total']).toBe(40);

    const undone = await listStep(keeper, found['id'], 'undo');
    expect(countsOf(undone, 'undoOutcomes')).toEqual({ restored: COUNT });
    expect((await keeper.get('/supplier-reviews', { expect: 200 })).body['total']).toBe(0);
  }, 180_000);

  it('with 200 enterprises listed once more under variants doubles none either', async () => {
    const extra = PLAIN.slice(0, 200).map((place, index) => {
      const one = LIST[place] ?? LIST[0];
      const name = one?.name ?? '';
      const other = { certificateNumber: `제2016-9${index}호` };
      const variant: Partial<ListedEnterprise> =
        index < 50
          ? { name: `${bareName(name)}(주)`, businessNumber: null, ...other }
          : index < 100
            ? { name: bareName(name), businessNumber: `000-99-${50_000 + index}`, ...other }
            : index < 150
              ? { name: bareName(name), businessNumber: null }
              : { name: oneLetterOff(name), businessNumber: null, ...other };
      return { ...one, ...variant } as ListedEnterprise;
    });
    const found = await checkedList(world, keeper, '늘어난 목록.csv', asCsv(asSheet([...LIST, ...extra])));
    expect(countsOf(found, 'counts')).toEqual({ unchanged: COUNT, review: 150, duplicate: 50 });
  }, 180_000);

  it('taken back leaves the register as it was, to the byte', async () => {
    const blocked = await keeper.post(`/supplier-imports/${String(first['id'])}/undo`, {}, { expect: 409 });
    expect(blocked.body['code']).toBe('IMPORT_UNDO_BLOCKED');
    await listStep(keeper, second['id'], 'undo');
    expect(await registerDump(world)).toBe(full);
    const undone = await listStep(keeper, first['id'], 'undo');
    expect(undone).toMatchObject({ state: 'undone' });
    expect(countsOf(undone, 'undoOutcomes')).toEqual({ withdrawn: COUNT });
    expect(await registerDump(world)).toBe(empty);
    // Control: the dump would show a difference.
    await world.database.sql(`UPDATE suppliers SET representative = '김' WHERE name = '햇살 문구'`);
    expect(await registerDump(world)).not.toBe(empty);
  }, 180_000);
});
