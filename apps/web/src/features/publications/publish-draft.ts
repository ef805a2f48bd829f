import {
  firstDayOfQuarter,
  lastDayOfQuarter,
  publicationRefusal,
  type Day,
  type Quarter,
  type Refusal,
} from '@ieum/domain';

/** What the form holds: texts as they are typed and chosen. */
export interface PublishValues {
  readonly fiscalYear: string;
  /** '1'…'4', or '' for an interim state */
  readonly quarter: string;
  readonly schemeCode: string;
  readonly asOf: Day | null;
  readonly reason: string;
}

export function isPublishValues(value: unknown): value is PublishValues {
  if (typeof value !== 'object' || value === null) return false;
  const texts = ['fiscalYear', 'quarter', 'schemeCode', 'reason'] as const;
  const record = value as Record<string, unknown>;
  return texts.every((name) => typeof record[name] === 'string') && 'asOf' in record;
}

export function quarterOf(text: string): Quarter | null {
  return ([1, 2, 3, 4] as const).find((one) => String(one) === text) ?? null;
}

/** The quarter that is most likely meant: the latest closed one; the first while none is closed. */
export function latestClosed(
  periods: readonly { readonly quarter: number; readonly state: string }[],
): string {
  const closed = periods.filter((period) => period.state === 'closed').map((period) => period.quarter);
  return String(Math.max(1, ...closed));
}

/** The days that can be chosen: from the end of the quarter (or the first day of the year) to today. */
export function asOfRange(
  values: Pick<PublishValues, 'fiscalYear' | 'quarter'>,
  today: Day,
): { readonly earliest: Day; readonly latest: Day } {
  const year = Number(values.fiscalYear);
  const quarter = quarterOf(values.quarter);
  return {
    earliest: quarter === null ? firstDayOfQuarter(year, 1) : lastDayOfQuarter(year, quarter),
    latest: today,
  };
}

/** Why the server would refuse, as far as it can be known here; null = nothing known against it. */
export function draftRefusal(
  values: PublishValues,
  facts: { readonly today: Day; readonly openQuarters: readonly Quarter[] },
): Refusal | null {
  if (values.asOf === null) return null;
  return publicationRefusal({
    fiscalYear: Number(values.fiscalYear),
    quarter: quarterOf(values.quarter),
    asOf: values.asOf,
    reason: values.reason.trim() === '' ? null : values.reason,
    ...facts,
  });
}
