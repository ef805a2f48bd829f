import type { AreaReach, CallerKind } from '@ieum/domain';
import { Conditions, likeAnywhere } from '../../database/conditions';
import type { Tx } from '../../database/transactions';
import type { ConsultationDto, ListConsultationsQuery } from './dto/consultation.dto';

export interface ConsultationRow {
  id: string;
  area_id: string;
  area_name: string;
  adviser_id: string;
  adviser_name: string;
  consulted_on: string;
  channel: string;
  caller_kind: CallerKind;
  institution_id: string | null;
  institution_name: string | null;
  department_id: string | null;
  department_name: string | null;
  supplier_id: string | null;
  supplier_name: string | null;
  topic: string;
  answer: string | null;
  need_count: number;
  voided_reason: string | null;
  version: number;
}

const SELECT = `SELECT c.id, c.area_id, a.name AS area_name, c.adviser_id, u.name AS adviser_name, c.consulted_on, c.channel,
    c.caller_kind, c.institution_id, i.name AS institution_name, c.department_id, c.department_name, c.supplier_id,
    s.name AS supplier_name, c.topic, c.answer, c.voided_reason, c.version,
    (SELECT count(*) FROM needs n WHERE n.consultation_id = c.id) AS need_count
  FROM consultations c
  JOIN institutions a ON a.id = c.area_id
  JOIN users u ON u.id = c.adviser_id
  LEFT JOIN institutions i ON i.id = c.institution_id
  LEFT JOIN suppliers s ON s.id = c.supplier_id`;

/** The latest day first, also those that were taken back. */
export async function searchConsultations(
  tx: Tx,
  reach: AreaReach,
  query: ListConsultationsQuery,
  after: readonly [day: unknown, id: unknown] | undefined,
  limit: number,
): Promise<ConsultationDto[]> {
  const where = new Conditions('true')
    .add('c.area_id = ANY (?::uuid[])', reach.areaIds)
    .add('c.area_id = ?', query.areaId)
    .add('c.adviser_id = ?', query.adviserId)
    .add('c.institution_id = ?', query.institutionId)
    .add('c.supplier_id = ?', query.supplierId)
    .add('c.caller_kind = ANY (?::text[])', query.callerKind)
    .add('c.channel = ANY (?::text[])', query.channel)
    .add('c.consulted_on >= ?::date', query.from)
    .add('c.consulted_on <= ?::date', query.to)
    .add(
      `concat_ws(' ', c.topic, c.answer, i.name, c.department_name, s.name) ILIKE ?`,
      likeAnywhere(query.q),
    );
  const following =
    after === undefined
      ? ''
      : ` AND (c.consulted_on, c.id) < (${where.place(after[0])}::date, ${where.place(after[1])}::uuid)`;
  const rows = await tx.sql<ConsultationRow>(
    `${SELECT} WHERE ${where.sql}${following} ORDER BY c.consulted_on DESC, c.id DESC LIMIT ${where.place(limit)}`,
    where.values,
  );
  return rows.map(toConsultationDto);
}

export async function consultationById(tx: Tx, id: string): Promise<ConsultationRow | undefined> {
  return (await tx.sql<ConsultationRow>(`${SELECT} WHERE c.id = $1`, [id]))[0];
}

/** Who called, whom it is about and what was said, as it is stored. */
export interface ConsultationColumns {
  readonly area_id: string;
  readonly consulted_on: string;
  readonly channel: string;
  readonly caller_kind: CallerKind;
  readonly institution_id: string | null;
  readonly department_id: string | null;
  readonly department_name: string | null;
  readonly supplier_id: string | null;
  readonly topic: string;
  readonly answer: string | null;
}

/** @returns its id */
export async function insertConsultation(
  tx: Tx,
  columns: ConsultationColumns,
  teamId: string | null,
): Promise<string> {
  const row = { ...columns, team_id: teamId, adviser_id: tx.actor.userId, created_by: tx.actor.userId };
  const places = Object.keys(row).map((_, index) => `$${index + 1}`);
  const [inserted] = await tx.sql<{ id: string }>(
    `INSERT INTO consultations (${Object.keys(row).join(', ')}) VALUES (${places.join(', ')}) RETURNING id`,
    Object.values(row),
  );
  return inserted?.id ?? '';
}

export function toConsultationDto(row: ConsultationRow): ConsultationDto {
  return {
    id: row.id,
    areaId: row.area_id,
    areaName: row.area_name,
    adviserId: row.adviser_id,
    adviserName: row.adviser_name,
    consultedOn: row.consulted_on,
    channel: row.channel,
    callerKind: row.caller_kind,
    institutionId: row.institution_id,
    institutionName: row.institution_name,
    departmentId: row.department_id,
    departmentName: row.department_name,
    supplierId: row.supplier_id,
    supplierName: row.supplier_name,
    topic: row.topic,
    answer: row.answer,
    needCount: row.need_count,
    voidedReason: row.voided_reason,
    version: row.version,
  };
}
