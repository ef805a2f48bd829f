import type { Quarter } from '../calendar/day';

/** Whom a notice is for: the clerks of one department (or of all), or the managers of the institution. */
export const NOTICE_AUDIENCES = ['clerk', 'manager'] as const;
export type NoticeAudience = (typeof NOTICE_AUDIENCES)[number];

/**
 * What each kind of notice says, as figures and names; the sentence is the reader's, in the reader's language.
 * A kind that is missing here cannot be written, and one without a sentence does not compile on the screen.
 */
export interface NoticeParamsByKind {
  readonly survey_opened: { readonly fiscalYear: number; readonly dueOn: string | null };
  readonly survey_returned: { readonly fiscalYear: number; readonly reason: string };
  readonly targets_notified: {
    readonly fiscalYear: number;
    /** null = no target for this department */
    readonly targetKrw: number | null;
    readonly mallTargetKrw: number | null;
  };
  readonly target_revised: {
    readonly fiscalYear: number;
    readonly scheme: string;
    readonly fromKrw: number | null;
    readonly toKrw: number | null;
    readonly reason: string;
  };
  readonly targets_acknowledged: { readonly fiscalYear: number };
  readonly purchase_returned: { readonly item: string; readonly amountKrw: number; readonly reason: string };
  /** every department has handed in: the quarter can be closed. One notice, not one a department. */
  readonly period_all_submitted: { readonly fiscalYear: number; readonly quarter: Quarter };
  readonly period_closed: { readonly fiscalYear: number; readonly quarter: Quarter };
  readonly period_reopened: {
    readonly fiscalYear: number;
    readonly quarter: Quarter;
    readonly reason: string;
  };
  readonly publication_published: {
    readonly fiscalYear: number;
    readonly publicationVersion: number;
    readonly asOf: string;
  };
}

export type NoticeKind = keyof NoticeParamsByKind;

/** In the order of the year; `Record` keeps it complete. */
const KIND_ORDER: Readonly<Record<NoticeKind, true>> = {
  survey_opened: true,
  survey_returned: true,
  targets_notified: true,
  target_revised: true,
  targets_acknowledged: true,
  purchase_returned: true,
  period_all_submitted: true,
  period_closed: true,
  period_reopened: true,
  publication_published: true,
};

export const NOTICE_KINDS: readonly NoticeKind[] = Object.keys(KIND_ORDER).filter(isNoticeKind);

export function isNoticeKind(value: string): value is NoticeKind {
  return Object.hasOwn(KIND_ORDER, value);
}
