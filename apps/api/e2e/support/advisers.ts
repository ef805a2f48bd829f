import type { ApiClient } from './api-client';
import type { World } from './world';

/** An adviser who is assigned to these areas, logged in. */
export async function adviserOf(world: World, ...areaIds: readonly string[]): Promise<ApiClient> {
  const email = await world.given.user('support');
  await world.database.sql(
    'INSERT INTO user_assignments (user_id, institution_id) SELECT id, unnest($2::uuid[]) FROM users WHERE email = $1',
    [email, areaIds],
  );
  return world.loginAs(email);
}

/** So many visits of an adviser that took place on a day, each to another organisation. */
export async function visitsOf(
  world: World,
  adviser: ApiClient,
  place: { readonly areaId: string; readonly teamId: string | null },
  visitedOn: string,
  count: number,
): Promise<void> {
  await world.database.sql(
    `INSERT INTO visits (area_id, team_id, adviser_id, visited_on, state, visitee_kind, organisation_name, visitee_key, purpose,
       created_by)
     SELECT $1, $2, $3, $4, 'done', 'enterprise_or_network', '단체 ' || n, 'n:단체' || n, 'sales', $3
     FROM generate_series(1, $5::int) AS n`,
    [place.areaId, place.teamId, adviser.user.id, visitedOn, count],
  );
}
