import {
  supplierSurveyStateOf,
  type AreaReach,
  type SupplierSurveyState,
  type VisitState,
} from '@ieum/domain';
import type { Tx } from '../../database/transactions';
import type { SupplierSurveyDto } from './dto/supplier-survey.dto';

export interface SurveyRow {
  id: string;
  area_id: string;
  area_name: string;
  supplier_id: string;
  supplier_name: string;
  year: number;
  sent_on: string;
  answered_on: string | null;
  can_sell: boolean | null;
  offers: string | null;
  capacity: string | null;
  obstacles: string | null;
  visit_id: string | null;
  visited_on: string | null;
  visit_outcome: string | null;
  version: number;
}

const FROM = `FROM supplier_surveys s
  JOIN institutions a ON a.id = s.area_id
  JOIN suppliers e ON e.id = s.supplier_id
  LEFT JOIN visits v ON v.id = s.visit_id`;
const SELECT = `SELECT s.id, s.area_id, a.name AS area_name, s.supplier_id, e.name AS supplier_name, s.year, s.sent_on,
    s.answered_on, s.can_sell, s.offers, s.capacity, s.obstacles, s.visit_id, v.visited_on, s.visit_outcome, s.version ${FROM}`;
/** As supplierSurveyStateOf says it. */
const STATE = `CASE WHEN s.visit_id IS NOT NULL THEN 'visited' WHEN s.can_sell IS NULL THEN 'sent'
  WHEN s.can_sell THEN 'can_sell' ELSE 'cannot_sell' END`;

export interface SurveySearch {
  readonly reach: AreaReach;
  readonly areaId: string | null;
  readonly year: number | null;
  readonly part: string | null;
  readonly states: readonly string[] | null;
}

const WITHIN = `($1::uuid[] IS NULL OR s.area_id = ANY ($1)) AND ($2::uuid IS NULL OR s.area_id = $2)
  AND ($3::int IS NULL OR s.year = $3) AND ($4::text IS NULL OR strpos(lower(e.name), lower($4)) > 0)`;

function valuesOf({ reach, areaId, year, part }: SurveySearch): unknown[] {
  return [reach.areaIds ?? null, areaId, year, part];
}

/** Newest first. */
export async function searchSurveys(
  tx: Tx,
  search: SurveySearch,
  after: string | null,
  limit: number,
): Promise<SupplierSurveyDto[]> {
  const rows = await tx.sql<SurveyRow>(
    `${SELECT} WHERE ${WITHIN} AND ($5::text[] IS NULL OR ${STATE} = ANY ($5)) AND ($6::uuid IS NULL OR s.id < $6)
     ORDER BY s.id DESC LIMIT $7`,
    [...valuesOf(search), search.states, after, limit],
  );
  return rows.map(toSurveyDto);
}

export async function countSurveys(
  tx: Tx,
  search: SurveySearch,
): Promise<Record<SupplierSurveyState, number>> {
  const rows = await tx.sql<{ state: SupplierSurveyState; count: number }>(
    `SELECT ${STATE} AS state, count(*) AS count ${FROM} WHERE ${WITHIN} GROUP BY 1`,
    valuesOf(search),
  );
  const counts = { sent: 0, can_sell: 0, cannot_sell: 0, visited: 0 };
  for (const { state, count } of rows) counts[state] = count;
  return counts;
}

/** For the enterprise itself, the latest year first; what the visit found is the centre's own note. */
export async function surveysOfSupplier(tx: Tx, supplierId: string): Promise<SupplierSurveyDto[]> {
  const rows = await tx.sql<SurveyRow>(`${SELECT} WHERE s.supplier_id = $1 ORDER BY s.year DESC LIMIT 50`, [
    supplierId,
  ]);
  return rows.map((row) => toSurveyDto({ ...row, visit_outcome: null }));
}

export async function surveyById(tx: Tx, id: string): Promise<SurveyRow | undefined> {
  return (await tx.sql<SurveyRow>(`${SELECT} WHERE s.id = $1`, [id]))[0];
}

/** Nobody else can answer it or link a visit any more in this transaction. */
export async function lockSurvey(tx: Tx, id: string): Promise<void> {
  await tx.sql('SELECT 1 FROM supplier_surveys WHERE id = $1 FOR NO KEY UPDATE', [id]);
}

export interface AskedSupplier {
  readonly id: string;
  readonly isMerged: boolean;
  readonly closedOn: string | null;
}

export function askedSuppliers(tx: Tx, ids: readonly string[]): Promise<AskedSupplier[]> {
  return tx.sql<AskedSupplier>(
    `SELECT id, merged_into_id IS NOT NULL AS "isMerged", closed_on AS "closedOn" FROM suppliers WHERE id = ANY ($1::uuid[])`,
    [ids],
  );
}

/** One per enterprise and year; who was asked already, also from another area, is left as it is. */
export async function insertSurveys(
  tx: Tx,
  areaId: string,
  supplierIds: readonly string[],
  sentOn: string,
): Promise<SurveyRow[]> {
  const sent = await tx.sql<{ id: string }>(
    `INSERT INTO supplier_surveys (area_id, supplier_id, year, sent_on, sent_by)
     SELECT $1, id, extract(year FROM $3::date)::smallint, $3::date, $4 FROM unnest($2::uuid[]) AS asked(id)
     ON CONFLICT ON CONSTRAINT uq_supplier_surveys_year DO NOTHING RETURNING id`,
    [areaId, supplierIds, sentOn, tx.actor.userId],
  );
  return tx.sql<SurveyRow>(`${SELECT} WHERE s.id = ANY ($1::uuid[]) ORDER BY e.name, s.id`, [
    sent.map(({ id }) => id),
  ]);
}

export interface VisitForSurvey {
  readonly state: VisitState;
  readonly supplierId: string | null;
}

/** Nobody takes it back in this transaction. */
export async function visitForSurvey(tx: Tx, id: string): Promise<VisitForSurvey | undefined> {
  const rows = await tx.sql<VisitForSurvey>(
    'SELECT state, supplier_id AS "supplierId" FROM visits WHERE id = $1 FOR SHARE',
    [id],
  );
  return rows[0];
}

export function stateOf(row: SurveyRow): SupplierSurveyState {
  return supplierSurveyStateOf({ canSell: row.can_sell, visitId: row.visit_id });
}

export function toSurveyDto(row: SurveyRow): SupplierSurveyDto {
  return {
    id: row.id,
    areaId: row.area_id,
    areaName: row.area_name,
    supplierId: row.supplier_id,
    supplierName: row.supplier_name,
    year: row.year,
    state: stateOf(row),
    sentOn: row.sent_on,
    answeredOn: row.answered_on,
    canSell: row.can_sell,
    offers: row.offers,
    capacity: row.capacity,
    obstacles: row.obstacles,
    visitId: row.visit_id,
    visitedOn: row.visited_on,
    visitOutcome: row.visit_outcome,
    version: row.version,
  };
}
