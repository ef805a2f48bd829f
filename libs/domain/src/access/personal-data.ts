import { dayOf, monthOf, yearOf, type Day } from '../calendar/day';

/** What an answer tells of a person; the words of the access log. */
export const PERSONAL_DATA = [
  'name',
  'email',
  'phone',
  'representative',
  'change_record',
  'document',
] as const;
export type PersonalData = (typeof PERSONAL_DATA)[number];

/** Whose it is: an account of Ieum, or the person behind an enterprise of the register. */
export const PERSON_KINDS = ['user', 'supplier'] as const;
export type PersonKind = (typeof PERSON_KINDS)[number];

/** How long the access log is kept. */
export const ACCESS_LOG_YEARS = 2;

/** The first day of the access log that is still kept on `today`; what was seen before it goes. */
export function accessLogKeptFrom(today: Day): Day {
  const [year, month] = [yearOf(today) - ACCESS_LOG_YEARS, monthOf(today)];
  // There is no 29 February two years before: the day before it, so that nothing goes too early.
  return dayOf(year, month, Number(today.slice(8))) ?? dayOf(year, month, 28) ?? today;
}
