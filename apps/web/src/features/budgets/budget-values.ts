import { budgetRefusal, type Refusal } from '@ieum/domain';
import type { Budget, BudgetChange, NewBudget } from './api';

/** What is typed; plain data, so that it can be kept as a draft. */
export interface BudgetValues {
  readonly programme: string;
  readonly item: string;
  readonly budgetKrw: number | null;
  readonly movedKrw: number | null;
  readonly spentKrw: number | null;
  readonly note: string;
  readonly sortOrder: string;
}

export const EMPTY_BUDGET: BudgetValues = {
  programme: '',
  item: '',
  budgetKrw: null,
  movedKrw: null,
  spentKrw: null,
  note: '',
  sortOrder: '',
};

export function valuesOf(budget: Budget): BudgetValues {
  const { programme, item, budgetKrw, movedKrw, spentKrw, note, sortOrder } = budget;
  return { programme, item, budgetKrw, movedKrw, spentKrw, note: note ?? '', sortOrder: String(sortOrder) };
}

/** Nothing typed is no budget (NaN, which the rule names), and no movement and no spending. */
function contentOf(values: BudgetValues) {
  const note = values.note.trim();
  const order = values.sortOrder.trim();
  return {
    programme: values.programme,
    item: values.item,
    budgetKrw: values.budgetKrw ?? Number.NaN,
    movedKrw: values.movedKrw ?? 0,
    spentKrw: values.spentKrw ?? 0,
    note: note === '' ? null : note,
    sortOrder: /^\d{1,6}$/.test(order) ? Number(order) : 0,
  };
}

/** BUDGET_INVALID {field} or null; the server asks the same. */
export function refusalOf(values: BudgetValues, year: number): Refusal | null {
  return budgetRefusal({ year, ...contentOf(values) });
}

/** The requests. Call them only for values that the rule lets through. */
export function bodyOf(values: BudgetValues, year: number): NewBudget {
  return { year, ...contentOf(values) };
}

/** Of a row that is there: its year stays. */
export function changeOf(values: BudgetValues): BudgetChange {
  return contentOf(values);
}

/** A draft from another release of the form must not break this one. */
export function isBudgetValues(value: unknown): value is BudgetValues {
  if (typeof value !== 'object' || value === null) return false;
  const given: Readonly<Record<string, unknown>> = { ...value };
  return Object.entries(EMPTY_BUDGET).every(
    ([key, wanted]) => key in given && (wanted === null || typeof given[key] === typeof wanted),
  );
}
