/** How visits are totalled: public bodies, schools and their offices, and whoever is neither (기업·네트워크). */
export const VISITEE_KINDS = ['public_agency', 'education', 'enterprise_or_network'] as const;
export type VisiteeKind = (typeof VISITEE_KINDS)[number];

export const VISIT_STATES = ['planned', 'done', 'followed_up', 'cancelled'] as const;
export type VisitState = (typeof VISIT_STATES)[number];

/** 방문영업, 후속 방문, 기업 조사 방문, 교육 협의, 그 밖 */
export const VISIT_PURPOSES = ['sales', 'follow_up', 'supplier_survey', 'education', 'other'] as const;
export type VisitPurpose = (typeof VISIT_PURPOSES)[number];

export const CONSULTATION_CHANNELS = ['phone', 'email', 'online', 'in_person'] as const;
export type ConsultationChannel = (typeof CONSULTATION_CHANNELS)[number];

export const CALLER_KINDS = ['public_body', 'enterprise', 'other'] as const;
export type CallerKind = (typeof CALLER_KINDS)[number];

export const EDUCATION_SESSION_STATES = ['planned', 'held', 'cancelled'] as const;
export type EducationSessionState = (typeof EDUCATION_SESSION_STATES)[number];

/** What a district team has yearly targets for. */
export const TEAM_METRICS = [
  'consultations',
  'visits',
  'enterprise_register',
  'institution_register',
] as const;
export type TeamMetric = (typeof TEAM_METRICS)[number];

/** Where a need came from. */
export const NEED_ORIGINS = ['visit', 'consultation', 'supplier_request', 'direct'] as const;
export type NeedOrigin = (typeof NEED_ORIGINS)[number];

export const NEED_STATES = ['open', 'matched', 'closed'] as const;
export type NeedState = (typeof NEED_STATES)[number];

/**
 * What activity_totals keeps per year, area, team and adviser. `visited` counts different institutions whoever went,
 * `visited_by_team` those that a team went to; neither names an adviser.
 */
export const ACTIVITY_MEASURES = [
  'visit',
  'visited',
  'visited_by_team',
  'consultation',
  'education_session',
  'need',
  'match',
  'contract',
  'purchase',
] as const;
export type ActivityMeasure = (typeof ACTIVITY_MEASURES)[number];
