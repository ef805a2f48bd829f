import type { DataSource, EntityManager } from 'typeorm';

/** What Transactions sets for an actor, named as PostgreSQL knows it. */
interface ActorSettings {
  readonly actorId?: string;
  readonly institutions?: readonly string[];
  readonly areas?: readonly string[];
  readonly enterpriseId?: string;
  readonly register?: 'keeper' | 'staff' | '';
}

/** Thrown to undo what a control did; never leaves this file. */
class RolledBack extends Error {}

/**
 * Statements as the application's own login runs them for somebody, past every service: what remains is the database's
 * own word. Everything is rolled back.
 * @param before statements of the owner first, in the same transaction: a guard taken out, for a control
 */
export async function asApplication<T>(
  owner: DataSource,
  settings: ActorSettings,
  work: (manager: EntityManager) => Promise<T>,
  before: readonly string[] = [],
): Promise<T> {
  let result: { value: T } | undefined;
  const rolledBack = await owner
    .transaction(async (manager) => {
      for (const statement of before) await manager.query(statement);
      await manager.query('SET LOCAL ROLE ieum_app');
      await manager.query(
        `SELECT set_config('ieum.actor_id', $1, true), set_config('ieum.request_id', 'test', true),
                set_config('ieum.institutions', $2, true), set_config('ieum.sees_all', 'off', true),
                set_config('ieum.enterprise_id', $3, true), set_config('ieum.register', $4, true),
                set_config('ieum.areas', $5, true)`,
        [
          settings.actorId ?? '',
          (settings.institutions ?? []).join(','),
          settings.enterpriseId ?? '',
          settings.register ?? '',
          (settings.areas ?? []).join(','),
        ],
      );
      result = { value: await work(manager) };
      throw new RolledBack();
    })
    .catch((failure: unknown) => failure);
  if (result === undefined || !(rolledBack instanceof RolledBack)) throw rolledBack;
  return result.value;
}
