import { MAX_KPIS_OF_YEAR, type KpiFacts } from '@ieum/domain';
import { refuse } from '../common/refused';
import type { Tx } from '../database/transactions';

export interface KpiRow extends KpiFacts {
  readonly id: string;
  readonly archived: boolean;
  readonly version: number;
}

const KPI = `
  SELECT id, year, programme, item_group AS "group", item, item_key AS "itemKey", unit, basis, target, source,
         entered_actual AS "enteredActual", official, official_note AS "officialNote", note, changed_goal AS "changedGoal",
         former_target AS "formerTarget", pair_key AS "pairKey", quality_state AS "qualityState", rounding, decimals,
         sort_order AS "sortOrder", archived, version
  FROM kpis`;

/** Rows of the years in the order of the board. */
export function kpisOfYears(
  tx: Tx,
  years: readonly number[],
  includeArchived: boolean,
): Promise<readonly KpiRow[]> {
  return tx.sql<KpiRow>(
    `${KPI} WHERE year = ANY ($1::int[]) AND ($2 OR NOT archived)
     ORDER BY year, sort_order, id LIMIT $3`,
    [years, includeArchived, years.length * MAX_KPIS_OF_YEAR],
  );
}

/** @param lock nobody else changes it in the meantime */
export async function findKpi(tx: Tx, id: string, lock = false): Promise<KpiRow> {
  const rows = await tx.sql<KpiRow>(`${KPI} WHERE id = $1 ${lock ? 'FOR NO KEY UPDATE' : ''}`, [id]);
  return rows[0] ?? refuse('NOT_FOUND');
}

/** Years that have a row, the latest first. */
export async function yearsOf(tx: Tx, table: 'kpis' | 'budgets'): Promise<number[]> {
  const rows = await tx.sql<{ year: number }>(
    `SELECT DISTINCT year FROM ${table} WHERE NOT archived ORDER BY year DESC`,
  );
  return rows.map(({ year }) => year);
}

export async function insertKpi(tx: Tx, kpi: KpiFacts): Promise<string> {
  const columns = { ...kpiColumns(kpi), created_by: tx.actor.userId };
  const names = Object.keys(columns);
  const rows = await tx.sql<{ id: string }>(
    `INSERT INTO kpis (${names.join(', ')}) VALUES (${names.map((_, index) => `$${index + 1}`).join(', ')}) RETURNING id`,
    Object.values(columns),
  );
  return rows[0]?.id ?? refuse('NOT_FOUND');
}

export function kpiColumns(kpi: KpiFacts) {
  return {
    year: kpi.year,
    programme: kpi.programme,
    item_group: kpi.group,
    item: kpi.item,
    item_key: kpi.itemKey,
    unit: kpi.unit,
    basis: kpi.basis,
    target: kpi.target,
    source: kpi.source,
    entered_actual: kpi.enteredActual,
    official: kpi.official,
    official_note: kpi.officialNote,
    note: kpi.note,
    changed_goal: kpi.changedGoal,
    former_target: kpi.formerTarget,
    pair_key: kpi.pairKey,
    quality_state: kpi.qualityState,
    rounding: kpi.rounding,
    decimals: kpi.decimals,
    sort_order: kpi.sortOrder,
  };
}
