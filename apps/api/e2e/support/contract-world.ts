import type { ApiClient, Body } from './api-client';
import { createWorld, type World } from './world';

type Fields = Readonly<Record<string, unknown>>;

/**
 * 강북구 with 일자리지원과 and 재무과, 2017 open; one adviser of the district and one of another, in a team each; the
 * enterprise 노란들판, certified. Today is 1 December 2017.
 */
export interface ContractWorld extends World {
  readonly institutionId: string;
  readonly jobs: string;
  readonly finance: string;
  readonly nodeul: string;
  readonly teamId: string;
  readonly clerk: ApiClient;
  readonly colleague: ApiClient;
  readonly otherClerk: ApiClient;
  readonly manager: ApiClient;
  readonly adviser: ApiClient;
  readonly otherAdviser: ApiClient;
  readonly admin: ApiClient;
  /** What a contract looks like on the wire: 강북구's 일자리지원과 buys a banner of 노란들판 for 160,000 won. */
  banner(more?: Fields): Fields;
  /** Writes one down as the district's adviser; expects 201. */
  signed(more?: Fields): Promise<Body>;
  /** A match as the pipeline leaves it when the winners are chosen. @returns its id */
  selectedMatch(title: string, winners: readonly string[], more?: Fields): Promise<string>;
  /** What the counters say of a department. Won. */
  total(departmentId: string): Promise<number>;
}

export async function createContractWorld(): Promise<ContractWorld> {
  const world = await createWorld();
  world.setToday('2017-12-01');
  const { given, database } = world;
  const institutionId = await given.institution('강북구');
  const away = await given.institution('노원구');
  const jobs = await given.department(institutionId, '일자리지원과');
  const finance = await given.department(institutionId, '재무과');
  await given.year(institutionId, 2017);
  const nodeul = await given.supplier('노란들판', 'certified_social_enterprise', '2012-01-01');
  const adviserOf = async (areaId: string, team: string) => {
    const email = await given.user('support');
    await database.sql(
      `WITH adviser AS (INSERT INTO user_assignments (user_id, institution_id) SELECT id, $2 FROM users WHERE email = $1
         RETURNING user_id),
       team AS (INSERT INTO support_teams (area_id, name) VALUES ($2, $3) RETURNING id)
       INSERT INTO support_team_members (area_id, team_id, user_id) SELECT $2, team.id, user_id FROM adviser, team`,
      [email, areaId, team],
    );
    return world.loginAs(email);
  };
  const adviser = await adviserOf(institutionId, '강북 지원단');
  const otherAdviser = await adviserOf(away, '노원 지원단');
  const clerkOf = async (departmentId: string) =>
    world.loginAs(await given.user('clerk', { institutionId, departmentId }));
  const [team] = await database.sql<{ id: string }>(
    `SELECT id FROM support_teams WHERE name = '강북 지원단'`,
  );
  const teamId = team?.id ?? '';
  const banner = (more: Fields = {}): Fields => ({
    institutionId,
    departmentId: jobs,
    item: '현수막/배너 제작',
    kind: 'goods',
    signedOn: '2017-05-02',
    valueKrw: 160_000,
    parties: [{ supplierId: nodeul, isLead: true }],
    ...more,
  });
  return {
    ...world,
    institutionId,
    jobs,
    finance,
    nodeul,
    teamId,
    adviser,
    otherAdviser,
    clerk: await clerkOf(jobs),
    colleague: await clerkOf(jobs),
    otherClerk: await clerkOf(finance),
    manager: await world.loginAs(await given.user('manager', { institutionId })),
    admin: await world.loginAs(await given.user('admin')),
    banner,
    async signed(more = {}) {
      return (await adviser.post('/contracts', banner(more), { expect: 201 })).body;
    },
    async selectedMatch(title, winners, more = {}) {
      const columns: Record<string, unknown> = {
        area_id: institutionId,
        team_id: teamId,
        adviser_id: adviser.user.id,
        institution_id: institutionId,
        title,
        stage: 'selected',
        award: winners.length > 1 ? 'several' : 'single',
        identified_on: '2017-03-02',
        created_by: adviser.user.id,
        ...more,
      };
      const names = Object.keys(columns);
      const [match] = await database.sql<{ id: string }>(
        `INSERT INTO matches (${names.join(', ')}) VALUES (${names.map((_, index) => `$${index + 1}`).join(', ')}) RETURNING id`,
        Object.values(columns),
      );
      await database.sql(
        `INSERT INTO match_candidates (area_id, institution_id, match_id, supplier_name, outcome, is_lead)
         SELECT area_id, institution_id, id, name, 'selected', place = 1 FROM matches, unnest($2::text[]) WITH ORDINALITY AS w(name, place)
         WHERE id = $1`,
        [match?.id, winners],
      );
      return match?.id ?? '';
    },
    async total(departmentId) {
      const [row] = await database.sql<{ krw: string }>(
        `SELECT coalesce(sum(actual_krw), 0) AS krw FROM achievement_totals
         WHERE department_id = $1 AND scheme_code = 'social_economy' AND fiscal_year = 2017`,
        [departmentId],
      );
      return Number(row?.krw ?? 0);
    },
  };
}
