import type { TestDatabase } from './database';

interface Place {
  readonly institutionId: string;
  readonly departmentId: string;
  readonly userId: string;
  readonly supplierId: string;
}

/** A match of a department with a candidate, and an open need; the texts tell whose they are. */
export async function matchOf(
  database: TestDatabase,
  { institutionId, departmentId, userId, supplierId }: Place,
  text: string,
): Promise<Readonly<Record<string, string>>> {
  const [match] = await database.sql<{ id: string }>(
    `INSERT INTO matches
       (area_id, adviser_id, institution_id, department_id, department_name, title, identified_on, created_by)
     VALUES ($1, $3, $1, $2, $4, $4, '2016-06-01', $3) RETURNING id`,
    [institutionId, departmentId, userId, text],
  );
  const [candidate] = await database.sql<{ id: string }>(
    `INSERT INTO match_candidates (area_id, institution_id, match_id, supplier_id, supplier_name)
     VALUES ($1, $1, $2, $3, $4) RETURNING id`,
    [institutionId, match?.id, supplierId, text],
  );
  const [need] = await database.sql<{ id: string }>(
    `INSERT INTO needs (area_id, institution_id, title, origin, found_on, created_by)
     VALUES ($1, $1, $2, 'direct', '2016-06-01', $3) RETURNING id`,
    [institutionId, text, userId],
  );
  return { matches: match?.id ?? '', candidateId: candidate?.id ?? '', openNeedId: need?.id ?? '' };
}
