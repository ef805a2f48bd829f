import type { Day } from '@ieum/domain';
import type { Tx } from '../database/transactions';
import type { PublicationPurchaseDto } from './dto/publication.dto';
import type { Subject } from './ledger.queries';
import type { PurchaseChanges } from './publication.queries';

export interface RowsBehind {
  readonly institutionIds: readonly string[];
  readonly fiscalYear: number;
  readonly scheme: string;
  readonly until: Day;
  readonly adjustedUntil: Day;
}

/** The ledger rows of a standing: purchases up to a day, and the later adjustments of those. Parameters $1 to $5. */
const BEHIND = `
  SELECT p.institution_id, p.id AS purchase_id, p.department_id, p.recognized_amount_krw
  FROM purchases p
  LEFT JOIN purchases root ON root.institution_id = p.institution_id AND root.id = p.adjusts_id
  WHERE p.institution_id = ANY ($1::uuid[]) AND p.fiscal_year = $2 AND $3 = ANY (p.counted_schemes)
    AND (p.recognition_date <= $4 OR (p.recognition_date <= $5 AND root.recognition_date <= $4))`;

function behindValues(rows: RowsBehind): unknown[] {
  return [rows.institutionIds, rows.fiscalYear, rows.scheme, rows.until, rows.adjustedUntil];
}

/** Copying a year's rows may take longer than a request usually may. */
export async function allowLongCopy(tx: Tx): Promise<void> {
  await tx.sql(`SELECT set_config('statement_timeout', '60s', true)`);
}

/** How the rows behind a figure differ from those of an earlier publication. */
export async function countChanges(tx: Tx, rows: RowsBehind, previousId: string): Promise<PurchaseChanges> {
  const counts = await tx.sql<PurchaseChanges>(
    `SELECT count(*) FILTER (WHERE old.purchase_id IS NULL) AS added,
            count(*) FILTER (WHERE new.purchase_id IS NULL) AS removed,
            count(*) FILTER (WHERE old.purchase_id IS NOT NULL AND new.purchase_id IS NOT NULL
              AND (old.recognized_amount_krw <> new.recognized_amount_krw
                OR old.department_id <> new.department_id)) AS changed
     FROM (${BEHIND}) AS new
     FULL JOIN (SELECT * FROM publication_purchases WHERE publication_id = $6 AND institution_id = ANY ($1::uuid[])) AS old
       ON old.institution_id = new.institution_id AND old.purchase_id = new.purchase_id`,
    [...behindValues(rows), previousId],
  );
  return counts[0] ?? { added: 0, changed: 0, removed: 0 };
}

export interface KeptSum {
  readonly subjectId: string;
  readonly actualKrw: number;
  readonly purchaseCount: number;
}

/** Keeps the rows with the publication. @returns their sums, which must be the published ones */
export function keepRows(
  tx: Tx,
  subject: Subject,
  publicationId: string,
  rows: RowsBehind,
): Promise<KeptSum[]> {
  return tx.sql<KeptSum>(
    `WITH kept AS (
       INSERT INTO publication_purchases (institution_id, publication_id, purchase_id, department_id, recognized_amount_krw)
       SELECT institution_id, $6, purchase_id, department_id, recognized_amount_krw FROM (${BEHIND}) AS behind
       RETURNING institution_id, department_id, recognized_amount_krw)
     SELECT ${subject}_id AS "subjectId", sum(recognized_amount_krw)::bigint AS "actualKrw", count(*) AS "purchaseCount"
     FROM kept GROUP BY 1`,
    [...behindValues(rows), publicationId],
  );
}

export interface KeptRowsFilter {
  readonly publicationId: string;
  /** the version before, to compare with; null = none */
  readonly previousId: string | null;
  /** undefined = everybody's */
  readonly institutionIds: readonly string[] | undefined;
  readonly departmentId: string | null;
  readonly changedOnly: boolean;
  readonly afterId: string | null;
  readonly limit: number;
}

/** The rows behind a publication in the order of their ids; with changedOnly also those that are gone. */
export function listKeptRows(tx: Tx, filter: KeptRowsFilter): Promise<PublicationPurchaseDto[]> {
  const kept = (
    parameter: number,
  ) => `(SELECT * FROM publication_purchases WHERE publication_id = $${parameter}
    AND ($3::uuid[] IS NULL OR institution_id = ANY ($3)) AND ($4::uuid IS NULL OR department_id = $4)
    AND ($5::uuid IS NULL OR purchase_id > $5))`;
  return tx.sql<PublicationPurchaseDto>(
    `SELECT p.id AS "purchaseId", p.institution_id AS "institutionId", d.id AS "departmentId",
            d.name AS "departmentName", p.item, p.supplier_name AS "supplierName",
            p.recognition_date AS "recognitionDate", p.adjusts_id AS "adjustsId",
            new.recognized_amount_krw AS "amountKrw", old.recognized_amount_krw AS "previousAmountKrw"
     FROM ${kept(1)} AS new
     FULL JOIN ${kept(2)} AS old ON old.institution_id = new.institution_id AND old.purchase_id = new.purchase_id
     JOIN purchases p ON p.institution_id = coalesce(new.institution_id, old.institution_id)
       AND p.id = coalesce(new.purchase_id, old.purchase_id)
     JOIN departments d ON d.institution_id = p.institution_id
       AND d.id = coalesce(new.department_id, old.department_id)
     WHERE CASE WHEN $6::boolean
       THEN new.recognized_amount_krw IS DISTINCT FROM old.recognized_amount_krw
         OR new.department_id IS DISTINCT FROM old.department_id
       ELSE new.purchase_id IS NOT NULL END
     ORDER BY p.id LIMIT $7`,
    [
      filter.publicationId,
      filter.previousId,
      filter.institutionIds ?? null,
      filter.departmentId,
      filter.afterId,
      filter.changedOnly,
      filter.limit,
    ],
  );
}
