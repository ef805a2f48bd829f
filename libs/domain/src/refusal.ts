/**
 * Every reason for which Ieum says no. Closed: the API maps each code to one HTTP status and the web to one
 * sentence by `Record<RefusalCode, …>`, so that a forgotten code does not compile.
 */
export const REFUSAL_CODES = [
  // general
  'NOT_FOUND',
  'FORBIDDEN',
  'CONFLICT',
  'INVALID_INPUT',
  'INVALID_CURSOR',
  'REASON_REQUIRED',
  'VERSION_STALE',
  'IF_MATCH_REQUIRED',
  'IDEMPOTENCY_KEY_REUSED',
  'TOO_MANY_REQUESTS',
  'SERVICE_BUSY',
  // accounts
  'INVALID_CREDENTIALS',
  'LOGIN_LOCKED',
  'ACCOUNT_DISABLED',
  'SESSION_EXPIRED',
  'EMAIL_TAKEN',
  'LAST_ADMIN',
  'LAST_MANAGER',
  'OWN_ACCOUNT',
  'CURRENT_PASSWORD_WRONG',
  'PASSWORD_TOO_WEAK',
  'ROLE_NOT_ALLOWED',
  'PASSWORD_CHANGE_REQUIRED',
  // files
  'FILE_TYPE_REFUSED',
  'FILE_TOO_LARGE',
  'FILE_UNREADABLE',
  // institutions, departments, suppliers
  'DEPARTMENT_NAME_TAKEN',
  'DEPARTMENT_NOT_VALID',
  'DEPARTMENT_VALIDITY_INVALID',
  'BUSINESS_NUMBER_INVALID',
  'BUSINESS_NUMBER_TAKEN',
  'CERTIFICATE_VALIDITY_INVALID',
  // policy and schemes
  'POLICY_FROZEN',
  'POLICY_INVALID',
  'POLICY_MISSING',
  'SCHEME_CODE_TAKEN',
  'SCHEME_INVALID',
  // yearly cycle, survey, targets
  'CYCLE_EXISTS',
  'CYCLE_STATE',
  'SURVEY_CLOSED',
  'SURVEY_STATE',
  'SURVEY_EMPTY',
  'SURVEY_INVALID',
  'TARGET_STATE',
  'TARGET_INVALID',
  'TARGET_MISSING',
  'TARGET_SUM_MISMATCH',
  'TARGET_MALL_ABOVE_MAIN',
  // purchases and adjustments
  'PURCHASE_INVALID',
  'PURCHASE_STATE',
  'PURCHASE_CHANGED_BY_ADJUSTMENT',
  'PURCHASE_PROBABLE_DUPLICATE',
  'DUPLICATE_CONTRACT_NUMBER',
  'ADJUSTMENT_INVALID',
  'ADJUSTMENT_EXCEEDS_PURCHASE',
  'ADJUSTMENT_NOT_NEEDED',
  // periods
  'PERIOD_CLOSED',
  'PERIOD_SUBMITTED',
  'PERIOD_NOT_SUBMITTED',
  'PERIOD_NOT_CLOSED',
  'PERIOD_HAS_DRAFTS',
  'PERIOD_HAS_PURCHASES',
  'PERIOD_EMPTY',
  'PERIOD_UNSUBMITTED_DEPARTMENTS',
  // imports
  'IMPORT_STATE',
  'IMPORT_MAPPING_INCOMPLETE',
  'IMPORT_NO_ROWS',
  'IMPORT_TOO_MANY_ROWS',
  'IMPORT_NOTHING_TO_APPLY',
  'IMPORT_ALREADY_APPLIED',
  'IMPORT_UNDO_BLOCKED',
  // publications
  'PUBLICATION_UNCHANGED',
  'PUBLICATION_PERIOD_OPEN',
  // supplier register
  'SUPPLIER_MERGED',
  'SUPPLIER_NAME_EXISTS',
  'MERGE_INVALID',
  'MERGE_NOT_MERGED',
  'CERTIFICATE_STATE',
  'CERTIFICATES_WAITING',
  'EXPORT_TOO_LARGE',
  'EVIDENCE_REQUIRED',
  'VERIFICATION_STATE',
  'CLAIM_EXISTS',
  'CLAIM_NOT_POSSIBLE',
  'ENTERPRISE_OF_OTHER_DISTRICT',
  'ENTERPRISE_REQUIRED',
  'NOTHING_CHANGED',
  'VULNERABLE_EMPLOYMENT_INVALID',
  'REVIEW_STATE',
  // catalogue
  'CATALOGUE_ITEM_STATE',
  'CATALOGUE_ITEM_INCOMPLETE',
  'CATEGORY_UNKNOWN',
  'PHOTO_INVALID',
  'PHOTO_TOO_MANY',
  // shortlists, requests, direct award, recounts
  'SHORTLIST_FULL',
  'SHORTLIST_ENTRY_EXISTS',
  'REQUEST_STATE',
  'REQUEST_INVALID',
  'RULE_INVALID',
  'RULE_OVERLAP',
  'RECOUNT_STATE',
  'RECOUNT_OUTDATED',
  // support work, matches, contracts, indicators, channels
  'INSTITUTION_NAME_EXISTS',
  'INSTITUTION_INVALID',
  'VISIT_INVALID',
  'VISIT_STATE',
  'CONSULTATION_INVALID',
  'CONSULTATION_STATE',
  'EDUCATION_SESSION_INVALID',
  'EDUCATION_SESSION_STATE',
  'SUPPORT_TEAM_INVALID',
  'SUPPORT_TEAM_NAME_TAKEN',
  'SUPPORT_TEAM_MEMBER_TAKEN',
  'SUPPORT_TEAM_STATE',
  'SUPPLIER_SURVEY_EXISTS',
  'SUPPLIER_SURVEY_STATE',
  'SUPPLIER_SURVEY_INVALID',
  'NEED_INVALID',
  'NEED_STATE',
  'MATCH_INVALID',
  'MATCH_STAGE',
  'MATCH_CANDIDATE_EXISTS',
  'MATCH_CANDIDATE_STATE',
  'MATCH_WINNER_MISSING',
  'REQUEST_DEADLINE_PASSED',
  'CONTRACT_INVALID',
  'CONTRACT_STATE',
  'CONTRACT_ALREADY_PURCHASED',
  'KPI_INVALID',
  'KPI_EXISTS',
  'BUDGET_INVALID',
  'BUDGET_EXISTS',
  'CHANNEL_INVALID',
  // fairs
  'FAIR_INVALID',
  'FAIR_STATE',
  'FAIR_HAS_BOOKINGS',
  'FAIR_DESK_EXISTS',
  'FAIR_DESK_INVALID',
  'FAIR_EXHIBITOR_EXISTS',
  'FAIR_EXHIBITOR_STATE',
  'FAIR_EXHIBITOR_INVALID',
  'FAIR_BOOTH_TAKEN',
  'FAIR_WISH_INVALID',
  'FAIR_SCHEDULE_STATE',
  'FAIR_SCHEDULE_OUTDATED',
  'BOOKING_INVALID',
  'BOOKING_STATE',
  'BOOKING_DESK_TAKEN',
  'BOOKING_EXHIBITOR_TAKEN',
  'BOOKING_PERSON_TAKEN',
  'BOOKING_PAIR_MEETS',
  'BOOKING_DESK_ABSENT',
  'BOOKING_EXHIBITOR_ABSENT',
  'BOOKING_CEILING',
  'BOOKING_HOLD_LAPSED',
  'BOOKING_TOO_EARLY',
  'WAITING_EXISTS',
  'WAITING_STATE',
  'WAITING_NOT_NEEDED',
  'CHECK_IN_CODE_UNKNOWN',
  'CHECK_IN_NOT_TODAY',
  'FAIR_RESULT_INVALID',
  'FAIR_FOLLOW_UP_STATE',
  'FAIR_FEEDBACK_STATE',
] as const;

export type RefusalCode = (typeof REFUSAL_CODES)[number];
/** Figures and names for the sentence; a list is for the screen (the nearest free slots), never printed. */
export type RefusalDetails = Readonly<Record<string, string | number | boolean | null | readonly string[]>>;

/** A refusal is a value, never an exception, inside the rules. */
export interface Refusal {
  readonly code: RefusalCode;
  readonly details?: RefusalDetails;
}

/** Makes a refusal; `details` carry the figures and field names that the message shows. */
export function refusal(code: RefusalCode, details?: RefusalDetails): Refusal {
  return details === undefined ? { code } : { code, details };
}

/** Tells a refusal from the value that a parsing rule returns otherwise. */
export function isRefusal(value: unknown): value is Refusal {
  if (typeof value !== 'object' || value === null || !('code' in value)) return false;
  return REFUSAL_CODES.some((code) => code === value.code);
}
