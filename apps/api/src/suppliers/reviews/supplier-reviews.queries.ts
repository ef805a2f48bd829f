import type { ListCandidate, ListEntry, ListReviewState, ReviewReason } from '@ieum/domain';
import type { Tx } from '../../database/transactions';

/** A row of supplier_reviews with the manifest that it came with. */
export interface ReviewRow {
  id: string;
  import_id: string;
  row_number: number;
  entry: ListEntry;
  reason: ReviewReason;
  candidates: ListCandidate[];
  state: ListReviewState;
  supplier_id: string | null;
  supplier_name: string | null;
  note: string | null;
  decided_by: string | null;
  decided_by_name: string | null;
  decided_at: Date | null;
  version: number;
  file_name: string;
  as_of: string;
}

const REVIEW = `
  SELECT r.id, r.import_id, r.row_number, r.entry, r.reason, r.candidates, r.state, r.supplier_id, s.name AS supplier_name,
         r.note, r.decided_by, r.decided_by_name, r.decided_at, r.version, i.file_name, i.as_of
  FROM supplier_reviews r JOIN supplier_imports i ON i.id = r.import_id LEFT JOIN suppliers s ON s.id = r.supplier_id`;

export function listReviews(
  tx: Tx,
  states: readonly string[],
  after: string | null,
  limit: number,
): Promise<ReviewRow[]> {
  return tx.sql<ReviewRow & Record<string, unknown>>(
    `${REVIEW} WHERE r.state = ANY ($1::text[]) AND ($2::uuid IS NULL OR r.id > $2) ORDER BY r.id LIMIT $3`,
    [states, after, limit],
  );
}

export async function countReviews(tx: Tx, states: readonly string[]): Promise<number> {
  const [row] = await tx.sql<{ count: number }>(
    'SELECT count(*)::int AS count FROM supplier_reviews WHERE state = ANY ($1::text[])',
    [states],
  );
  return row?.count ?? 0;
}

export async function reviewById(
  tx: Tx,
  id: string,
  lock: 'locked' | 'read',
): Promise<ReviewRow | undefined> {
  const rows = await tx.sql<ReviewRow & Record<string, unknown>>(
    `${REVIEW} WHERE r.id = $1 ${lock === 'locked' ? 'FOR UPDATE OF r' : ''}`,
    [id],
  );
  return rows[0];
}

/**
 * Who the candidates are now: merged ones as their survivor, rows of the list as the supplier that they became meanwhile.
 * @returns by candidate in its order: a supplier's id, or null while the other row has none
 */
export async function suppliersOfCandidates(
  tx: Tx,
  reviews: readonly ReviewRow[],
): Promise<(candidate: ListCandidate, importId: string) => string | null> {
  const ids = reviews.flatMap((one) => one.candidates.flatMap((candidate) => candidate.supplierId ?? []));
  const places = reviews.flatMap((one) =>
    one.candidates.flatMap(({ rowNumber }) =>
      rowNumber === null ? [] : [{ import_id: one.import_id, row_number: rowNumber }],
    ),
  );
  const survivors = await tx.sql<{ key: string; id: string }>(
    `SELECT s.id::text AS key, coalesce(s.merged_into_id, s.id) AS id FROM suppliers s WHERE s.id = ANY ($1::uuid[])
     UNION ALL
     SELECT r.import_id || '|' || r.row_number, coalesce(s.merged_into_id, s.id)
     FROM jsonb_to_recordset($2::jsonb) AS p (import_id uuid, row_number int)
     JOIN supplier_import_rows r ON r.import_id = p.import_id AND r.row_number = p.row_number
     JOIN suppliers s ON s.id = r.supplier_id`,
    [ids, JSON.stringify(places)],
  );
  const found = new Map(survivors.map((row) => [row.key, row.id]));
  return (candidate, importId) =>
    found.get(candidate.supplierId ?? `${importId}|${String(candidate.rowNumber)}`) ?? null;
}
