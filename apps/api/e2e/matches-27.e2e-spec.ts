import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { DEMO_MATCHES_2017, type DemoMatch } from '../src/demo/demo-matches';
import { listOf, type ApiClient, type Body } from './support/api-client';
import { adviserOf } from './support/support-world';
import { createWorld, type World } from './support/world';

/** The 27 rows of the 2017 report, each lived through the routes; the contracts of it are another spec's. */
let world: World;
let adviser: ApiClient;
const made = new Map<number, Body>();

beforeAll(async () => {
  world = await createWorld();
  world.setToday('2017-12-20');
  const city = await world.given.institution('서울시');
  adviser = await adviserOf(world, city);
  for (const row of DEMO_MATCHES_2017) made.set(row.no, await live(row, city));
}, 120_000);
afterAll(() => world.end());

async function live(row: DemoMatch, institutionId: string): Promise<Body> {
  const body = {
    institutionId,
    title: row.title,
    supportKinds: row.supportKinds,
    estimatedValueKrw: row.valueKrw,
    identifiedOn: '2017-03-02',
  };
  const begun = (await adviser.post('/matches', body, { expect: 201, idempotencyKey: true })).body;
  const path = `/matches/${String(begun['id'])}`;
  if (row.suppliers.length === 0) {
    return (await adviser.post(`${path}/stage`, endOf(row), { version: 1, expect: 200 })).body;
  }
  const added = await adviser.post(`${path}/candidates`, { names: row.suppliers }, { expect: 200 });
  const winnerIds = listOf(added.body['candidates']).map((one) => one['id']);
  const selected = { stage: 'selected', award: row.award, winnerIds, leadId: winnerIds[0] };
  return (await adviser.post(`${path}/stage`, selected, { version: 2, expect: 200 })).body;
}

/** A value without an enterprise stays open: its contract is what ends it. */
function endOf({ lostReason, valueKrw }: DemoMatch): object {
  if (lostReason !== undefined) return { stage: 'lost', lostReason };
  return { stage: valueKrw === null ? 'no_result' : 'supported' };
}

it('shows 27 matches; row 1 is lost to a general business and not among the won', async () => {
  const all = await adviser.get('/matches?year=2017&limit=200', { expect: 200 });
  expect(listOf(all.body['items'])).toHaveLength(27);
  expect(all.body['totals']).toMatchObject({ count: 27, wonCount: 16, contractedCount: 0, contractKrw: 0 });
  const won = await adviser.get('/matches?year=2017&stage=selected&stage=contracted&limit=200', {
    expect: 200,
  });
  expect(won.body['totals']).toMatchObject({ count: 16, wonCount: 16 });
  expect(made.get(1)).toMatchObject({ stage: 'lost', lostReason: 'general_business', winnerNames: [] });
  expect(listOf(won.body['items']).map((row) => row['id'])).not.toContain(made.get(1)?.['id']);
  const next = await adviser.get('/matches?year=2018', { expect: 200 });
  expect(next.body['totals']).toMatchObject({ count: 0 });
});

it('gives row 7 four winners and its value once', async () => {
  expect(made.get(7)).toMatchObject({
    award: 'several',
    winnerNames: ['터치포굿', '자리', '함께 일하는 세상', '한국의료복지사회적협동조합'],
    estimatedValueKrw: 1_400_000_000,
  });
  expect(made.get(11)).toMatchObject({ award: 'consortium', candidateCount: 3 });
  // 17 rows have a value; they add up to 6,418,000,000, one by one.
  const all = await adviser.get('/matches?year=2017', { expect: 200 });
  expect(all.body['totals']?.['estimatedValueKrw']).toBe(6_418_000_000);
  const summary = await adviser.get('/matches/summary?year=2017', { expect: 200 });
  expect(summary.body).toMatchObject({
    count: 27,
    wonCount: 16,
    estimatedValueKrw: 6_418_000_000,
    contractKrw: 0,
  });
});

it('counts each kind of support as the rows do', async () => {
  const all = await adviser.get('/matches?year=2017', { expect: 200 });
  const counted = Object.fromEntries(
    listOf(all.body['totals']?.['supportKinds']).map((row) => [row['kind'], row['count']]),
  );
  expect(counted).toEqual({
    design_support: 13,
    bid_support: 2,
    matching_support: 3,
    supplier_information: 5,
    quotation_support: 2,
    supplier_sourcing: 1,
    recommendation: 1,
    proposal: 3,
  });
  const proposals = await adviser.get('/matches?year=2017&supportKind=proposal', { expect: 200 });
  expect(listOf(proposals.body['items'])).toHaveLength(3);
});

it('pages through all of them without a gap, and finds by title and winner', async () => {
  const ids: unknown[] = [];
  let cursor: unknown = '';
  while (cursor !== null) {
    const from = cursor === '' ? '' : `&cursor=${String(cursor)}`;
    const page = await adviser.get(`/matches?year=2017&limit=10${from}`, { expect: 200 });
    expect(page.body['totals'] === null).toBe(cursor !== '');
    ids.push(...listOf(page.body['items']).map((row) => row['id']));
    cursor = page.body['nextCursor'];
  }
  expect(new Set(ids).size).toBe(27);
  const found = await adviser.get(`/matches?q=${encodeURIComponent('티팟')}`, { expect: 200 });
  expect(listOf(found.body['items']).map((row) => row['title'])).toEqual([
    '국민인수위원회 공간 구축 및 운영',
  ]);
});
