import type { Quarter } from '../calendar/day';
import type { BookingChange } from '../fairs/vocabulary';
import type { CertificationType } from '../suppliers/certificate.rules';
import type { VerificationSubject } from '../suppliers/verification.rules';

/**
 * Whom a notice is for: the clerks of one department (or of all), the managers of the institution, the people of one
 * enterprise, or the centre's support staff or administrators.
 */
export const NOTICE_AUDIENCES = ['clerk', 'manager', 'support', 'admin', 'enterprise'] as const;
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
  readonly certificate_expiring: {
    readonly supplierName: string;
    readonly certification: CertificationType;
    readonly validUntil: string;
    readonly daysLeft: number;
  };
  readonly verification_requested: { readonly supplierName: string; readonly subject: VerificationSubject };
  readonly verification_decided: {
    readonly subject: VerificationSubject;
    readonly decision: 'verified' | 'refused';
    readonly reason: string | null;
  };
  readonly supplier_request_received: { readonly institutionName: string; readonly title: string };
  readonly supplier_request_extended: {
    readonly institutionName: string;
    readonly title: string;
    readonly answerBy: string;
  };
  readonly supplier_request_answered: {
    readonly supplierName: string;
    readonly title: string;
    readonly decision: 'answered' | 'declined';
  };
  /** the centre asks whether the enterprise can sell to public bodies */
  readonly supplier_survey_sent: { readonly year: number };
  /** a certificate was revoked, or came, for days that are already counted */
  readonly purchases_to_recount: { readonly supplierName: string; readonly count: number };
  /** a contract of the department waits to be entered as a purchase */
  readonly contract_offered: { readonly item: string; readonly valueKrw: number };
  /** a schedule was applied that changes the party's meetings; how many it has now */
  readonly fair_schedule_published: { readonly fairName: string; readonly meetings: number };
  /** the organiser of a fair has decided an enterprise's application */
  readonly fair_application_decided: {
    readonly fairName: string;
    readonly decision: 'confirmed' | 'declined';
    readonly reason: string | null;
  };
  /** the other side wants to meet at a fair, and the place is kept for the answer; instants of ISO 8601 */
  readonly fair_booking_asked: FairMeetingParams & { readonly heldUntil: string };
  /** the reason is a person's own, or null */
  readonly fair_booking_changed: FairMeetingParams & {
    readonly change: BookingChange;
    readonly reason: string | null;
  };
  /** a place became free for an enterprise that waits */
  readonly fair_place_offered: FairMeetingParams & { readonly heldUntil: string };
}

/** Who meets at a fair, and when (ISO 8601). */
interface FairMeetingParams {
  readonly fairName: string;
  readonly deskName: string;
  readonly supplierName: string;
  readonly startsAt: string;
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
  certificate_expiring: true,
  verification_requested: true,
  verification_decided: true,
  supplier_request_received: true,
  supplier_request_extended: true,
  supplier_request_answered: true,
  supplier_survey_sent: true,
  purchases_to_recount: true,
  contract_offered: true,
  fair_schedule_published: true,
  fair_application_decided: true,
  fair_booking_asked: true,
  fair_booking_changed: true,
  fair_place_offered: true,
};

export const NOTICE_KINDS: readonly NoticeKind[] = Object.keys(KIND_ORDER).filter(isNoticeKind);

export function isNoticeKind(value: string): value is NoticeKind {
  return Object.hasOwn(KIND_ORDER, value);
}
