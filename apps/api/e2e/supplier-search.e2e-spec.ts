import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Clock } from '../src/common/clock';
import { listOf, type Body } from './support/api-client';
import { createWorld, type World } from './support/world';

let world: World;
const ids: Record<string, string> = {};

const TODAY = '2026-11-20';
const CODE = '82121701';

async function search(query: Record<string, string | readonly string[]> = {}): Promise<Body> {
  const text = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) for (const one of [value].flat()) text.append(name, one);
  return (await world.anonymous.get(`/suppliers?${text.toString()}`, { expect: 200 })).body;
}

const item = (supplierId: string, name: string, columns: Readonly<Record<string, unknown>> = {}) =>
  world.given.catalogueItem(supplierId, name, { classification_code: null, ...columns });

const namesOf = (answer: Body): string[] => listOf(answer['items']).map((item) => String(item['name']));
const found = async (query: Record<string, string | readonly string[]>) =>
  namesOf(await search(query)).sort();

function countsOf(answer: Body, facet: string): Record<string, unknown> {
  const counts = listOf(answer['facets']?.[facet]);
  return Object.fromEntries(counts.map((count) => [String(count['value']), count['count']]));
}

beforeAll(async () => {
  world = await createWorld();
  world.setToday(TODAY);
  const { given, database } = world;
  ids['노란들판'] = await given.supplier('(주)노란들판', 'prospective_local', '2015-06-08', '2026-11-20');
  ids['EM실천'] = await given.supplier('EM실천', 'certified_social_enterprise', '2020-01-01', null);
  ids['문화협회'] = await given.supplier('사단법인 한국장애인문화협회', 'women_owned', '2020-01-01', null);
  ids['푸른환경'] = await given.supplier('(주)푸른환경코리아', 'cooperative', '2016-01-01', '2017-12-31');
  ids['터치포굿'] = await given.supplier('터치포굿', null);
  await item(ids['노란들판'], '인쇄물 제작', {
    price_krw: 275_000,
    classification_code: CODE,
  });
  await item(ids['노란들판'], '현수막/배너 제작', {
    price_krw: 44_000,
    confirmed_on: '2025-01-01',
  });
  await item(ids['EM실천'], '경영공시 사례집 인쇄', { price_krw: 12_100 });
  await item(ids['문화협회'], '연구 자료집 인쇄', { price_krw: 9_500, kind: 'services' });
  await item(ids['푸른환경'], '입주청소', { kind: 'services', price_krw: 12_000 });
  await item(ids['터치포굿'], '비밀초안 인쇄', { state: 'draft', published_at: null });
  await database.sql(`UPDATE suppliers SET district_code = '11305' WHERE id = ANY ($1)`, [
    [ids['노란들판'], ids['EM실천']],
  ]);
  await database.sql(
    `UPDATE suppliers SET district_code = '11110', business_summary = '건물 위생관리, 화강석세척' WHERE id = $1`,
    [ids['푸른환경']],
  );
});
afterAll(() => world.end());

describe('words', () => {
  it('인쇄 finds the three that print, and nobody by a draft', async () => {
    const answer = await search({ q: '인쇄' });
    expect(namesOf(answer).sort()).toEqual(['(주)노란들판', 'EM실천', '사단법인 한국장애인문화협회']);
    expect(answer).toMatchObject({
      total: 3,
      totalIsExact: true,
      facetsAreExact: true,
      nearMatches: [],
      asOf: TODAY,
    });
    const [first] = listOf(answer['items']).filter((item) => String(item['name']) === 'EM실천');
    expect(first?.['matchedBy']).toEqual([{ field: 'item', text: '경영공시 사례집 인쇄' }]);
    expect(first?.['items']).toMatchObject([
      { name: '경영공시 사례집 인쇄', priceKrw: 12_100, kind: 'goods' },
    ]);
  });

  it('with a certificate that is valid today: only holders of one of the social economy', async () => {
    expect(await found({ q: '인쇄', certifiedOn: TODAY })).toEqual(['(주)노란들판', 'EM실천']);
    expect(await found({ q: '인쇄', certification: 'women_owned' })).toEqual(['사단법인 한국장애인문화협회']);
  });

  it.each([
    ['ㅎㅅㅁ', '(주)노란들판', 'initials'],
    ['ㄳㅅㄹㅈ', 'EM실천', 'initials'],
    ['ㅅㄹㅈ', 'EM실천', 'initials'],
    ['ㅎㅅㅁㅂㄴ', '(주)노란들판', 'initials'],
    ['푸른환경코리아', '(주)푸른환경코리아', 'name'],
    ['(주)푸른환경코리아', '(주)푸른환경코리아', 'name'],
    ['주식회사 푸른 환경', '(주)푸른환경코리아', 'name'],
    ['복사 출력', '(주)노란들판', 'category'],
    ['화강석', '(주)푸른환경코리아', 'business'],
    ['em', 'EM실천', 'name'],
    ['ＥＭ', 'EM실천', 'name'],
    ['현수막 배너', '(주)노란들판', 'item'],
    ['현', '(주)노란들판', 'item'],
  ])('%s finds %s by %s', async (q, name, field) => {
    const answer = await search({ q });
    expect(namesOf(answer)).toEqual([name]);
    expect(answer['nearMatches']).toEqual([]);
    expect(listOf(listOf(answer['items'])[0]?.['matchedBy'])[0]).toMatchObject({ field });
  });

  it.each([
    ['현수먁', '현수막'],
    ['현수맊', '현수막'],
    ['혀눗막', '현수막'],
    ['gustnakr', '현수막'],
  ])('%s is read as %s, and says so', async (q, meant) => {
    const answer = await search({ q });
    expect(namesOf(answer)).toEqual(['(주)노란들판']);
    expect(answer['nearMatches']).toContainEqual({ typed: q, meant });
    expect(listOf(listOf(answer['items'])[0]?.['matchedBy'])).toContainEqual({
      field: 'near',
      text: `${q} → ${meant}`,
    });
  });

  it('that find something are never read as another word', async () => {
    expect(await search({ q: '현수막 입주청소' })).toMatchObject({ total: 0, nearMatches: [] });
    expect(await search({ q: '인쇄' })).toMatchObject({ nearMatches: [] });
  });

  it('find by three digits of the business number, with or without hyphens', async () => {
    const [row] = await world.database.sql<{ n: string }>(
      'SELECT business_number AS n FROM suppliers WHERE id = $1',
      [ids['EM실천']],
    );
    const digits = row?.n ?? '';
    const shown = `${digits.slice(0, 3)}-${digits.slice(3, 5)}-${digits.slice(5)}`;
    for (const q of [digits, shown, digits.slice(4)]) expect(await found({ q })).toEqual(['EM실천']);
    expect(await found({ q: digits.slice(-3) })).toContain('EM실천');
  });
});

describe('the day of a certificate', () => {
  it.each([
    ['2026-11-19', ['(주)노란들판', 'EM실천']],
    ['2026-11-20', ['(주)노란들판', 'EM실천']],
    ['2026-11-21', ['EM실천']],
    ['2015-06-07', []],
    ['2015-06-08', ['(주)노란들판']],
  ])('%s: %p', async (day, names) => {
    expect(await found({ q: '인쇄', certifiedOn: day })).toEqual(names);
  });

  it('ends at midnight in Korea without any job', async () => {
    const clock = world.app.get(Clock);
    const validToday = async (instant: string) => {
      clock.now = () => new Date(instant);
      const today = clock.today();
      return found({ q: '노란들판', certifiedOn: today });
    };
    const typeToday = async (instant: string) => {
      clock.now = () => new Date(instant);
      return found({ q: '노란들판', certification: 'prospective_local' });
    };
    for (const ask of [validToday, typeToday]) {
      expect(await ask('2026-11-20T23:59:59.999+09:00')).toEqual(['(주)노란들판']);
      expect(await ask('2026-11-21T00:00:00.000+09:00')).toEqual([]);
    }
    world.setToday(TODAY);
  });

  it('is decided by the tokens: without them nobody is found (control)', async () => {
    await world.database.sql(
      `UPDATE supplier_search SET tokens = array(SELECT token FROM unnest(tokens) AS token WHERE token NOT LIKE 'v%')`,
    );
    expect(await found({ q: '인쇄', certifiedOn: TODAY })).toEqual([]);
    await world.database.sql('SELECT ieum_refresh_supplier_search(array(SELECT id FROM suppliers))');
    expect(await found({ q: '인쇄', certifiedOn: TODAY })).toEqual(['(주)노란들판', 'EM실천']);
  });

  it('is cut by a revocation from its day on, in the transaction that revokes', async () => {
    const change = (revoked: string | null) =>
      world.database.sql(
        `UPDATE supplier_certifications SET revoked_on = $2, revocation_reason = $3 WHERE supplier_id = $1`,
        [ids['EM실천'], revoked, revoked === null ? null : '지정 취소'],
      );
    await change('2026-11-01');
    expect(await found({ q: 'EM실천', certifiedOn: '2026-10-31' })).toEqual(['EM실천']);
    expect(await found({ q: 'EM실천', certifiedOn: '2026-11-01' })).toEqual([]);
    await change(null);
    expect(await found({ q: 'EM실천', certifiedOn: '2026-11-01' })).toEqual(['EM실천']);
  });
});

describe('facets', () => {
  it('count what each value would find, and ignore the choice of their own facet', async () => {
    const answer = await search({ q: '인쇄', district: '11305', certifiedOn: TODAY });
    expect(answer['total']).toBe(2);
    expect(countsOf(answer, 'district')).toEqual({ '11305': 2 });
    expect(countsOf(answer, 'certification')).toEqual({
      prospective_local: 1,
      certified_social_enterprise: 1,
    });
    expect(countsOf(answer, 'category')).toEqual({ '82': 1, [CODE]: 1 });
    const other = await search({ q: '제작', kind: 'works' });
    expect(other['total']).toBe(0);
    expect(countsOf(other, 'kind')).toEqual({ goods: 1 });
  });

  it('are joined by AND, their values by OR', async () => {
    expect(await found({ district: ['11305', '11110'] })).toEqual([
      '(주)노란들판',
      '(주)푸른환경코리아',
      'EM실천',
    ]);
    expect(await found({ district: ['11305', '11110'], kind: 'services' })).toEqual(['(주)푸른환경코리아']);
    for (const code of ['82', '8212', '821217', CODE])
      expect(await found({ category: code })).toEqual(['(주)노란들판']);
    expect(await found({ category: '55' })).toEqual([]);
    expect(await found({ priceMin: '40000', priceMax: '50000' })).toEqual(['(주)노란들판']);
    expect(await found({ priceMin: '50000', priceMax: '270000' })).toEqual([]);
  });

  it('each count is what choosing the value finds', async () => {
    const base = { q: '인쇄' };
    const answer = await search(base);
    for (const facet of ['district', 'certification', 'category', 'kind']) {
      for (const [value, count] of Object.entries(countsOf(answer, facet)))
        expect({ facet, value, total: (await search({ ...base, [facet]: value }))['total'] }).toEqual({
          facet,
          value,
          total: count,
        });
    }
  });
});

describe('what is not public', () => {
  it('enters neither answer, total, facet, near match nor export', async () => {
    const hidden = await world.given.supplier('숨은공방', null);
    await item(hidden, '카나리아비밀품', {
      state: 'draft',
      published_at: null,
      kind: 'works',
    });
    await item(hidden, '카나리아보관품', { state: 'archived', kind: 'works' });
    await world.database.sql(
      `INSERT INTO supplier_certifications (supplier_id, type, valid_from) VALUES ($1, 'startup', '2020-01-01')`,
      [hidden],
    );
    for (const q of ['카나리아', '카나리야비밀품', 'ㅋㄴㄹㅇ', '카나리아보관품'])
      expect(await search({ q })).toMatchObject({ total: 0, items: [], nearMatches: [] });
    expect(await found({ q: '숨은공방', certification: 'startup' })).toEqual([]);
    const answer = await search({ q: '숨은공방' });
    expect([countsOf(answer, 'certification'), countsOf(answer, 'kind')]).toEqual([{}, {}]);
    expect(listOf(answer['items'])[0]).toMatchObject({ certifications: [], items: [], itemCount: 0 });
    expect(JSON.stringify(answer)).not.toContain('카나리아');
    const sheet = await world.app.inject({
      url: `/api/v1/suppliers/export?format=csv&q=${encodeURIComponent('숨은공방')}`,
    });
    expect(sheet.body).toContain('숨은공방');
    expect(sheet.body).not.toContain('카나리아');
    const [words] = await world.database.sql<{ n: number }>(
      `SELECT count(*)::int AS n FROM supplier_search_words WHERE word LIKE '카나리아%'`,
    );
    expect(words?.n).toBe(0);
    // The control: published and verified, all of it is there.
    await world.database.sql(
      `UPDATE catalogue_items SET state = 'published', published_at = now(), confirmed_on = '2026-01-01' WHERE supplier_id = $1`,
      [hidden],
    );
    await world.database.sql(
      `UPDATE supplier_certifications SET verified_at = now() WHERE supplier_id = $1`,
      [hidden],
    );
    expect(await found({ q: '카나리아', certification: 'startup' })).toEqual(['숨은공방']);
    await world.database.sql(`UPDATE catalogue_items SET state = 'archived' WHERE supplier_id = $1`, [
      hidden,
    ]);
    expect(await search({ q: '카나리야비밀품' })).toMatchObject({ total: 0, nearMatches: [] });
  });

  it('merged duplicates count once; who is out of business is shown only when asked for', async () => {
    const kept = await world.given.supplier('한우리공방', null);
    const double = await world.given.supplier('주식회사 한우리공방', null);
    const closed = await world.given.supplier('한우리공방 옛터', null);
    expect(await search({ q: '한우리공방' })).toMatchObject({ total: 3 });
    await world.database.sql(
      `UPDATE suppliers SET merged_into_id = $2, merged_at = now(), merge_reason = '같은 곳' WHERE id = $1`,
      [double, kept],
    );
    await world.database.sql(`UPDATE suppliers SET closed_on = '2026-11-20' WHERE id = $1`, [closed]);
    expect(await found({ q: '한우리공방' })).toEqual(['한우리공방']);
    expect(await found({ q: '한우리공방', asOf: '2026-11-19' })).toEqual(['한우리공방', '한우리공방 옛터']);
    const all = await search({ q: '한우리공방', includeClosed: 'true' });
    expect(
      listOf(all['items'])
        .map((item) => item['closedOn'])
        .sort(),
    ).toEqual(['2026-11-20', null].sort());
  });
});

describe('hostile questions', () => {
  it.each([
    ['one letter a hundred times', '가'.repeat(100)],
    ['consonants', 'ㅋ'.repeat(100)],
    ['vowels', 'ㅏㅏㅏ'],
    ['conjoining jamo', '\u1112\u1161'.repeat(40)],
    ['emoji', '😀😀 👩‍👩‍👧'],
    ['marks', '()[]--__'],
    ['patterns', '100%'],
    ['a pattern alone', '%'],
    ['backslashes', '\\%_\\'],
    ['quotes', `'; DROP TABLE suppliers; --`],
    ['fifty words', '가 '.repeat(50)],
    [
      'fifty different words',
      Array.from({ length: 50 }, (_, at) => String.fromCodePoint(0xac00 + at * 28)).join(' '),
    ],
  ])('%s find nothing and break nothing', async (_, q) => {
    expect(await search({ q })).toMatchObject({ total: 0, items: [], nextCursor: null });
  });

  it('percent sign and backslash are letters', async () => {
    const id = await world.given.supplier('백퍼센트', null);
    await item(id, '재생지 100% 봉투 A\\B');
    for (const q of ['100%', '0%', 'a\\b']) expect(await found({ q })).toEqual(['백퍼센트']);
    expect(await found({ q: '1%0' })).toEqual([]);
  });

  it('malformed ones are refused', async () => {
    for (const query of [
      'q=%20%20',
      'q=a%00b',
      'district=1130',
      'category=123',
      'certification=x',
      'certifiedOn=2026-02-30',
      'sort=x',
      `q=${'a'.repeat(101)}`,
    ])
      expect((await world.anonymous.get(`/suppliers?${query}`)).status).toBe(400);
  });
});
