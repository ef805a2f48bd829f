import type { TestDatabase } from './database';

interface Place {
  readonly institutionId: string;
  readonly supplierId: string;
  readonly adviserId: string;
  /** an enterprise is asked once a year */
  readonly year: number;
}

/** What an adviser keeps beside visits, in the area that the institution is itself: one row of each kind. */
export async function adviserWorkOf(
  database: TestDatabase,
  { institutionId, supplierId, adviserId, year }: Place,
  text: string,
): Promise<Readonly<Record<string, string>>> {
  const insert = async (statement: string, ...more: readonly unknown[]) => {
    const [row] = await database.sql<{ id: string }>(`${statement} RETURNING id`, [
      institutionId,
      text,
      ...more,
    ]);
    return row?.id ?? '';
  };
  return {
    'support-teams': await insert('INSERT INTO support_teams (area_id, name) VALUES ($1, $2)'),
    'education-sessions': await insert(
      `INSERT INTO education_sessions (area_id, adviser_id, held_on, audience, institution_id, content, created_by)
       VALUES ($1, $3, '2016-06-14', $2, $1, $2, $3)`,
      adviserId,
    ),
    consultations: await insert(
      `INSERT INTO consultations (area_id, adviser_id, consulted_on, channel, caller_kind, institution_id, topic, created_by)
       VALUES ($1, $3, '2016-06-14', 'phone', 'public_body', $1, $2, $3)`,
      adviserId,
    ),
    'supplier-surveys': await insert(
      `INSERT INTO supplier_surveys (area_id, supplier_id, year, sent_on, sent_by, answered_on, can_sell, offers)
       VALUES ($1, $4, $5, '2016-06-14', $3, '2016-06-14', true, $2)`,
      adviserId,
      supplierId,
      year,
    ),
  };
}
