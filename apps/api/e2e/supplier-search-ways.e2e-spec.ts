import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readSearchQuestion, SUPPLIER_SORTS } from '@ieum/domain';
import { anonymousActor } from '../src/common/actor';
import { Transactions } from '../src/database/transactions';
import {
  conditionOf,
  nameCondition,
  Values,
  type SearchQuestion,
} from '../src/suppliers/search/search-conditions';
import { pageOfMany, pageOfMost, type FoundRow, type PageWish } from '../src/suppliers/search/search-pages';
import { createWorld, type World } from './support/world';

/** Few matches are fetched and sorted, most of the register is walked: both ways must say the same. */
let world: World;

const NOBODY = anonymousActor('ways');
const WORDS = ['현수막', '인쇄', '제작', '청소', '배너', '용역', '도시락', '가구', 'led', '2016'];

beforeAll(async () => {
  world = await createWorld();
  world.setToday('2026-11-20');
  await world.database.sql(
    `INSERT INTO suppliers (name, normalised_name, business_number, district_code, business_summary, closed_on)
     SELECT w[1 + n % 10] || '나라' || n, w[1 + n % 10] || '나라' || n, '000' || lpad((n * 7919)::text, 7, '0'), '11' || 110 + n % 7 * 30,
            w[1 + n * 3 % 10] || ' 사업', CASE WHEN n % 11 = 0 THEN date '2026-01-01' END
     FROM generate_series(1, 400) AS n, (SELECT $1::text[] AS w) AS v`,
    [WORDS],
  );
  await world.database.sql(
    `INSERT INTO catalogue_items (supplier_id, name, kind, classification_code, price_krw, state, confirmed_on, published_at, created_by)
     SELECT id, w[1 + (k * 7 + n) % 10] || ' ' || w[1 + (k + n * 3) % 10], (ARRAY['goods', 'services', 'works'])[1 + (n + k)::int % 3],
            (ARRAY['55121706', '82121701', '44121506', NULL])[1 + (n * k)::int % 4], 1000 * ((n * k) % 97 + 1), 'published',
            date '2026-11-20' - (n * 13 % 900)::int, now(), '00000000-0000-0000-0000-000000000000'
     FROM (SELECT id, row_number() OVER (ORDER BY id) AS n FROM suppliers) AS s, generate_series(1, 4) AS k, (SELECT $1::text[] AS w) AS v
     WHERE n % 9 <> 0`,
    [WORDS],
  );
  await world.database.sql(
    `INSERT INTO supplier_certifications (supplier_id, type, valid_from, valid_until, revoked_on, revocation_reason, verified_at)
     SELECT id, (ARRAY['cooperative', 'women_owned', 'village_enterprise'])[1 + n::int % 3], date '2025-01-01' + n::int,
            CASE WHEN n % 4 > 0 THEN date '2026-10-01' + n::int % 100 END, CASE WHEN n % 13 = 0 THEN date '2026-11-20' END,
            CASE WHEN n % 13 = 0 THEN '취소' END, CASE WHEN n % 5 > 0 THEN now() END
     FROM (SELECT id, row_number() OVER (ORDER BY id) AS n FROM suppliers) AS s`,
  );
  await world.database.sql(
    `UPDATE supplier_search SET purchase_count = abs(hashtext(supplier_id::text)) % 5`,
  );
});
afterAll(() => world.end());

function questionOf(q: string, more: Partial<SearchQuestion> = {}): SearchQuestion {
  return {
    words: readSearchQuestion(q).map((word) => [word]),
    district: [],
    category: [],
    kind: [],
    certification: [],
    certified: false,
    priceMin: null,
    priceMax: null,
    includeClosed: false,
    day: '2026-11-20',
    ...more,
  };
}

const QUESTIONS: readonly SearchQuestion[] = [
  questionOf('제작'),
  questionOf('현수막'),
  questionOf('현수막나라'),
  questionOf('나라 청소'),
  questionOf('ㅊㅅ'),
  questionOf('ㅎㅅㅁ'),
  questionOf('ㅎㅅㅁㄴㄹ'),
  questionOf('현'),
  questionOf('ㅇ'),
  questionOf('000'),
  questionOf('7919'),
  questionOf('led'),
  questionOf('20'),
  questionOf('제작', { certified: true }),
  questionOf('제작', { certified: true, certification: ['cooperative', 'women_owned'] }),
  questionOf('', { certified: true, day: '2026-12-01' }),
  questionOf('', { district: ['11110', '11140'], kind: ['works'] }),
  questionOf('인쇄', { category: ['55'] }),
  questionOf('', { category: ['8212', '44121506'] }),
  questionOf('용역', { priceMin: 5_000, priceMax: 20_000, includeClosed: true }),
  { ...questionOf(''), words: [[...readSearchQuestion('인쇄'), ...readSearchQuestion('도시락')]] },
];

describe('both forms of a condition', () => {
  it.each(QUESTIONS.map((question, at) => [at, question] as const))(
    'hold for the same suppliers (%i)',
    async (_, question) => {
      const idsOf = async (make: (values: Values) => string) => {
        const values = new Values();
        const condition = make(values);
        const rows = await world.database.sql<{ id: string }>(
          `SELECT supplier_id AS id FROM supplier_search AS t WHERE ${condition} ORDER BY 1`,
          values.list,
        );
        return rows.map((row) => row.id);
      };
      const found = await idsOf((values) => conditionOf(question, 'index', values));
      expect(found).toEqual(await idsOf((values) => conditionOf(question, 'row', values)));
      expect(found.length).toBeGreaterThan(0);
      if (question.words.length === 0) return;
      const named = await idsOf((values) => nameCondition(question, 'index', values));
      expect(named).toEqual(await idsOf((values) => nameCondition(question, 'row', values)));
    },
  );
});

describe('pages', () => {
  type Way = (wish: PageWish) => Promise<FoundRow[]>;

  async function allPages(way: Way, sort: PageWish['sort'], rows: number): Promise<string[]> {
    const ids: string[] = [];
    for (let after: PageWish['after'] = null; ;) {
      const page = await way({ sort, after, rows });
      ids.push(...page.map((row) => row.id));
      const last = page.at(-1);
      if (page.length < rows || last === undefined) return ids;
      after = last.key;
    }
  }

  it.each(SUPPLIER_SORTS)('by %s are the same sorted and walked, each supplier once', async (sort) => {
    const question = questionOf('제작');
    const transactions = world.app.get(Transactions);
    const many: Way = (wish) => transactions.run(NOBODY, (tx) => pageOfMany(tx, question, wish));
    const most =
      (few: boolean): Way =>
      (wish) =>
        transactions.run(NOBODY, (tx) => pageOfMost(tx, question, wish, () => Promise.resolve(few)));
    const sorted = await allPages(many, sort, 1_000);
    expect(sorted.length).toBeGreaterThan(100);
    expect(new Set(sorted).size).toBe(sorted.length);
    expect(await allPages(many, sort, 17)).toEqual(sorted);
    for (const few of [true, false]) {
      const walked = await allPages(most(few), sort, 17);
      if (sort !== 'relevance') expect(walked).toEqual(sorted);
      else expect([...walked].sort()).toEqual([...sorted].sort());
    }
    if (sort !== 'relevance') return;
    // Walking tells names from the rest; it does not tell items from what else is said.
    const first = await allPages(most(false), sort, 1_000);
    const names = await world.database.sql<{ n: number }>(
      `SELECT count(*)::int AS n FROM supplier_search WHERE strpos(name_key, '제작') > 0 AND closed_on IS NULL`,
    );
    expect(first.slice(0, names[0]?.n)).toEqual(sorted.slice(0, names[0]?.n));
  });
});
