import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  addDays,
  CERTIFICATION_TYPES,
  dayNodesAt,
  dayNodesOf,
  initialsOf,
  keyStrokes,
  partsOf,
  priceStepOf,
  searchKey,
  SOCIAL_ECONOMY_CERTIFICATION_TYPES,
} from '@ieum/domain';
import { cloneDatabase, type TestDatabase } from './support/database';

/** Writing makes tokens in the database, asking makes them in the domain: both must make the same. */
let database: TestDatabase;

beforeAll(async () => {
  database = await cloneDatabase();
});
afterAll(() => database.drop());

/** Repeatable: the same seed gives the same texts. */
function randomTexts(count: number): string[] {
  let state = 20_261_120;
  const below = (limit: number) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
  const letters: (() => string)[] = [
    () => String.fromCodePoint(0xac00 + below(11_172)),
    () => String.fromCodePoint(0xac00 + below(11_172)),
    () => String.fromCodePoint(0x3131 + below(94)),
    () => String.fromCodePoint(0x20 + below(95)),
    () => String.fromCodePoint(0xff01 + below(94)),
    () => String.fromCodePoint(0xc0 + below(400)),
    () => String.fromCodePoint(0x391 + below(60)),
    () => ['😀', '㈜', '①', 'ㆍ', '・', '\u3000', '\u00a0', '한', '½', '™', '㎡', 'ﬁ'][below(12)] ?? '',
  ];
  return Array.from({ length: count }, () =>
    Array.from({ length: 1 + below(12) }, () => letters[below(letters.length)]?.() ?? '')
      .join('')
      .normalize('NFC'),
  );
}

describe('the functions of the database and of the domain agree', () => {
  it('on the step of a price', async () => {
    const prices = [1, 2, 3, 4, 7, 8, 999, 44_000, 65_535, 65_536, 10 ** 9, 2 ** 40, 10 ** 12];
    const rows = await database.sql<{ step: string }>(
      `SELECT length(digits) || ':' || left(digits, 3) AS step
       FROM unnest($1::bigint[]) WITH ORDINALITY AS t (price, n), LATERAL (SELECT to_bin(price) AS digits) AS b ORDER BY n`,
      [prices],
    );
    expect(rows.map((row) => row.step)).toEqual(prices.map(priceStepOf));
  });

  it('on keys, initials, strokes and parts of 3,000 texts', async () => {
    const texts = randomTexts(3_000);
    const rows = await database.sql<{ key: string; initials: string; strokes: string; parts: string[] }>(
      `SELECT key, ieum_initials(key) AS initials, ieum_key_strokes(key) AS strokes,
              array(SELECT ieum_parts(key, 2)) AS parts
       FROM unnest($1::text[]) WITH ORDINALITY AS t (written, n), LATERAL (SELECT ieum_search_key(written) AS key) AS k
       ORDER BY n`,
      [texts],
    );
    const domain = texts.map((text) => {
      const key = searchKey(text);
      return { key, initials: initialsOf(key), strokes: keyStrokes(key), parts: partsOf(key, 2).sort() };
    });
    expect(rows.map((row) => ({ ...row, parts: row.parts.sort() }))).toEqual(domain);
  });

  it('on the nodes of 2,000 periods, and a day lies in a period exactly when they share a node', async () => {
    const periods = Array.from({ length: 2_000 }, (_, at) => {
      const from = addDays('1900-01-02', (at * 7_919) % 100_000);
      return { from, until: at % 5 === 0 ? null : addDays(from, (at * 104_729) % 4_000) };
    });
    const rows = await database.sql<{ nodes: string[] }>(
      `SELECT ieum_day_nodes(f, u) AS nodes FROM unnest($1::date[], $2::date[]) WITH ORDINALITY AS t (f, u, n) ORDER BY n`,
      [periods.map(({ from }) => from), periods.map(({ until }) => until)],
    );
    expect(rows.map((row) => row.nodes)).toEqual(periods.map(({ from, until }) => dayNodesOf(from, until)));
    for (const { from, until } of periods) {
      const nodes = new Set(dayNodesOf(from, until));
      const last = until ?? '2199-12-31';
      const days = [
        addDays(from, -1),
        from,
        addDays(from, 1),
        addDays(last, -1),
        last,
        ...(until === null ? [] : [addDays(last, 1)]),
      ];
      for (const day of days) {
        const shared = dayNodesAt(day).filter((node) => nodes.has(node));
        expect({ from, until, day, shared: shared.length }).toEqual({
          from,
          until,
          day,
          shared: day >= from && day <= last ? 1 : 0,
        });
      }
    }
  });

  it('on which certificates are of the social economy', async () => {
    for (const type of CERTIFICATION_TYPES) {
      const [made] = await database.sql<{ id: string }>(
        `INSERT INTO suppliers (name, normalised_name) VALUES ($1, $1) RETURNING id`,
        [`인증 ${type}`],
      );
      await database.sql(
        `INSERT INTO supplier_certifications (supplier_id, type, valid_from, valid_until, verified_at)
         VALUES ($1, $2, '2026-01-01', '2026-01-01', now())`,
        [made?.id, type],
      );
      const [row] = await database.sql<{ tokens: string[] }>(
        `SELECT array(SELECT token FROM supplier_search, unnest(tokens) AS token
                      WHERE supplier_id = $1 AND token LIKE 'v%' ORDER BY token) AS tokens`,
        [made?.id],
      );
      const node = dayNodesOf('2026-01-01', '2026-01-01')[0] ?? '';
      const isSocial = SOCIAL_ECONOMY_CERTIFICATION_TYPES.includes(type);
      expect(row?.tokens).toEqual([...(isSocial ? [`vany:${node}`] : []), `v${type}:${node}`].sort());
    }
    await database.sql('DELETE FROM supplier_certifications');
    await database.sql('DELETE FROM suppliers');
  });
});

describe('the search follows the register', () => {
  it('whoever writes: the row is what a fresh one would be', async () => {
    const made = await database.sql<{ id: string }>(
      `INSERT INTO suppliers (name, normalised_name, district_code)
       SELECT '따라가기' || n, '따라가기' || n, '11305' FROM generate_series(1, 500) AS n RETURNING id`,
    );
    const ids = made.map((row) => row.id);
    await database.sql(
      `INSERT INTO catalogue_items (supplier_id, name, kind, state, confirmed_on, published_at, created_by)
       SELECT id, '세탁 ' || n, 'services', 'published', '2026-01-01', now(), '00000000-0000-0000-0000-000000000000'
       FROM unnest($1::uuid[]) AS id, generate_series(1, 2) AS n`,
      [ids],
    );
    await database.sql(
      `INSERT INTO supplier_certifications (supplier_id, type, valid_from, verified_at)
       SELECT id, 'cooperative', '2020-01-01', now() FROM unnest($1::uuid[]) AS id`,
      [ids],
    );
    await database.sql(`UPDATE catalogue_items SET state = 'archived' WHERE name = '세탁 1'`);
    await database.sql(
      `UPDATE supplier_certifications SET valid_until = '2026-12-31' WHERE type = 'cooperative'`,
    );
    await database.sql(`UPDATE catalogue_items SET supplier_id = $1 WHERE supplier_id = $2`, [
      ids[0],
      ids[1],
    ]);
    await database.sql(`DELETE FROM supplier_certifications WHERE supplier_id = $1`, [ids[2]]);
    const kept = await database.sql('SELECT * FROM supplier_search ORDER BY supplier_id');
    await database.sql('DELETE FROM supplier_search');
    await database.sql('SELECT ieum_refresh_supplier_search(array(SELECT id FROM suppliers))');
    expect(await database.sql('SELECT * FROM supplier_search ORDER BY supplier_id')).toEqual(kept);
    expect(kept.length).toBe(500);
  });

  it('writes nothing when nothing public changed', async () => {
    const versions = () =>
      database.sql('SELECT supplier_id, xmin::text, ctid::text FROM supplier_search ORDER BY 1');
    const before = await versions();
    await database.sql('UPDATE suppliers SET version = version + 1');
    await database.sql(`UPDATE catalogue_items SET description = '새 설명'`);
    expect(await versions()).toEqual(before);
  });
});
