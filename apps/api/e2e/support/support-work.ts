import { adviserOf } from './advisers';
import type { ApiClient } from './api-client';
import type { World } from './world';

/** Places and people of the advisers' work. */
export interface SupportWorld {
  readonly gangdong: string;
  readonly nowon: string;
  /** assigned to 강동 alone, in its team */
  readonly adviser: ApiClient;
  /** assigned to 강동 as well, in no team */
  readonly colleague: ApiClient;
  /** assigned to 노원 alone */
  readonly stranger: ApiClient;
  readonly admin: ApiClient;
  readonly teamId: string;
}

export async function givenSupportWork(world: World): Promise<SupportWorld> {
  const { given, database } = world;
  const gangdong = await given.institution('강동구', '11740');
  const nowon = await given.institution('노원구', '11350');
  const adviser = await adviserOf(world, gangdong);
  const [team] = await database.sql<{ id: string }>(
    `INSERT INTO support_teams (area_id, name) VALUES ($1, '강동지원단') RETURNING id`,
    [gangdong],
  );
  const teamId = team?.id ?? '';
  await database.sql('INSERT INTO support_team_members (area_id, team_id, user_id) VALUES ($1, $2, $3)', [
    gangdong,
    teamId,
    adviser.user.id,
  ]);
  return {
    gangdong,
    nowon,
    adviser,
    colleague: await adviserOf(world, gangdong),
    stranger: await adviserOf(world, nowon),
    admin: await world.loginAs(await given.user('admin')),
    teamId,
  };
}

/** @returns its id */
export async function givenSchool(
  world: World,
  districtId: string,
  name: string,
  kind = 'school',
): Promise<string> {
  const [row] = await world.database.sql<{ id: string }>(
    'INSERT INTO institutions (name, kind, district_id) VALUES ($1, $2, $3) RETURNING id',
    [name, kind, districtId],
  );
  return row?.id ?? '';
}
