import type { TestDatabase } from './database';

const ENTRY = { name: '새 기업', certificateNumber: '제2016-001호', certifiedOn: '2016-01-04' };

/**
 * A list of enterprises that could not be read to its end, and a doubtful row of it that may mean this supplier. Lists
 * belong to the register, which is one for all institutions: there is nothing of a stranger in them.
 */
export async function listOfRegister(
  database: TestDatabase,
  userId: string,
  supplierId: string,
): Promise<Readonly<Record<string, string>>> {
  const first = async (text: string, values: readonly unknown[]): Promise<string> => {
    const [row] = await database.sql<{ id: string }>(text, values);
    return row?.id ?? '';
  };
  const fileId = await first(
    `INSERT INTO files (name, media_type, size_bytes, sha256, uploaded_by)
     VALUES ('목록.csv', 'text/csv', 3, 'x', $1) RETURNING id`,
    [userId],
  );
  const importId = await first(
    `INSERT INTO supplier_imports (file_id, file_name, sha256, source_name, as_of, state, created_by, created_by_name)
     VALUES ($1, '목록.csv', 'x', '목록', '2016-06-01', 'failed', $2, '시험') RETURNING id`,
    [fileId, userId],
  );
  await database.sql(
    `INSERT INTO supplier_import_rows (import_id, row_number, verdict, included) VALUES ($1, 2, 'review', true)`,
    [importId],
  );
  const candidate = { supplierId, rowNumber: null, likeness: 0.6, sameNumber: false, sameCertificate: false };
  const reviewId = await first(
    `INSERT INTO supplier_reviews (import_id, row_number, identity, entry, reason, candidates)
     VALUES ($1, 2, $2, $3, 'name_alike', $4) RETURNING id`,
    [importId, importId, JSON.stringify(ENTRY), JSON.stringify([candidate])],
  );
  return { 'supplier-imports': importId, 'supplier-reviews': reviewId };
}
