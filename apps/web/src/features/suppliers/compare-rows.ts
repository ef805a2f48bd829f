import { isCertificateValidOn, type Day } from '@ieum/domain';
import type { AwardHint } from '../../lib/direct-award-queries';
import { markMatch } from './mark-match';
import type { CatalogueItem, Certification, Supplier } from './supplier-api';

/** A supplier in a comparison; items and hint null while they are on their way. */
export interface Compared {
  readonly supplier: Supplier;
  readonly items: readonly CatalogueItem[] | null;
  readonly hint: AwardHint | null;
}

/** Items shown of each: more would push the next property out of sight. */
const SHOWN_ITEMS = 5;

export function validCertificates(supplier: Supplier, day: Day): readonly Certification[] {
  return supplier.certifications.filter((one) => isCertificateValidOn(one, day));
}

export interface MatchedItems {
  readonly shown: readonly CatalogueItem[];
  /** matched as well and not shown */
  readonly rest: number;
}

/** The items that were asked for, cheapest first and those without a price last; all of them without a question. */
export function matchedItems(items: readonly CatalogueItem[], words: readonly string[]): MatchedItems {
  const matched = items.filter((item) => words.length === 0 || isAboutAll(item, words));
  const byPrice = [...matched].sort(
    (one, other) => (one.priceKrw ?? Number.MAX_SAFE_INTEGER) - (other.priceKrw ?? Number.MAX_SAFE_INTEGER),
  );
  return { shown: byPrice.slice(0, SHOWN_ITEMS), rest: Math.max(0, byPrice.length - SHOWN_ITEMS) };
}

function isAboutAll(item: CatalogueItem, words: readonly string[]): boolean {
  const texts = [item.name, item.description ?? '', ...item.categoryPath.map(({ name }) => name)];
  return words.every((word) => texts.some((text) => markMatch(text, [word]).some(({ marked }) => marked)));
}

/** Shortest days after an order among the items; null = none says so. */
export function shortestLead(items: readonly CatalogueItem[]): number | null {
  const days = items.flatMap(({ leadTimeDays }) => (leadTimeDays === null ? [] : [leadTimeDays]));
  return days.length === 0 ? null : Math.min(...days);
}

/** The latest day on which one of the items was confirmed. */
export function latestConfirmation(items: readonly CatalogueItem[]): Day | null {
  return items.reduce<Day | null>(
    (latest, { confirmedOn }) =>
      confirmedOn !== null && (latest === null || confirmedOn > latest) ? confirmedOn : latest,
    null,
  );
}

/** Do the suppliers differ in this? What one of them does not tell yet says nothing about the others. */
export function differs(keys: readonly (string | null)[]): boolean {
  return new Set(keys.filter((key) => key !== null)).size > 1;
}
