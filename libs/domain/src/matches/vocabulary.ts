/** In the order of the work; the last two end it without a contract. */
export const MATCH_STAGES = [
  'identified',
  'supported',
  'proposed',
  'selected',
  'contracted',
  'lost',
  'no_result',
] as const;
export type MatchStage = (typeof MATCH_STAGES)[number];

/** 일반기업 낙찰, 발주 취소, 적합한 기업 없음 */
export const LOST_REASONS = ['general_business', 'cancelled', 'none_suitable'] as const;
export type LostReason = (typeof LOST_REASONS)[number];

/** 설계 지원, 입찰지원, 매칭 지원, 정보제공, 견적산출, 섭외, 추천, 사업제안 */
export const SUPPORT_KINDS = [
  'design_support',
  'bid_support',
  'matching_support',
  'supplier_information',
  'quotation_support',
  'supplier_sourcing',
  'recommendation',
  'proposal',
] as const;
export type SupportKind = (typeof SUPPORT_KINDS)[number];

/** One winner, several beside each other, or a consortium; the value counts once in each case. */
export const MATCH_AWARDS = ['single', 'several', 'consortium'] as const;
export type MatchAward = (typeof MATCH_AWARDS)[number];

export const CANDIDATE_OUTCOMES = ['candidate', 'selected', 'not_selected', 'withdrawn'] as const;
export type CandidateOutcome = (typeof CANDIDATE_OUTCOMES)[number];

/** What led to a contract, as far as it was recorded. */
export const CONTRACT_SOURCES = ['match', 'fair', 'direct'] as const;
export type ContractSource = (typeof CONTRACT_SOURCES)[number];

export const CONTRACT_STATES = ['signed', 'cancelled'] as const;
export type ContractState = (typeof CONTRACT_STATES)[number];
