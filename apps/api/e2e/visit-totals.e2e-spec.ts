import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { OwnerSql } from '../src/database/owner-sql';
import { findActivityDifferences, replaceActivity } from '../src/visits/recompute-activity';
import type { ApiClient } from './support/api-client';
import { givenSchool, givenSupportWork, type SupportWorld } from './support/support-work';
import { createWorld, type World } from './support/world';

let world: World;
let work: SupportWorld;
let adviser: ApiClient;
let owner: OwnerSql;

beforeAll(async () => {
  world = await createWorld();
  world.setToday('2017-12-20');
  work = await givenSupportWork(world);
  adviser = work.adviser;
  owner = { query: (text, values) => world.database.sql(text, values) as Promise<never[]> };
});
afterAll(() => world.end());

const summaryOf = async (year: number, by = adviser) =>
  (await by.get(`/visits/summary?year=${year}`, { expect: 200 })).body;

/** So many different ones, visited so often in all: the first ones are visited once more than the others. */
async function visitedAsPrinted(
  kind: string,
  visiteeKind: string,
  visitees: number,
  visits: number,
): Promise<void> {
  await world.database.sql(
    `WITH made AS (
       INSERT INTO institutions (name, kind, district_id)
       SELECT CASE WHEN $3 AND n = 1 THEN '원당초등학교' ELSE '기관 ' || $2 || n END, $2, $1 FROM generate_series(1, $4::int) AS n
       WHERE $5 RETURNING id, name
     ), whom AS (
       SELECT id, NULL AS name, row_number() OVER (ORDER BY id) AS place FROM made
       UNION ALL SELECT NULL, '네트워크 ' || n, n FROM generate_series(1, $4::int) AS n WHERE NOT $5
     )
     INSERT INTO visits (area_id, team_id, adviser_id, visited_on, state, visitee_kind, institution_id, organisation_name,
       visitee_key, purpose, created_by)
     SELECT $1, $6, $7, date '2017-01-02' + (nth % 300)::int, 'done', $8, id, name, coalesce('i:' || id, 'n:' || name), 'sales', $7
     FROM generate_series(0, $9::int - 1) AS nth JOIN whom ON place = nth % $4::int + 1`,
    [
      work.gangdong,
      kind,
      visiteeKind === 'education',
      visitees,
      visiteeKind !== 'enterprise_or_network',
      work.teamId,
      adviser.user.id,
      visiteeKind,
      visits,
    ],
  );
}

describe('the year 2017', () => {
  beforeAll(async () => {
    await visitedAsPrinted('other', 'public_agency', 28, 85);
    await visitedAsPrinted('school', 'education', 404, 485);
    await visitedAsPrinted('', 'enterprise_or_network', 45, 84);
  });

  const PRINTED = [
    { visiteeKind: 'public_agency', institutions: 28, visits: 85 },
    { visiteeKind: 'education', institutions: 404, visits: 485 },
    { visiteeKind: 'enterprise_or_network', institutions: 45, visits: 84 },
  ];

  it('is 28/85, 404/485 and 45/84: 477 institutions in 654 visits', async () => {
    const summary = await summaryOf(2017);
    expect(summary).toMatchObject({ institutions: 477, visits: 654, byKind: PRINTED });
    expect(summary['byAdviser']).toEqual([
      {
        adviserId: adviser.user.id,
        adviserName: 'support 시험',
        teamId: work.teamId,
        teamName: '강동지원단',
        visits: 654,
      },
    ]);
    expect(await summaryOf(2017, work.admin)).toMatchObject({ institutions: 477, visits: 654 });
    expect(await summaryOf(2017, work.stranger)).toMatchObject({ institutions: 0, visits: 0 });
    expect(await summaryOf(2016)).toMatchObject({ institutions: 0, visits: 0 });
  });

  it('is 477 and 655 with one more visit to 원당초, and 477 and 654 when that is taken back', async () => {
    const found = await adviser.get('/institutions?q=원당초', { expect: 200 });
    const visit = {
      state: 'done',
      visitedOn: '2017-12-20',
      purpose: 'follow_up',
      institutionId: found.body['items']?.['0']?.['id'],
    };
    const made = await adviser.post('/visits', visit, { expect: 201 });
    expect(await summaryOf(2017)).toMatchObject({ institutions: 477, visits: 655 });
    await adviser.post(`/visits/${String(made.body['id'])}/undo`, {}, { expect: 200 });
    await adviser.post(`/visits/${String(made.body['id'])}/cancel`, { reason: '잘못 등록' }, { expect: 200 });
    expect(await summaryOf(2017)).toMatchObject({ institutions: 477, visits: 654, byKind: PRINTED });
  });

  it('counts one who was not visited yet, and no longer when that visit is taken back', async () => {
    const institutionId = await givenSchool(world, work.gangdong, '새로운초등학교');
    const visit = { state: 'done', visitedOn: '2017-12-20', purpose: 'sales', institutionId };
    const made = await adviser.post('/visits', visit, { expect: 201 });
    expect(await summaryOf(2017)).toMatchObject({ institutions: 478, visits: 655 });
    await adviser.post(`/visits/${String(made.body['id'])}/undo`, {}, { expect: 200 });
    expect(await summaryOf(2017)).toMatchObject({ institutions: 477, visits: 654 });
  });
});

type Step =
  | { kind: 'log' | 'plan'; school: number; visitedOn: string; by: number }
  | { kind: 'done' | 'follow-up' | 'cancel' | 'undo'; nth: number; by: number }
  | { kind: 'move'; nth: number; visitedOn: string; by: number };

const nth = fc.nat({ max: 20 });
const by = fc.nat({ max: 1 });
const past = fc.constantFrom('2016-12-31', '2017-01-01', '2017-06-15', '2017-12-20');
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('log' as const),
      school: fc.nat({ max: 4 }),
      visitedOn: past,
      by,
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('plan' as const),
      school: fc.nat({ max: 4 }),
      visitedOn: fc.constant('2017-12-20'),
      by,
    }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      kind: fc.constantFrom('done' as const, 'follow-up' as const, 'cancel' as const, 'undo' as const),
      nth,
      by,
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('move' as const), nth, visitedOn: past, by }) },
);

describe('whatever advisers do', () => {
  let schools: (string | null)[];
  let visits: string[];

  beforeAll(async () => {
    schools = [
      await givenSchool(world, work.gangdong, '가'),
      await givenSchool(world, work.gangdong, '나', 'education_office'),
      work.gangdong,
      null,
      await givenSchool(world, work.gangdong, '다'),
    ];
  });

  async function walk(one: Step): Promise<void> {
    const who = [adviser, work.colleague][one.by] ?? adviser;
    if ('school' in one) {
      const institutionId = schools[one.school] ?? null;
      const made = await who.post('/visits', {
        state: one.kind === 'log' ? 'done' : 'planned',
        visitedOn: one.visitedOn,
        purpose: 'sales',
        institutionId,
        organisationName: institutionId === null ? '마을 네트워크' : null,
      });
      visits.push(String(made.body['id']));
      return;
    }
    const id = visits[one.nth % Math.max(1, visits.length)];
    if (id === undefined) return;
    if (one.kind !== 'move')
      await who.post(`/visits/${id}/${one.kind}`, one.kind === 'cancel' ? { reason: '가' } : {});
    else {
      const { body } = await who.get(`/visits/${id}`);
      await who.patch(`/visits/${id}`, { visitedOn: one.visitedOn }, { version: Number(body['version']) });
    }
  }

  it('the kept totals are what the rows say', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 30 }), async (steps) => {
        visits = [];
        for (const one of steps) await walk(one);
        expect(await findActivityDifferences(owner)).toEqual([]);
      }),
      { numRuns: 12 },
    );
  });

  it('is found when a trigger was away, and repaired (control)', async () => {
    await world.database.sql('ALTER TABLE visits DISABLE TRIGGER tr_visits_count_insert');
    await world.database.sql('ALTER TABLE visits DISABLE TRIGGER tr_visits_visitees_insert');
    visits = [];
    await walk({ kind: 'log', school: 4, visitedOn: '2017-06-15', by: 0 });
    await world.database.sql('ALTER TABLE visits ENABLE TRIGGER tr_visits_count_insert');
    await world.database.sql('ALTER TABLE visits ENABLE TRIGGER tr_visits_visitees_insert');
    const found = await findActivityDifferences(owner);
    expect(found.map((one) => one.measure)).toEqual(expect.arrayContaining(['visit', 'visitee']));
    await replaceActivity(owner);
    expect(await findActivityDifferences(owner)).toEqual([]);
    // What was repaired goes on being kept.
    await walk({ kind: 'undo', nth: 0, by: 0 });
    expect(await findActivityDifferences(owner)).toEqual([]);
  });
});
