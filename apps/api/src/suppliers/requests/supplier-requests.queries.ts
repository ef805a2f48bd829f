import type { AreaReach, RequestState } from '@ieum/domain';
import type { Tx } from '../../database/transactions';
import type { SupplierRequestDto } from './dto/supplier-request.dto';

export interface RequestRow {
  institution_id: string;
  institution_name: string;
  id: string;
  area_id: string | null;
  match_id: string | null;
  answer_by: string | null;
  /** null: an adviser asks for the institution as a whole */
  department_id: string | null;
  department_name: string | null;
  supplier_id: string;
  supplier_name: string;
  catalogue_item_id: string | null;
  item_name: string | null;
  title: string;
  message: string;
  quantity: number | null;
  needed_on: string | null;
  state: RequestState;
  answer: string | null;
  decline_reason: string | null;
  quoted_amount_krw: number | null;
  quoted_includes_vat: boolean | null;
  created_by: string;
  created_at: Date;
  answered_at: Date | null;
  withdrawn_at: Date | null;
  version: number;
}

const COLUMNS = `r.institution_id, i.name AS institution_name, r.id, r.area_id, r.match_id, r.answer_by, r.department_id,
  r.department_name, coalesce(t.id, s.id) AS supplier_id, coalesce(t.name, s.name) AS supplier_name, r.catalogue_item_id, r.item_name, r.title, r.message, r.quantity, r.needed_on, r.state, r.answer,
  r.decline_reason, r.quoted_amount_krw, r.quoted_includes_vat, r.created_by, r.created_at, r.answered_at, r.withdrawn_at, r.version`;
/** Who was asked is who stands for it now: a row that was merged leads to its survivor. */
const FROM = `FROM supplier_requests r
  JOIN institutions i ON i.id = r.institution_id
  JOIN suppliers s ON s.id = r.supplier_id
  LEFT JOIN suppliers t ON t.id = s.merged_into_id`;

/** Whose requests a list may show: an institution's or an area's side, or an enterprise's. */
export interface RequestReach {
  readonly askers: AreaReach;
  readonly enterprises: 'all' | readonly string[];
}

export interface RequestSearch {
  readonly reach: RequestReach;
  readonly states: readonly string[] | null;
  readonly part: string | null;
  readonly supplierId: string | null;
  readonly departmentId: string | null;
  readonly matchId: string | null;
}

const WITHIN = `((($1::uuid[] IS NULL OR r.institution_id = ANY ($1)) AND ($2::uuid IS NULL OR r.department_id = $2)
      AND ($7::uuid[] IS NULL OR r.area_id = ANY ($7)))
    OR r.supplier_id IN (SELECT id FROM suppliers WHERE id = ANY ($3::uuid[]) OR merged_into_id = ANY ($3)))
  AND ($8::uuid IS NULL OR r.match_id = $8)
  AND ($4::uuid IS NULL OR $4 IN (s.id, s.merged_into_id)) AND ($5::uuid IS NULL OR r.department_id = $5)
  AND ($6::text IS NULL OR strpos(lower(concat_ws(' ', r.title, r.message, r.item_name, coalesce(t.name, s.name), r.department_name)), lower($6)) > 0)`;

function valuesOf({ reach, supplierId, departmentId, part, matchId }: RequestSearch): unknown[] {
  return [
    reach.askers.institutionIds ?? null,
    reach.askers.departmentId ?? null,
    reach.enterprises === 'all' ? [] : reach.enterprises,
    supplierId,
    departmentId,
    part,
    reach.askers.areaIds ?? null,
    matchId,
  ];
}

/** Newest first. */
export async function searchRequests(
  tx: Tx,
  search: RequestSearch,
  after: string | null,
  limit: number,
): Promise<SupplierRequestDto[]> {
  const rows = await tx.sql<RequestRow>(
    `SELECT ${COLUMNS} ${FROM}
     WHERE ${WITHIN} AND ($9::text[] IS NULL OR r.state = ANY ($9)) AND ($10::uuid IS NULL OR r.id < $10)
     ORDER BY r.id DESC LIMIT $11`,
    [...valuesOf(search), search.states, after, limit],
  );
  return rows.map(toRequestDto);
}

export async function countRequests(tx: Tx, search: RequestSearch): Promise<Record<RequestState, number>> {
  const rows = await tx.sql<{ state: RequestState; count: number }>(
    `SELECT r.state, count(*) AS count ${FROM} WHERE ${WITHIN} GROUP BY r.state`,
    valuesOf(search),
  );
  const counts = { sent: 0, answered: 0, declined: 0, withdrawn: 0 };
  for (const { state, count } of rows) counts[state] = count;
  return counts;
}

export async function requestById(tx: Tx, id: string): Promise<RequestRow | undefined> {
  return (await tx.sql<RequestRow>(`SELECT ${COLUMNS} ${FROM} WHERE r.id = $1`, [id]))[0];
}

export type LockedRequest = Pick<RequestRow, 'state' | 'answer_by' | 'version'>;

/** How it stands once nobody else can change it any more in this transaction. */
export async function lockRequest(
  tx: Tx,
  { institution_id, id }: RequestRow,
): Promise<LockedRequest | undefined> {
  const rows = await tx.sql<LockedRequest>(
    'SELECT state, answer_by, version FROM supplier_requests WHERE institution_id = $1 AND id = $2 FOR NO KEY UPDATE',
    [institution_id, id],
  );
  return rows[0];
}

export interface AskedSupplier {
  readonly mergedIntoId: string | null;
  readonly closedOn: string | null;
}

export async function askedSupplier(tx: Tx, id: string): Promise<AskedSupplier | undefined> {
  const rows = await tx.sql<AskedSupplier>(
    'SELECT merged_into_id AS "mergedIntoId", closed_on AS "closedOn" FROM suppliers WHERE id = $1',
    [id],
  );
  return rows[0];
}

export interface AskedItem {
  readonly name: string;
  readonly supplierId: string;
  readonly state: string;
}

/** Row security shows published items, and of others only the keepers' and the enterprise's own. */
export async function askedItem(tx: Tx, id: string): Promise<AskedItem | undefined> {
  const rows = await tx.sql<AskedItem>(
    'SELECT name, supplier_id AS "supplierId", state FROM catalogue_items WHERE id = $1',
    [id],
  );
  return rows[0];
}

export async function askingDepartment(
  tx: Tx,
  institutionId: string,
  id: string,
): Promise<string | undefined> {
  const rows = await tx.sql<{ name: string }>(
    'SELECT name FROM departments WHERE institution_id = $1 AND id = $2',
    [institutionId, id],
  );
  return rows[0]?.name;
}

export function toRequestDto(row: RequestRow): SupplierRequestDto {
  return {
    id: row.id,
    institutionId: row.institution_id,
    institutionName: row.institution_name,
    departmentId: row.department_id,
    matchId: row.match_id,
    answerBy: row.answer_by,
    departmentName: row.department_name,
    supplierId: row.supplier_id,
    supplierName: row.supplier_name,
    catalogueItemId: row.catalogue_item_id,
    itemName: row.item_name,
    title: row.title,
    message: row.message,
    quantity: row.quantity,
    neededOn: row.needed_on,
    state: row.state,
    answer: row.answer,
    declineReason: row.decline_reason,
    quotedAmountKrw: row.quoted_amount_krw,
    quotedIncludesVat: row.quoted_includes_vat,
    createdAt: row.created_at.toISOString(),
    answeredAt: row.answered_at?.toISOString() ?? null,
    withdrawnAt: row.withdrawn_at?.toISOString() ?? null,
    version: row.version,
  };
}
