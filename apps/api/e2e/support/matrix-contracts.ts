import type { TestDatabase } from './database';

interface Signed {
  readonly institutionId: string;
  readonly departmentId: string;
  readonly userId: string;
}

/** A contract of a department, in the area of its institution. @returns its id */
export async function contractOf(database: TestDatabase, signed: Signed, text: string): Promise<string> {
  const [row] = await database.sql<{ id: string }>(
    `INSERT INTO contracts (institution_id, area_id, department_id, department_name, adviser_id, source, item, kind, signed_on,
       value_krw, note, created_by)
     VALUES ($1, $1, $2, $4, $3, 'direct', $4, 'goods', '2016-05-02', 1000, $4, $3) RETURNING id`,
    [signed.institutionId, signed.departmentId, signed.userId, text],
  );
  await database.sql(
    `INSERT INTO contract_parties (institution_id, area_id, contract_id, position, supplier_name, is_lead)
     VALUES ($1, $1, $2, 1, $3, true)`,
    [signed.institutionId, row?.id, text],
  );
  return row?.id ?? '';
}
