import { addDays, dayOf, daysInMonth, monthOf, yearOf, type Day } from '../calendar/day';
import type { PurchaseKind } from '../purchases/vocabulary';
import { refusal, type Refusal } from '../refusal';
import { tidyLine } from '../text/hangul';

/** draft: the enterprise's own; published: everybody's; archived: kept, no longer offered. */
export const CATALOGUE_ITEM_STATES = ['draft', 'published', 'archived'] as const;
export type CatalogueItemState = (typeof CATALOGUE_ITEM_STATES)[number];

export const CATALOGUE_ITEM_ACTIONS = ['change', 'publish', 'archive', 'restore', 'confirm'] as const;
export type CatalogueItemAction = (typeof CATALOGUE_ITEM_ACTIONS)[number];

/** What may be done in which state, and the state after it. A restored item is looked at before it is offered again. */
const STEPS: Readonly<
  Record<CatalogueItemAction, Readonly<Partial<Record<CatalogueItemState, CatalogueItemState>>>>
> = {
  change: { draft: 'draft', published: 'published' },
  publish: { draft: 'published' },
  archive: { draft: 'archived', published: 'archived' },
  restore: { archived: 'draft' },
  confirm: { published: 'published' },
};

export interface CatalogueItemFacts {
  readonly name: string;
  readonly kind: PurchaseKind;
  /** 물품분류번호, 8 digits */
  readonly classificationCode: string | null;
  readonly description: string | null;
  readonly unit: string | null;
  /** null = on request */
  readonly priceKrw: number | null;
}

/** Fields that an officer needs to know what is offered; in the order of the form. */
export const PUBLISHING_FIELDS = ['name', 'classificationCode', 'description', 'unit'] as const;
export type PublishingField = (typeof PUBLISHING_FIELDS)[number];

/** What is missing before the item may be public. A price is not: "on request" is an answer; a price without its unit is none. */
export function missingForPublication(item: CatalogueItemFacts): PublishingField[] {
  return PUBLISHING_FIELDS.filter((field) => {
    if (field === 'unit' && item.priceKrw === null) return false;
    return tidyLine(item[field] ?? '') === '';
  });
}

/**
 * May this be done now?
 * @returns CATALOGUE_ITEM_STATE {state}; CATALOGUE_ITEM_INCOMPLETE {missing: field names with commas} when the item
 *   would be public without what it needs; or null
 */
export function catalogueItemRefusal(
  state: CatalogueItemState,
  action: CatalogueItemAction,
  item: CatalogueItemFacts,
): Refusal | null {
  const next = STEPS[action][state];
  if (next === undefined) return refusal('CATALOGUE_ITEM_STATE', { state });
  const missing = next === 'published' && action !== 'confirm' ? missingForPublication(item) : [];
  return missing.length === 0 ? null : refusal('CATALOGUE_ITEM_INCOMPLETE', { missing: missing.join(',') });
}

/** The state after an allowed action. */
export function stateAfter(state: CatalogueItemState, action: CatalogueItemAction): CatalogueItemState {
  return STEPS[action][state] ?? state;
}

/** The last day on which what was confirmed on a day still counts as fresh: 12 months later. */
export function lastFreshDay(confirmedOn: Day): Day {
  const [year, month] = [yearOf(confirmedOn) + 1, monthOf(confirmedOn)];
  const date = Math.min(Number(confirmedOn.slice(8, 10)), daysInMonth(year, month));
  return dayOf(year, month, date) ?? confirmedOn;
}

/** What was confirmed before this day is stale on `today`: the same as isStale, for a query. */
export function staleBefore(today: Day): Day {
  const [year, month, date] = [yearOf(today) - 1, monthOf(today), Number(today.slice(8, 10))];
  const sameDate = dayOf(year, month, date);
  return sameDate ?? addDays(dayOf(year, month, daysInMonth(year, month)) ?? today, 1);
}

/** Nobody has said for more than 12 months that it is still so. */
export function isStale(confirmedOn: Day | null, today: Day): boolean {
  return confirmedOn !== null && lastFreshDay(confirmedOn) < today;
}
