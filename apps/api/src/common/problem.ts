import type { RefusalCode, RefusalDetails } from '@ieum/domain';

/** RFC 9457 problem details, the only shape of a refusal on the wire. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly code: string;
  readonly errors: readonly FieldProblem[];
  readonly details: RefusalDetails;
  readonly requestId: string;
}

export interface FieldProblem {
  readonly path: string;
  readonly rule: string;
  readonly message: string;
}

type ProblemStatus = 400 | 401 | 403 | 404 | 409 | 412 | 413 | 415 | 422 | 428 | 429 | 503;

/**
 * One status per refusal; exhaustive, so that a forgotten code does not compile.
 * 409: the world is in the way (state, duplicate). 422: the request itself breaks a rule.
 */
export const STATUS_OF: Readonly<Record<RefusalCode, ProblemStatus>> = {
  NOT_FOUND: 404,
  FORBIDDEN: 403,
  CONFLICT: 409,
  INVALID_INPUT: 400,
  INVALID_CURSOR: 400,
  REASON_REQUIRED: 422,
  VERSION_STALE: 412,
  IF_MATCH_REQUIRED: 428,
  IDEMPOTENCY_KEY_REUSED: 422,
  TOO_MANY_REQUESTS: 429,
  SERVICE_BUSY: 503,
  INVALID_CREDENTIALS: 401,
  LOGIN_LOCKED: 429,
  ACCOUNT_DISABLED: 401,
  SESSION_EXPIRED: 401,
  EMAIL_TAKEN: 409,
  LAST_ADMIN: 409,
  LAST_MANAGER: 409,
  OWN_ACCOUNT: 409,
  CURRENT_PASSWORD_WRONG: 422,
  PASSWORD_TOO_WEAK: 422,
  ROLE_NOT_ALLOWED: 422,
  PASSWORD_CHANGE_REQUIRED: 403,
  FILE_TYPE_REFUSED: 415,
  FILE_TOO_LARGE: 413,
  FILE_UNREADABLE: 422,
  DEPARTMENT_NAME_TAKEN: 409,
  DEPARTMENT_NOT_VALID: 422,
  DEPARTMENT_VALIDITY_INVALID: 422,
  BUSINESS_NUMBER_INVALID: 422,
  BUSINESS_NUMBER_TAKEN: 409,
  CERTIFICATE_VALIDITY_INVALID: 422,
  POLICY_FROZEN: 409,
  POLICY_INVALID: 422,
  POLICY_MISSING: 409,
  SCHEME_CODE_TAKEN: 409,
  SCHEME_INVALID: 422,
  CYCLE_EXISTS: 409,
  CYCLE_STATE: 409,
  SURVEY_CLOSED: 409,
  SURVEY_STATE: 409,
  SURVEY_EMPTY: 422,
  SURVEY_INVALID: 422,
  TARGET_STATE: 409,
  TARGET_INVALID: 422,
  TARGET_MISSING: 409,
  TARGET_SUM_MISMATCH: 422,
  TARGET_MALL_ABOVE_MAIN: 422,
  PURCHASE_INVALID: 422,
  PURCHASE_STATE: 409,
  PURCHASE_CHANGED_BY_ADJUSTMENT: 409,
  PURCHASE_PROBABLE_DUPLICATE: 409,
  DUPLICATE_CONTRACT_NUMBER: 409,
  ADJUSTMENT_INVALID: 422,
  ADJUSTMENT_EXCEEDS_PURCHASE: 422,
  ADJUSTMENT_NOT_NEEDED: 409,
  PERIOD_CLOSED: 409,
  PERIOD_SUBMITTED: 409,
  PERIOD_NOT_SUBMITTED: 409,
  PERIOD_NOT_CLOSED: 409,
  PERIOD_HAS_DRAFTS: 409,
  PERIOD_HAS_PURCHASES: 409,
  PERIOD_EMPTY: 409,
  PERIOD_UNSUBMITTED_DEPARTMENTS: 422,
  IMPORT_STATE: 409,
  IMPORT_MAPPING_INCOMPLETE: 422,
  IMPORT_NO_ROWS: 422,
  IMPORT_TOO_MANY_ROWS: 422,
  IMPORT_NOTHING_TO_APPLY: 409,
  IMPORT_ALREADY_APPLIED: 409,
  IMPORT_UNDO_BLOCKED: 409,
  PUBLICATION_UNCHANGED: 409,
  PUBLICATION_PERIOD_OPEN: 409,
  SUPPLIER_MERGED: 409,
  SUPPLIER_NAME_EXISTS: 409,
  MERGE_INVALID: 422,
  MERGE_NOT_MERGED: 409,
  CERTIFICATE_STATE: 409,
  EVIDENCE_REQUIRED: 422,
  VERIFICATION_STATE: 409,
  CLAIM_EXISTS: 409,
  CLAIM_NOT_POSSIBLE: 409,
  ENTERPRISE_OF_OTHER_DISTRICT: 403,
  ENTERPRISE_REQUIRED: 409,
  NOTHING_CHANGED: 422,
  VULNERABLE_EMPLOYMENT_INVALID: 422,
  REVIEW_STATE: 409,
  CATALOGUE_ITEM_STATE: 409,
  CATALOGUE_ITEM_INCOMPLETE: 422,
  CATEGORY_UNKNOWN: 422,
  PHOTO_INVALID: 422,
  PHOTO_TOO_MANY: 422,
  SHORTLIST_FULL: 422,
  SHORTLIST_ENTRY_EXISTS: 409,
  REQUEST_STATE: 409,
  REQUEST_INVALID: 422,
  RULE_INVALID: 422,
  RULE_OVERLAP: 409,
  RECOUNT_STATE: 409,
  RECOUNT_OUTDATED: 409,
  INSTITUTION_NAME_EXISTS: 409,
  INSTITUTION_INVALID: 422,
  VISIT_INVALID: 422,
  VISIT_STATE: 409,
  CONSULTATION_INVALID: 422,
  CONSULTATION_STATE: 409,
  EDUCATION_SESSION_INVALID: 422,
  EDUCATION_SESSION_STATE: 409,
  SUPPORT_TEAM_INVALID: 422,
  SUPPORT_TEAM_NAME_TAKEN: 409,
  SUPPORT_TEAM_MEMBER_TAKEN: 409,
  SUPPORT_TEAM_STATE: 409,
  SUPPLIER_SURVEY_EXISTS: 409,
  SUPPLIER_SURVEY_STATE: 409,
  SUPPLIER_SURVEY_INVALID: 422,
  NEED_INVALID: 422,
  NEED_STATE: 409,
  MATCH_INVALID: 422,
  MATCH_STAGE: 409,
  MATCH_CANDIDATE_EXISTS: 409,
  MATCH_CANDIDATE_STATE: 409,
  MATCH_WINNER_MISSING: 422,
  REQUEST_DEADLINE_PASSED: 409,
  CONTRACT_INVALID: 422,
  CONTRACT_STATE: 409,
  CONTRACT_ALREADY_PURCHASED: 409,
  KPI_INVALID: 422,
  CHANNEL_INVALID: 422,
};

const TITLES: Readonly<Record<number, string>> = {
  400: 'The request is not well formed',
  401: 'Please log in',
  403: 'Not allowed',
  404: 'Not found',
  405: 'Method not allowed',
  409: 'Conflict',
  412: 'Somebody else changed it',
  413: 'Too large',
  415: 'Type not supported',
  422: 'Refused by a rule',
  428: 'If-Match is missing',
  429: 'Too many requests',
  500: 'Something went wrong here',
  503: 'Busy, please try again',
};

export function problem(
  status: number,
  code: string,
  requestId: string,
  more: { detail?: string; errors?: readonly FieldProblem[]; details?: RefusalDetails } = {},
): Problem {
  const title = TITLES[status] ?? 'Refused';
  return {
    type: `urn:ieum:problem:${code.toLowerCase().replaceAll('_', '-')}`,
    title,
    status,
    detail: more.detail ?? title,
    code,
    errors: more.errors ?? [],
    details: more.details ?? {},
    requestId,
  };
}
