import type { Reach } from '@ieum/domain';
import { decodeCursor, DEFAULT_LIMIT, pageOf, type KeyKind, type Page } from '../common/paging';
import { refuse } from '../common/refused';
import { Conditions, likeAnywhere } from '../database/conditions';
import type { Tx } from '../database/transactions';
import { toPurchaseDto, type PurchaseDto, type PurchaseSummaryDto } from './dto/purchase.dto';
import type { ListPurchasesQuery, PurchaseFilterQuery, PurchaseSort } from './dto/list-purchases.query';
import type { PurchaseListRow } from './purchase.row';

const LIST_ROW = `
  p.*, d.name AS department_name,
  ARRAY(SELECT f.file_id::text FROM purchase_files f
        WHERE f.institution_id = p.institution_id AND f.purchase_id = p.id ORDER BY f.file_id) AS file_ids`;
const FROM = `FROM purchases p JOIN departments d ON d.institution_id = p.institution_id AND d.id = p.department_id`;

/** What the actor may see, narrowed by what was asked. */
function conditionsOf(reach: Reach, filter: PurchaseFilterQuery): Conditions {
  const like = likeAnywhere(filter.q);
  const months = filter.quarter === undefined ? undefined : [filter.quarter * 3 - 2, filter.quarter * 3];
  return new Conditions(`p.state <> 'voided'`)
    .add('p.institution_id = ANY (?::uuid[])', reach.institutionIds)
    .add('p.department_id = ?::uuid', reach.departmentId)
    .add('p.institution_id = ?::uuid', filter.institutionId)
    .add('p.department_id = ?::uuid', filter.departmentId)
    .add('p.fiscal_year = ?::smallint', filter.fiscalYear)
    .add('extract(month FROM p.recognition_date) = ?::int', filter.month)
    .add('extract(month FROM p.recognition_date) BETWEEN (?::int[])[1] AND (?::int[])[2]', months)
    .add('p.counted_schemes @> ARRAY[?::text]', filter.scheme)
    .add('p.state = ANY (?::text[])', filter.state)
    .add('p.count_status = ANY (?::text[])', filter.countStatus)
    .add('p.channel = ANY (?::text[])', filter.channel)
    .add('p.kind = ANY (?::text[])', filter.kind)
    .add('p.supplier_id = ?::uuid', filter.supplierId)
    .add('p.import_id = ?::uuid', filter.importId)
    .add('p.adjusts_id = ?::uuid', filter.adjustsId)
    .add(`(jsonb_array_length(p.warnings) > 0) = ?::boolean`, filter.hasWarnings)
    .add('p.recognition_date >= ?::date', filter.from)
    .add('p.recognition_date <= ?::date', filter.to)
    .add('(p.item ILIKE ? OR p.supplier_name ILIKE ? OR p.contract_number ILIKE ?)', like);
}

interface Sorting {
  readonly expression: string;
  readonly cast: string;
  readonly kind: KeyKind;
  readonly direction: 'ASC' | 'DESC';
  keyOf(row: PurchaseDto): string | number;
}

/** A row without a recognition date sorts as the oldest. */
const NO_DATE = '1900-01-01';
const SORTINGS: Readonly<Record<Exclude<PurchaseSort, 'newest'>, Sorting>> = {
  recognition_date: {
    expression: `coalesce(p.recognition_date, '${NO_DATE}'::date)`,
    cast: 'date',
    kind: 'day',
    direction: 'DESC',
    keyOf: (row) => row.recognitionDate ?? NO_DATE,
  },
  amount: {
    expression: 'p.amount_krw',
    cast: 'bigint',
    kind: 'integer',
    direction: 'DESC',
    keyOf: (row) => row.amountKrw,
  },
  supplier: {
    expression: 'p.supplier_name',
    cast: 'text',
    kind: 'text',
    direction: 'ASC',
    keyOf: (row) => row.supplierName,
  },
  item: { expression: 'p.item', cast: 'text', kind: 'text', direction: 'ASC', keyOf: (row) => row.item },
};

export async function listPurchases(
  tx: Tx,
  reach: Reach,
  query: ListPurchasesQuery,
): Promise<Page<PurchaseDto>> {
  const limit = query.limit ?? DEFAULT_LIMIT;
  const conditions = conditionsOf(reach, query);
  const sorting = query.sort === undefined || query.sort === 'newest' ? null : SORTINGS[query.sort];
  const comparison = sorting?.direction === 'ASC' ? '>' : '<';
  let order = 'p.id DESC';
  if (sorting === null) {
    const after = decodeCursor(query.cursor, ['id']);
    conditions.add('p.id < ?::uuid', after?.[0]);
  } else {
    order = `${sorting.expression} ${sorting.direction}, p.id ${sorting.direction}`;
    const after = decodeCursor(query.cursor, [sorting.kind, 'id']);
    conditions.add(
      `(${sorting.expression}, p.id) ${comparison} (((?::text[])[1])::${sorting.cast}, ((?::text[])[2])::uuid)`,
      after?.map(String),
    );
  }
  const rows = await tx.sql<PurchaseListRow>(
    `SELECT ${LIST_ROW} ${FROM} WHERE ${conditions.sql} ORDER BY ${order} LIMIT ${limit + 1}`,
    conditions.values,
  );
  return pageOf(rows.map(toPurchaseDto), limit, (row) =>
    sorting === null ? [row.id] : [sorting.keyOf(row), row.id],
  );
}

export async function summarisePurchases(
  tx: Tx,
  reach: Reach,
  filter: PurchaseFilterQuery,
): Promise<PurchaseSummaryDto> {
  const conditions = conditionsOf(reach, filter);
  const [row] = await tx.sql<{ purchase_count: number; amount_krw: number; counted_krw: number }>(
    `SELECT count(*)::int AS purchase_count, coalesce(sum(p.amount_krw), 0)::bigint AS amount_krw,
            coalesce(sum(p.recognized_amount_krw) FILTER (WHERE cardinality(p.counted_schemes) > 0), 0)::bigint AS counted_krw
     FROM purchases p WHERE ${conditions.sql}`,
    conditions.values,
  );
  return {
    purchaseCount: row?.purchase_count ?? 0,
    amountKrw: row?.amount_krw ?? 0,
    countedKrw: row?.counted_krw ?? 0,
  };
}

/** @param lock 'FOR UPDATE' when the row is about to be changed */
export async function findPurchase(
  tx: Tx,
  id: string,
  lock: '' | 'FOR UPDATE' = '',
): Promise<PurchaseListRow> {
  const rows = await tx.sql<PurchaseListRow>(
    `SELECT ${LIST_ROW} ${FROM} WHERE p.id = $1 ${lock === '' ? '' : 'FOR UPDATE OF p'}`,
    [id],
  );
  return rows[0] ?? refuse('NOT_FOUND');
}

/** The purchase and all its adjustments that stand. Won with VAT; hold the purchase's lock when it decides a change. */
export async function netKrwOf(
  tx: Tx,
  original: Pick<PurchaseListRow, 'institution_id' | 'id'>,
): Promise<number> {
  const rows = await tx.sql<{ net: number }>(
    `SELECT coalesce(sum(amount_krw), 0)::bigint AS net FROM purchases
     WHERE institution_id = $1 AND (id = $2 OR adjusts_id = $2) AND state IN ('submitted', 'accepted')`,
    [original.institution_id, original.id],
  );
  return rows[0]?.net ?? refuse('NOT_FOUND');
}
