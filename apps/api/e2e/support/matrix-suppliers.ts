import type { TestDatabase } from './database';

type Ids = Readonly<Record<string, string>>;
type Row = Readonly<Record<string, unknown>>;

/**
 * What belongs to one enterprise, for the matrix: everything that others must not see carries `text`. What is public
 * (the name, a published item) does not.
 */
export async function thingsOfSupplier(
  database: TestDatabase,
  supplierId: string,
  userId: string,
  text: string,
): Promise<Ids> {
  const insert = async (table: string, row: Row): Promise<string> => {
    const [inserted] = await database.sql<{ id: string }>(
      `INSERT INTO ${table} (${Object.keys(row).join(', ')}) VALUES (${Object.keys(row)
        .map((_, index) => `$${index + 1}`)
        .join(', ')}) RETURNING id`,
      Object.values(row),
    );
    return inserted?.id ?? '';
  };
  const evidence = await insert('files', {
    supplier_id: supplierId,
    name: `${text}.pdf`,
    media_type: 'application/pdf',
    size_bytes: 3,
    sha256: 'x',
    uploaded_by: userId,
  });
  const pending = await insert('supplier_certifications', {
    supplier_id: supplierId,
    type: 'women_owned',
    number: text,
    valid_from: '2016-01-01',
    evidence_file_id: evidence,
    entered_by: userId,
  });
  const draft = await insert('catalogue_items', {
    supplier_id: supplierId,
    name: `${text} 초안`,
    kind: 'goods',
    created_by: userId,
  });
  const [rule] = await database.sql<{ id: string }>('SELECT id FROM certification_validity_rules LIMIT 1');
  return {
    suppliers: supplierId,
    'certification-validity-rules': rule?.id ?? '',
    certificationId: pending,
    'catalogue-items': draft,
    photoId: await insert('catalogue_item_photos', {
      supplier_id: supplierId,
      catalogue_item_id: draft,
      file_id: evidence,
      alternative_text: text,
      position: 1,
      width: 1,
      height: 1,
      sent_ranges: '[[0, 3]]',
    }),
    'supplier-verifications': await insert('supplier_verifications', {
      supplier_id: supplierId,
      subject: 'certification',
      certification_id: pending,
      requested_by: userId,
      note: text,
      evidence_file_id: evidence,
      evidence_name: `${text}.pdf`,
    }),
  };
}
