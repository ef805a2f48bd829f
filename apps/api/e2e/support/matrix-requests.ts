import type { TestDatabase } from './database';

interface Asked {
  readonly institutionId: string;
  readonly departmentId: string;
  readonly supplierId: string;
  readonly userId: string;
}

/** What a department asked of an enterprise: both of them see it. @returns its id */
export async function supplierRequestOf(database: TestDatabase, asked: Asked, text: string): Promise<string> {
  const [row] = await database.sql<{ id: string }>(
    `INSERT INTO supplier_requests
       (institution_id, department_id, department_name, supplier_id, title, message, created_by)
     VALUES ($1, $2, $5, $3, $5, $5, $4) RETURNING id`,
    [asked.institutionId, asked.departmentId, asked.supplierId, asked.userId, text],
  );
  return row?.id ?? '';
}

/** An open claim of an account on an enterprise: the account alone sees it, and who keeps the register. */
export async function claimOf(
  database: TestDatabase,
  userId: string,
  supplierId: string,
  text: string,
): Promise<string> {
  const [row] = await database.sql<{ id: string }>(
    `INSERT INTO supplier_verifications (supplier_id, subject, note, requested_by)
     VALUES ($1, 'claim', $3, $2) RETURNING id`,
    [supplierId, userId, text],
  );
  return row?.id ?? '';
}
