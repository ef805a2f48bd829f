import type { AreaReach, NeedOrigin, NeedState } from '@ieum/domain';
import { Conditions, likeAnywhere } from '../../database/conditions';
import type { Tx } from '../../database/transactions';
import type { ListNeedsQuery, NeedDto } from './dto/need.dto';

export interface NeedRow {
  id: string;
  area_id: string;
  institution_id: string;
  institution_name: string;
  department_id: string | null;
  department_name: string | null;
  title: string;
  kind: string | null;
  classification_code: string | null;
  estimated_amount_krw: number | null;
  wanted_by: string | null;
  note: string | null;
  state: NeedState;
  close_reason: string | null;
  origin: NeedOrigin;
  origin_id: string | null;
  found_on: string;
  match_id: string | null;
  created_by: string;
  adviser_name: string | null;
  version: number;
}

const NEED = `
  SELECT n.id, n.area_id, n.institution_id, i.name AS institution_name, n.department_id, n.department_name, n.title, n.kind,
         n.classification_code, n.estimated_amount_krw, n.wanted_by, n.note, n.state, n.close_reason, n.origin,
         coalesce(n.visit_id, n.consultation_id, n.supplier_request_id) AS origin_id, n.found_on, n.match_id, n.created_by,
         u.name AS adviser_name, n.version
  FROM needs n
  JOIN institutions i ON i.id = n.institution_id
  LEFT JOIN users u ON u.id = n.created_by`;

export async function needById(tx: Tx, id: string): Promise<NeedRow | undefined> {
  return (await tx.sql<NeedRow>(`${NEED} WHERE n.id = $1`, [id]))[0];
}

/** Newest first. */
export function searchNeeds(
  tx: Tx,
  reach: AreaReach,
  query: ListNeedsQuery,
  after: string | undefined,
  limit: number,
): Promise<NeedRow[]> {
  const where = new Conditions()
    .add('n.area_id = ANY (?::uuid[])', reach.areaIds)
    .add('n.institution_id = ANY (?::uuid[])', reach.institutionIds)
    .add('n.state = ANY (?::text[])', query.state)
    .add('n.origin = ?', query.origin)
    .add('n.area_id = ?', query.areaId)
    .add('n.institution_id = ?', query.institutionId)
    .add('n.visit_id = ?', query.visitId)
    .add('n.consultation_id = ?', query.consultationId)
    .add('n.match_id = ?', query.matchId)
    .add(`concat_ws(' ', n.title, n.note, i.name, n.department_name) ILIKE ?`, likeAnywhere(query.q))
    .add('n.id < ?', after);
  return tx.sql<NeedRow>(
    `${NEED} WHERE ${where.sql} ORDER BY n.id DESC LIMIT ${where.place(limit)}`,
    where.values,
  );
}

/** Its state once nobody else can change it any more in this transaction. */
export async function lockNeed(tx: Tx, id: string): Promise<NeedState | undefined> {
  const rows = await tx.sql<{ state: NeedState }>('SELECT state FROM needs WHERE id = $1 FOR NO KEY UPDATE', [
    id,
  ]);
  return rows[0]?.state;
}

export async function isCategory(tx: Tx, code: string): Promise<boolean> {
  return (await tx.sql('SELECT 1 FROM item_categories WHERE code = $1', [code])).length > 0;
}

export function toNeedDto(row: NeedRow): NeedDto {
  return {
    id: row.id,
    areaId: row.area_id,
    institutionId: row.institution_id,
    institutionName: row.institution_name,
    departmentId: row.department_id,
    departmentName: row.department_name,
    title: row.title,
    kind: row.kind,
    classificationCode: row.classification_code,
    estimatedAmountKrw: row.estimated_amount_krw,
    wantedBy: row.wanted_by,
    note: row.note,
    state: row.state,
    closeReason: row.close_reason,
    origin: row.origin,
    originId: row.origin_id,
    foundOn: row.found_on,
    matchId: row.match_id,
    adviserId: row.created_by,
    adviserName: row.adviser_name,
    version: row.version,
  };
}
