import type { AreaReach, VisiteeKind, VisitState } from '@ieum/domain';
import { Conditions, likeAnywhere } from '../database/conditions';
import type { Tx } from '../database/transactions';
import type { ListVisitsQuery, VisitDto } from './dto/visit.dto';

export interface VisitRow {
  id: string;
  area_id: string;
  area_name: string;
  team_id: string | null;
  adviser_id: string;
  adviser_name: string | null;
  visited_on: string;
  state: VisitState;
  visitee_kind: VisiteeKind;
  visitee_name: string;
  institution_id: string | null;
  department_id: string | null;
  department_name: string | null;
  supplier_id: string | null;
  organisation_name: string | null;
  purpose: string;
  met_role: string | null;
  result: string | null;
  next_step: string | null;
  next_step_on: string | null;
  cancel_reason: string | null;
  note: string | null;
  need_count: number;
  /** it is the second round of a supplier survey */
  is_of_survey: boolean;
  version: number;
}

const FROM = `
  FROM visits v
  JOIN institutions a ON a.id = v.area_id
  LEFT JOIN institutions i ON i.id = v.institution_id
  LEFT JOIN suppliers s ON s.id = v.supplier_id
  LEFT JOIN users u ON u.id = v.adviser_id`;
const VISIT = `
  SELECT v.id, v.area_id, a.name AS area_name, v.team_id, v.adviser_id, u.name AS adviser_name, v.visited_on, v.state,
         v.visitee_kind, coalesce(i.name, s.name, v.organisation_name) AS visitee_name, v.institution_id, v.department_id,
         v.department_name, v.supplier_id, v.organisation_name, v.purpose, v.met_role, v.result, v.next_step,
         v.next_step_on, v.cancel_reason, v.note, v.version,
         (SELECT count(*) FROM needs n WHERE n.visit_id = v.id AND n.state <> 'closed') AS need_count,
         EXISTS (SELECT FROM supplier_surveys y WHERE y.visit_id = v.id) AS is_of_survey ${FROM}`;

export async function visitById(tx: Tx, id: string): Promise<VisitRow | undefined> {
  return (await tx.sql<VisitRow>(`${VISIT} WHERE v.id = $1`, [id]))[0];
}

/** Newest first. */
export function searchVisits(
  tx: Tx,
  reach: AreaReach,
  query: ListVisitsQuery,
  after: { readonly visitedOn: string; readonly id: string } | null,
  limit: number,
): Promise<VisitRow[]> {
  const { year } = query;
  const where = new Conditions()
    .add('v.area_id = ANY (?::uuid[])', reach.areaIds)
    .add('v.institution_id = ANY (?::uuid[])', reach.institutionIds)
    .add('v.visited_on BETWEEN make_date(?::integer, 1, 1) AND make_date(?::integer, 12, 31)', year)
    .add('v.visited_on >= ?::date', query.from)
    .add('v.visited_on <= ?::date', query.to)
    .add('v.state = ANY (?::text[])', query.state)
    .add('v.visitee_kind = ANY (?::text[])', query.visiteeKind)
    .add('v.area_id = ?', query.areaId)
    .add('v.team_id = ?', query.teamId)
    .add('v.adviser_id = ?', query.adviserId)
    .add('v.adviser_id = ?', query.mine === true ? tx.actor.userId : undefined)
    .add('v.institution_id = ?', query.institutionId)
    .add(`v.state = 'done' AND v.next_step_on <= ?::date`, query.dueBefore)
    .add(
      `concat_ws(' ', i.name, s.name, v.organisation_name, v.department_name, v.result, v.next_step) ILIKE ?`,
      likeAnywhere(query.q),
    );
  if (after !== null) {
    const key = `(${where.place(after.visitedOn)}::date, ${where.place(after.id)}::uuid)`;
    return page(tx, `${where.sql} AND (v.visited_on, v.id) < ${key}`, where, limit);
  }
  return page(tx, where.sql, where, limit);
}

function page(tx: Tx, condition: string, where: Conditions, limit: number): Promise<VisitRow[]> {
  const end = `ORDER BY v.visited_on DESC, v.id DESC LIMIT ${where.place(limit)}`;
  return tx.sql<VisitRow>(`${VISIT} WHERE ${condition} ${end}`, where.values);
}

/** Nobody else changes it any more in this transaction. */
export async function lockVisit(tx: Tx, id: string): Promise<void> {
  await tx.sql('SELECT 1 FROM visits WHERE id = $1 FOR NO KEY UPDATE', [id]);
}

export interface NewVisit {
  readonly areaId: string;
  readonly teamId: string | null;
  readonly state: VisitState;
  readonly visitedOn: string;
  readonly visiteeKind: VisiteeKind;
  readonly visiteeKey: string;
  readonly institutionId: string | null;
  readonly departmentId: string | null;
  readonly departmentName: string | null;
  readonly supplierId: string | null;
  readonly organisationName: string | null;
  readonly purpose: string;
  readonly metRole: string | null;
  readonly result: string | null;
  readonly nextStep: string | null;
  readonly nextStepOn: string | null;
  readonly note: string | null;
}

/** @returns its id; the actor is the adviser */
export async function insertVisit(tx: Tx, visit: NewVisit): Promise<string> {
  const rows = await tx.sql<{ id: string }>(
    `INSERT INTO visits (area_id, team_id, adviser_id, visited_on, state, visitee_kind, institution_id, department_id,
       department_name, supplier_id, organisation_name, visitee_key, purpose, met_role, result, next_step, next_step_on, note,
       created_by)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $3) RETURNING id`,
    [
      visit.areaId,
      visit.teamId,
      tx.actor.userId,
      visit.visitedOn,
      visit.state,
      visit.visiteeKind,
      visit.institutionId,
      visit.departmentId,
      visit.departmentName,
      visit.supplierId,
      visit.organisationName,
      visit.visiteeKey,
      visit.purpose,
      visit.metRole,
      visit.result,
      visit.nextStep,
      visit.nextStepOn,
      visit.note,
    ],
  );
  return rows[0]?.id ?? '';
}

export function toVisitDto(row: VisitRow): VisitDto {
  return {
    id: row.id,
    areaId: row.area_id,
    areaName: row.area_name,
    teamId: row.team_id,
    adviserId: row.adviser_id,
    adviserName: row.adviser_name,
    visitedOn: row.visited_on,
    state: row.state,
    visiteeKind: row.visitee_kind,
    visiteeName: row.visitee_name,
    institutionId: row.institution_id,
    departmentId: row.department_id,
    departmentName: row.department_name,
    supplierId: row.supplier_id,
    organisationName: row.organisation_name,
    purpose: row.purpose,
    metRole: row.met_role,
    result: row.result,
    nextStep: row.next_step,
    nextStepOn: row.next_step_on,
    cancelReason: row.cancel_reason,
    note: row.note,
    needCount: row.need_count,
    version: row.version,
  };
}
