import { MAX_BUDGETS_OF_YEAR, type BudgetFacts } from '@ieum/domain';
import { refuse } from '../common/refused';
import type { Tx } from '../database/transactions';

export interface BudgetContent extends BudgetFacts {
  readonly note: string | null;
  readonly sortOrder: number;
}

export interface BudgetRow extends BudgetContent {
  readonly id: string;
  readonly archived: boolean;
  readonly version: number;
}

const BUDGET = `
  SELECT id, year, programme, item, budget_krw AS "budgetKrw", moved_krw AS "movedKrw", spent_krw AS "spentKrw", note,
         sort_order AS "sortOrder", archived, version
  FROM budgets`;

export function budgetsOfYear(tx: Tx, year: number, includeArchived: boolean): Promise<readonly BudgetRow[]> {
  return tx.sql<BudgetRow>(
    `${BUDGET} WHERE year = $1 AND ($2 OR NOT archived) ORDER BY sort_order, id LIMIT ${MAX_BUDGETS_OF_YEAR}`,
    [year, includeArchived],
  );
}

/** @param lock nobody else changes it in the meantime */
export async function findBudget(tx: Tx, id: string, lock = false): Promise<BudgetRow> {
  const rows = await tx.sql<BudgetRow>(`${BUDGET} WHERE id = $1 ${lock ? 'FOR NO KEY UPDATE' : ''}`, [id]);
  return rows[0] ?? refuse('NOT_FOUND');
}

export async function insertBudget(tx: Tx, budget: BudgetContent): Promise<string> {
  const columns = { ...budgetColumns(budget), created_by: tx.actor.userId };
  const names = Object.keys(columns);
  const rows = await tx.sql<{ id: string }>(
    `INSERT INTO budgets (${names.join(', ')}) VALUES (${names.map((_, index) => `$${index + 1}`).join(', ')}) RETURNING id`,
    Object.values(columns),
  );
  return rows[0]?.id ?? refuse('NOT_FOUND');
}

export function budgetColumns(budget: BudgetContent) {
  return {
    year: budget.year,
    programme: budget.programme,
    item: budget.item,
    budget_krw: budget.budgetKrw,
    moved_krw: budget.movedKrw,
    spent_krw: budget.spentKrw,
    note: budget.note,
    sort_order: budget.sortOrder,
  };
}
