import type { ApiClient } from './api-client';
import type { World } from './world';

/** An adviser of the centre, assigned to these districts. */
export async function adviserOf(world: World, ...areaIds: readonly string[]): Promise<ApiClient> {
  const email = await world.given.user('support');
  await world.database.sql(
    `INSERT INTO user_assignments (user_id, institution_id)
     SELECT u.id, area FROM users u CROSS JOIN unnest($2::uuid[]) AS area WHERE u.email = $1`,
    [email, areaIds],
  );
  return world.loginAs(email);
}
