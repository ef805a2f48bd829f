import type { TestDatabase } from './database';

interface Place {
  readonly institutionId: string;
  readonly departmentId: string;
  readonly adviserId: string;
}

/** What an adviser keeps of a department: a planned visit and an open need. The area is the institution itself. */
export async function visitAndNeedOf(
  database: TestDatabase,
  { institutionId, departmentId, adviserId }: Place,
  text: string,
): Promise<Readonly<Record<string, string>>> {
  const [visit] = await database.sql<{ id: string }>(
    `INSERT INTO visits (area_id, adviser_id, visited_on, visitee_kind, institution_id, department_id, department_name,
       visitee_key, purpose, note, created_by)
     VALUES ($1, $3, '2016-06-15', 'public_agency', $1, $2, $4, 'i:' || $1::uuid, 'sales', $4, $3) RETURNING id`,
    [institutionId, departmentId, adviserId, text],
  );
  const [need] = await database.sql<{ id: string }>(
    `INSERT INTO needs (area_id, institution_id, department_id, department_name, title, origin, visit_id, found_on, created_by)
     VALUES ($1, $1, $2, $4, $4, 'visit', $5, '2016-06-15', $3) RETURNING id`,
    [institutionId, departmentId, adviserId, text, visit?.id],
  );
  return { visits: visit?.id ?? '', needs: need?.id ?? '' };
}
