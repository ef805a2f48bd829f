import type { Day } from '@ieum/domain';
import { isDay } from '@ieum/domain';

export type EntryValues = Readonly<Record<string, string | number | null>>;

/** One field of a small form; the same list makes the form, its draft and the comparison of two versions. */
export interface EntryField {
  readonly name: string;
  readonly label: string;
  readonly kind: 'text' | 'day' | 'money' | 'count' | 'choice';
  readonly required?: boolean;
  readonly hint?: string;
  readonly max?: number;
  readonly options?: readonly { readonly value: string; readonly label: string }[];
}

export function isEntryValues(value: unknown): value is EntryValues {
  return (
    typeof value === 'object' &&
    value !== null &&
    Object.values(value).every((one) => one === null || ['string', 'number'].includes(typeof one))
  );
}

export const textOf = (values: EntryValues, name: string) => String(values[name] ?? '').trim();
/** null: left empty */
export const textOrNull = (values: EntryValues, name: string) => textOf(values, name) || null;
export function dayOrNull(values: EntryValues, name: string): Day | null {
  const value = values[name];
  return typeof value === 'string' && isDay(value) ? value : null;
}
export function numberOrNull(values: EntryValues, name: string): number | null {
  const value = values[name];
  if (value === null || value === undefined || value === '') return null;
  return Number.isSafeInteger(Number(value)) ? Number(value) : null;
}
