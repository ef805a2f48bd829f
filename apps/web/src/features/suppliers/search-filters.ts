import { CERTIFICATION_TYPES, isDay, PURCHASE_KINDS, SUPPLIER_SORTS, type Day } from '@ieum/domain';
import { districtName, SEOUL_DISTRICTS } from '../../lib/seoul-tiles';
import type { SupplierQuestion } from './search-api';

/** What the address of the search carries; the names are those of the API. `certifiedOn` may be the word today. */
export const SEARCH_STATE = {
  q: '',
  category: [],
  certification: [],
  certifiedOn: '',
  district: [],
  kind: [],
  priceMin: '',
  priceMax: '',
  includeClosed: '',
  sort: 'relevance',
  map: '',
} as const;

export type SearchState = {
  readonly [Key in keyof typeof SEARCH_STATE]: (typeof SEARCH_STATE)[Key] extends readonly string[]
    ? readonly string[]
    : string;
};
export type ChangeSearch = (patch: Partial<SearchState>, step?: { readonly replace: boolean }) => void;

/** In the address instead of a date, so that a link kept today asks for the validity of its own day. */
export const TODAY = 'today';
export const MAX_QUESTION = 100;

/** The filters that somebody can loosen one by one, in the order of the panel. */
export const FILTERS = ['category', 'certification', 'district', 'kind', 'price', 'q'] as const;
export type Filter = (typeof FILTERS)[number];

/** What takes a filter away. */
export const WITHOUT: Readonly<Record<Filter, Partial<SearchState>>> = {
  category: { category: [] },
  certification: { certification: [], certifiedOn: '' },
  district: { district: [] },
  kind: { kind: [] },
  price: { priceMin: '', priceMax: '' },
  q: { q: '' },
};

/** The request for a state; what somebody broke in the address is left out rather than refused. */
export function questionOf(state: SearchState, today: Day): SupplierQuestion {
  const q = state.q.trim().slice(0, MAX_QUESTION).normalize('NFC');
  const certification = CERTIFICATION_TYPES.filter((type) => state.certification.includes(type));
  const kind = PURCHASE_KINDS.filter((one) => state.kind.includes(one));
  const category = codes(state.category, /^(\d\d){1,5}$/);
  const district = codes(state.district, /^\d{5}$/);
  const certifiedOn = certifiedDay(state, today);
  const [priceMin, priceMax] = [wonOf(state.priceMin), wonOf(state.priceMax)];
  const sort = sortOf(state.sort);
  return {
    ...(q === '' ? {} : { q }),
    ...(category.length === 0 ? {} : { category }),
    ...(certification.length === 0 ? {} : { certification }),
    ...(certifiedOn === null ? {} : { certifiedOn }),
    ...(district.length === 0 ? {} : { district }),
    ...(kind.length === 0 ? {} : { kind }),
    ...(priceMin === null ? {} : { priceMin }),
    ...(priceMax === null ? {} : { priceMax }),
    ...(state.includeClosed === 'true' ? { includeClosed: true } : {}),
    ...(sort === 'relevance' ? {} : { sort }),
  };
}

/** The day on which a certificate must hold; null = nothing is asked about validity. */
function certifiedDay(state: Pick<SearchState, 'certifiedOn'>, today: Day): Day | null {
  if (state.certifiedOn === TODAY) return today;
  return isDay(state.certifiedOn) ? state.certifiedOn : null;
}

export function sortOf(text: string): (typeof SUPPLIER_SORTS)[number] {
  return SUPPLIER_SORTS.find((sort) => sort === text) ?? 'relevance';
}

/** The filters that narrow the search; the typed words are one of them. */
export function activeFilters(question: SupplierQuestion): Filter[] {
  const active: Readonly<Record<Filter, boolean>> = {
    category: question.category !== undefined,
    certification: question.certification !== undefined || question.certifiedOn !== undefined,
    district: question.district !== undefined,
    kind: question.kind !== undefined,
    price: question.priceMin !== undefined || question.priceMax !== undefined,
    q: question.q !== undefined,
  };
  return FILTERS.filter((filter) => active[filter]);
}

/** A district that was typed among the words ("강북구 현수막") is a filter: the code, and the words without it. */
export function districtTyped(q: string): { readonly code: string; readonly rest: string } | null {
  const words = q.trim().normalize('NFC').split(/\s+/u);
  if (words.length < 2) return null;
  for (const code of SEOUL_DISTRICTS) {
    const at = words.indexOf(districtName(code, 'ko') ?? code);
    if (at >= 0) return { code, rest: words.toSpliced(at, 1).join(' ') };
  }
  return null;
}

/** A filter with one value more, or one less. */
export function toggled(values: readonly string[], value: string): readonly string[] {
  return values.includes(value) ? values.filter((one) => one !== value) : [...values, value];
}

/** The search as the query of its export: the same rows in the same order. */
export function exportPath(question: SupplierQuestion, format: string): string {
  const query = new URLSearchParams({ format });
  for (const [key, value] of Object.entries(question)) {
    for (const one of [value].flat()) if (one !== undefined) query.append(key, String(one));
  }
  return `/api/v1/suppliers/export?${query.toString()}`;
}

function codes(values: readonly string[], shape: RegExp): string[] {
  return [...new Set(values.filter((value) => shape.test(value)))];
}

function wonOf(text: string): number | null {
  const won = Number(text);
  return /^\d{1,15}$/.test(text) && Number.isSafeInteger(won) ? won : null;
}
