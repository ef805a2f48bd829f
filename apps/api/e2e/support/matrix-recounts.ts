import type { TestDatabase } from './database';

/** An open finding about a purchase of this department, for the matrix; its words carry `text`. */
export async function recountOf(
  database: TestDatabase,
  place: { readonly institutionId: string; readonly purchaseId: string },
  text: string,
): Promise<string> {
  const decision = { countedSchemes: [text], certifiedOnly: false, countStatus: 'counted', reasons: [] };
  const [row] = await database.sql<{ id: string }>(
    `INSERT INTO purchase_recounts (institution_id, purchase_id, supplier_id, certification_id, stored, recomputed, differences)
     SELECT $1, $2, supplier_id, id, $3, $4, $5 FROM supplier_certifications ORDER BY id LIMIT 1 RETURNING id`,
    [
      place.institutionId,
      place.purchaseId,
      JSON.stringify(decision),
      JSON.stringify({ ...decision, countedSchemes: [], countStatus: 'needs_check' }),
      JSON.stringify([{ scheme: text, krw: -1 }]),
    ],
  );
  return row?.id ?? '';
}
