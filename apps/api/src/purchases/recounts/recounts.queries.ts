import type { Day, Reach, RecountFinding, RecountState, SchemeDifference } from '@ieum/domain';
import { decodeCursor, DEFAULT_LIMIT, pageOf, type Page } from '../../common/paging';
import { Conditions } from '../../database/conditions';
import type { Tx } from '../../database/transactions';
import type { PurchaseListRow } from '../purchase.row';
import type { ListRecountsQuery, RecountFilterQuery } from './dto/list-recounts.query';
import type { RecountListRow, RecountRecord } from './recount.row';

const STANDS = `state IN ('submitted', 'accepted')`;

/** Whose purchases a certificate decides: the supplier, the rows merged into it, and who wrote its number only. */
export interface SupplierGroup {
  readonly supplierIds: readonly string[];
  readonly businessNumbers: readonly string[];
}

/** $n = ids, $n+1 = business numbers */
function ofGroup(ids: string, numbers: string): string {
  return `(p.supplier_id = ANY (${ids}::uuid[])
           OR (p.supplier_id IS NULL AND p.supplier_business_number = ANY (${numbers}::text[])))`;
}

export async function groupOf(tx: Tx, supplierId: string): Promise<SupplierGroup> {
  const rows = await tx.sql<{ id: string; business_number: string | null }>(
    'SELECT id, business_number FROM suppliers WHERE id = $1 OR merged_into_id = $1',
    [supplierId],
  );
  return {
    supplierIds: rows.map((row) => row.id),
    businessNumbers: rows.flatMap((row) => row.business_number ?? []),
  };
}

/** Institutions that bought from the group, or still have an open finding about it. */
export async function institutionsOf(tx: Tx, group: SupplierGroup): Promise<string[]> {
  const rows = await tx.sql<{ institution_id: string }>(
    `SELECT p.institution_id FROM purchases p WHERE ${ofGroup('$1', '$2')} AND p.adjusts_id IS NULL AND p.${STANDS}
     UNION SELECT institution_id FROM purchase_recounts WHERE supplier_id = ANY ($1::uuid[]) AND state = 'open'
     ORDER BY 1`,
    [group.supplierIds, group.businessNumbers],
  );
  return rows.map((row) => row.institution_id);
}

/** Ids of standing purchases after one id, in order. @param lock so that no decision falls in between */
export async function pageOfPurchases(
  tx: Tx,
  page: {
    readonly institutionId: string;
    readonly group: SupplierGroup;
    readonly departmentId: string | null;
    readonly after: string | null;
    readonly limit: number;
  },
  lock: '' | 'FOR UPDATE',
): Promise<string[]> {
  const rows = await tx.sql<{ id: string }>(
    `SELECT p.id FROM purchases p
     WHERE ${ofGroup('$2', '$3')} AND p.institution_id = $1 AND p.adjusts_id IS NULL AND p.${STANDS}
       AND ($4::uuid IS NULL OR p.department_id = $4) AND ($5::uuid IS NULL OR p.id > $5)
     ORDER BY p.id LIMIT $6 ${lock}`,
    [
      page.institutionId,
      page.group.supplierIds,
      page.group.businessNumbers,
      page.departmentId,
      page.after,
      page.limit,
    ],
  );
  return rows.map((row) => row.id);
}

export async function lockPurchases(tx: Tx, institutionId: string, ids: readonly string[]): Promise<void> {
  await tx.sql(
    'SELECT 1 FROM purchases WHERE institution_id = $1 AND id = ANY ($2::uuid[]) ORDER BY id FOR UPDATE',
    [institutionId, ids],
  );
}

/** The purchases that stand, with the rows that adjust them and stand. */
export function standingRows(
  tx: Tx,
  institutionId: string,
  purchaseIds: readonly string[],
): Promise<PurchaseListRow[]> {
  return tx.sql<PurchaseListRow>(
    `SELECT p.*, d.name AS department_name, ARRAY[]::text[] AS file_ids
     FROM purchases p JOIN departments d ON d.institution_id = p.institution_id AND d.id = p.department_id
     WHERE p.institution_id = $1 AND (p.id = ANY ($2::uuid[]) OR p.adjusts_id = ANY ($2::uuid[])) AND p.${STANDS}
     ORDER BY p.id`,
    [institutionId, purchaseIds],
  );
}

/** 'year/quarter' of the closed quarters. */
export async function closedQuarters(tx: Tx, institutionId: string): Promise<ReadonlySet<string>> {
  const rows = await tx.sql<{ fiscal_year: number; quarter: number }>(
    `SELECT fiscal_year, quarter FROM purchase_periods WHERE institution_id = $1 AND state = 'closed'`,
    [institutionId],
  );
  return new Set(rows.map((row) => `${row.fiscal_year}/${row.quarter}`));
}

const RECORD = `institution_id, id, purchase_id, supplier_id, certification_id, stored, recomputed, differences, state`;

/** The newest finding of each purchase that is open or was decided; the open one when there is one. */
export async function latestRecords(
  tx: Tx,
  institutionId: string,
  purchaseIds: readonly string[],
): Promise<ReadonlyMap<string, RecountRecord>> {
  const rows = await tx.sql<RecountRecord>(
    `SELECT DISTINCT ON (purchase_id) ${RECORD} FROM purchase_recounts
     WHERE institution_id = $1 AND purchase_id = ANY ($2::uuid[]) AND state <> 'outdated'
     ORDER BY purchase_id, id DESC`,
    [institutionId, purchaseIds],
  );
  return new Map(rows.map((row) => [row.purchase_id, row]));
}

export interface NewRecount extends RecountFinding {
  readonly purchaseId: string;
}

export async function openRecounts(
  tx: Tx,
  place: { readonly institutionId: string; readonly supplierId: string; readonly certificationId: string },
  found: readonly NewRecount[],
): Promise<void> {
  if (found.length === 0) return;
  await tx.sql(
    `INSERT INTO purchase_recounts (institution_id, supplier_id, certification_id, purchase_id, stored, recomputed, differences)
     SELECT $1, $2, $3, "purchaseId", stored, recomputed, differences
     FROM jsonb_to_recordset($4::jsonb) AS row("purchaseId" uuid, stored jsonb, recomputed jsonb, differences jsonb)`,
    [place.institutionId, place.supplierId, place.certificationId, JSON.stringify(found)],
  );
}

/** Ends open findings; those of a person name who and why. */
export async function endRecounts(
  tx: Tx,
  institutionId: string,
  ids: readonly string[],
  end: { readonly state: Exclude<RecountState, 'open'>; readonly by?: string; readonly reason?: string },
): Promise<void> {
  if (ids.length === 0) return;
  await tx.sql(
    `UPDATE purchase_recounts SET state = $3, ended_at = now(), decided_by = $4, reason = $5
     WHERE institution_id = $1 AND id = ANY ($2::uuid[]) AND state = 'open'`,
    [institutionId, ids, end.state, end.by ?? null, end.reason ?? null],
  );
}

/** Ends the open findings whose purchase does not stand any more, or is bought from somebody else by now. */
export async function endOrphans(tx: Tx, institutionId: string, group: SupplierGroup): Promise<void> {
  await tx.sql(
    `UPDATE purchase_recounts r SET state = 'outdated', ended_at = now()
     WHERE r.institution_id = $3 AND r.supplier_id = ANY ($1::uuid[]) AND r.state = 'open'
       AND NOT EXISTS (SELECT FROM purchases p WHERE p.institution_id = r.institution_id AND p.id = r.purchase_id
                       AND p.${STANDS} AND ${ofGroup('$1', '$2')})`,
    [group.supplierIds, group.businessNumbers, institutionId],
  );
}

/** The findings with these ids that the transaction may see. @param lock when they are about to be decided */
export function recordsById(
  tx: Tx,
  ids: readonly string[],
  lock: '' | 'FOR UPDATE' = '',
): Promise<RecountRecord[]> {
  return tx.sql<RecountRecord>(
    `SELECT ${RECORD} FROM purchase_recounts WHERE id = ANY ($1::uuid[]) ORDER BY id ${lock}`,
    [ids],
  );
}

const LIST_ROW = `
  r.institution_id, r.id, r.purchase_id, r.supplier_id, r.certification_id, r.stored, r.recomputed, r.differences, r.state,
  r.found_at, r.ended_at, r.reason, r.decided_by, u.name AS decided_by_name, i.name AS institution_name,
  p.department_id, d.name AS department_name, p.fiscal_year, p.item, p.amount_krw, p.recognition_date,
  coalesce(q.state = 'closed', false) AS quarter_closed, s.name AS supplier_name, c.type AS certification_type,
  c.valid_from, c.valid_until, c.revoked_on, c.revocation_reason`;
const FROM = `
  FROM purchase_recounts r
  JOIN purchases p ON p.institution_id = r.institution_id AND p.id = r.purchase_id
  JOIN departments d ON d.institution_id = p.institution_id AND d.id = p.department_id
  JOIN institutions i ON i.id = r.institution_id
  JOIN suppliers s ON s.id = r.supplier_id
  JOIN supplier_certifications c ON c.id = r.certification_id
  LEFT JOIN purchase_periods q ON q.institution_id = p.institution_id AND q.fiscal_year = p.fiscal_year
    AND q.quarter = extract(quarter FROM coalesce(p.recognition_date, p.contract_date, p.payment_date))
  LEFT JOIN users u ON u.id = r.decided_by`;

function conditionsOf(reach: Reach, filter: RecountFilterQuery): Conditions {
  return new Conditions()
    .add('r.institution_id = ANY (?::uuid[])', reach.institutionIds)
    .add('p.department_id = ?::uuid', reach.departmentId)
    .add('r.institution_id = ?::uuid', filter.institutionId)
    .add('p.department_id = ?::uuid', filter.departmentId)
    .add('r.supplier_id = ?::uuid', filter.supplierId)
    .add('r.purchase_id = ?::uuid', filter.purchaseId)
    .add('p.fiscal_year = ?::smallint', filter.fiscalYear)
    .add('r.state = ANY (?::text[])', filter.state);
}

export async function listRecounts(
  tx: Tx,
  reach: Reach,
  query: ListRecountsQuery,
): Promise<Page<RecountListRow>> {
  const limit = query.limit ?? DEFAULT_LIMIT;
  const conditions = conditionsOf(reach, query).add(
    'r.id < ?::uuid',
    decodeCursor(query.cursor, ['id'])?.[0],
  );
  const rows = await tx.sql<RecountListRow>(
    `SELECT ${LIST_ROW} ${FROM} WHERE ${conditions.sql} ORDER BY r.id DESC LIMIT ${limit + 1}`,
    conditions.values,
  );
  return pageOf(rows, limit, (row) => [row.id]);
}

export async function recountsById(tx: Tx, ids: readonly string[]): Promise<RecountListRow[]> {
  return tx.sql<RecountListRow>(
    `SELECT ${LIST_ROW} ${FROM} WHERE r.id = ANY ($1::uuid[]) ORDER BY r.id DESC`,
    [ids],
  );
}

export interface DepartmentSum {
  readonly department_id: string;
  readonly department_name: string;
  readonly count: number;
  readonly amount_krw: number;
  readonly differences: readonly SchemeDifference[];
}

export function sumRecounts(tx: Tx, reach: Reach, filter: RecountFilterQuery): Promise<DepartmentSum[]> {
  const conditions = conditionsOf(reach, filter);
  return tx.sql<DepartmentSum>(
    `WITH found AS (
       SELECT p.department_id, d.name AS department_name, p.amount_krw, r.differences ${FROM} WHERE ${conditions.sql}
     ), change AS (
       SELECT department_id, change->>'scheme' AS scheme, sum((change->>'krw')::bigint)::bigint AS krw
       FROM found, jsonb_array_elements(differences) AS change GROUP BY 1, 2
     )
     SELECT department_id, department_name, count(*)::int AS count, sum(amount_krw)::bigint AS amount_krw,
            coalesce((SELECT json_agg(json_build_object('scheme', scheme, 'krw', krw) ORDER BY scheme)
                      FROM change WHERE change.department_id = found.department_id), '[]') AS differences
     FROM found GROUP BY department_id, department_name ORDER BY department_name, department_id`,
    conditions.values,
  );
}

/** The day that a purchase is counted on, for the rows that correct it. */
export function dayOf(row: PurchaseListRow): Day | null {
  return row.recognition_date ?? row.contract_date ?? row.payment_date;
}
