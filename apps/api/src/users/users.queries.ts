import type { AccountState, Reach, Role } from '@ieum/domain';
import type { Tx } from '../database/transactions';

/** An account as its administrators see it; never with the password's hash. */
export interface UserRow {
  id: string;
  email: string;
  name: string;
  role: Role;
  state: AccountState;
  institutionId: string | null;
  institutionName: string | null;
  departmentId: string | null;
  departmentName: string | null;
  enterpriseId: string | null;
  enterpriseName: string | null;
  assignedInstitutionIds: string[];
  mustChangePassword: boolean;
  isDemo: boolean;
  lastLoginAt: Date | null;
  createdAt: Date;
  version: number;
}

const USER = `
  SELECT u.id, u.email, u.name, u.role, u.state, u.institution_id AS "institutionId", i.name AS "institutionName",
         u.department_id AS "departmentId", d.name AS "departmentName",
         u.enterprise_id AS "enterpriseId", s.name AS "enterpriseName",
         ARRAY(SELECT a.institution_id::text FROM user_assignments a WHERE a.user_id = u.id ORDER BY 1)
           AS "assignedInstitutionIds",
         u.must_change_password AS "mustChangePassword", u.is_demo AS "isDemo", u.last_login_at AS "lastLoginAt",
         u.created_at AS "createdAt", u.version
  FROM users u
  LEFT JOIN institutions i ON i.id = u.institution_id
  LEFT JOIN departments d ON d.institution_id = u.institution_id AND d.id = u.department_id
  LEFT JOIN suppliers s ON s.id = u.enterprise_id`;

export async function userById(tx: Tx, id: string): Promise<UserRow | undefined> {
  return (await tx.sql<UserRow>(`${USER} WHERE u.id = $1`, [id]))[0];
}

export interface UserSearch {
  readonly reach: Reach;
  /** whoever may invite enterprises sees the accounts of those in the district, or in none that is known */
  readonly withEnterprises: boolean;
  readonly part: string | null;
  readonly roles: readonly string[] | null;
  readonly state: string | null;
  readonly institutionId: string | null;
  readonly departmentId: string | null;
  readonly enterpriseId: string | null;
  readonly after: readonly [string, string] | null;
  readonly limit: number;
}

export function searchUsers(tx: Tx, search: UserSearch): Promise<UserRow[]> {
  return tx.sql<UserRow>(
    `${USER}
     WHERE ($1::uuid[] IS NULL OR u.institution_id = ANY ($1) OR ($10 AND u.role = 'enterprise' AND (s.district_code IS NULL
              OR s.district_code IN (SELECT administrative_code FROM institutions WHERE id = ANY ($1)))))
       AND ($2::text IS NULL OR strpos(lower(u.name), lower($2)) > 0 OR strpos(u.email, lower($2)) > 0)
       AND ($3::text[] IS NULL OR u.role = ANY ($3)) AND ($4::text IS NULL OR u.state = $4)
       AND ($5::uuid IS NULL OR u.institution_id = $5) AND ($6::uuid IS NULL OR u.department_id = $6)
       AND ($11::uuid IS NULL OR u.enterprise_id = $11)
       AND ($7::text IS NULL OR (u.name, u.id) > ($7, $8::uuid))
     ORDER BY u.name, u.id LIMIT $9`,
    [
      search.reach.institutionIds ?? null,
      search.part,
      search.roles,
      search.state,
      search.institutionId,
      search.departmentId,
      search.after?.[0] ?? null,
      search.after?.[1] ?? null,
      search.limit,
      search.withEnterprises,
      search.enterpriseId,
    ],
  );
}

/** Where an enterprise is, and where the actor's institution; undefined = no such enterprise. */
export async function enterpriseDistrict(
  tx: Tx,
  supplierId: string | null,
): Promise<{ code: string | null; own: string | null; isMerged: boolean } | undefined> {
  if (supplierId === null) return undefined;
  const [row] = await tx.sql<{ code: string | null; own: string | null; isMerged: boolean }>(
    `SELECT s.district_code AS code, s.merged_into_id IS NOT NULL AS "isMerged",
            (SELECT i.administrative_code FROM institutions i WHERE i.id = $2) AS own
     FROM suppliers s WHERE s.id = $1`,
    [supplierId, tx.actor.institutionId],
  );
  return row;
}

/**
 * Locks the active accounts of one role in one organisation, in one order, and tells their ids: whoever else wants to
 * end one of them waits here and then sees what is left. Two administrators cannot disable each other.
 */
export async function lockActivePeers(
  tx: Tx,
  { role, institutionId, enterpriseId }: Pick<UserRow, 'role' | 'institutionId' | 'enterpriseId'>,
): Promise<string[]> {
  const rows = await tx.sql<{ id: string }>(
    `SELECT id FROM users WHERE role = $1 AND institution_id IS NOT DISTINCT FROM $2
       AND enterprise_id IS NOT DISTINCT FROM $3 AND state = 'active'
     ORDER BY id FOR UPDATE`,
    [role, institutionId, enterpriseId],
  );
  return rows.map((row) => row.id);
}
