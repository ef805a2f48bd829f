import type { RatePolicy } from '../money/rate';

/** What a row measures: how many, how many won, or whether something came about (조성 → 완료). */
export const KPI_BASES = ['count', 'amount', 'quality'] as const;
export type KpiBasis = (typeof KPI_BASES)[number];

export const QUALITY_STATES = ['planned', 'in_progress', 'done'] as const;
export type QualityState = (typeof QUALITY_STATES)[number];

/** Where the actual of a row comes from: typed in, or counted from the rows of the year. */
export const KPI_SOURCES = [
  'entered',
  'visits',
  'visited_institutions',
  'consultations',
  'education_sessions',
  'education_attendees',
  'matches',
  'matches_won',
  'contracts',
  'contract_value',
  'match_contract_value',
  'fair_contract_value',
  'enterprise_register',
  'institution_register',
  'supplier_surveys_answered',
  'b2b_links',
  'b2b_link_amount',
  'market_days',
  'fairs_held',
  'fair_consultations',
  'shop_sales',
] as const;
export type KpiSource = (typeof KPI_SOURCES)[number];

const AMOUNT_SOURCES: readonly KpiSource[] = [
  'contract_value',
  'match_contract_value',
  'fair_contract_value',
  'b2b_link_amount',
  'shop_sales',
];

/** The basis that a source gives figures of; null for what is typed in, which may be of any. */
export function basisOfSource(source: KpiSource): KpiBasis | null {
  if (source === 'entered') return null;
  return AMOUNT_SOURCES.includes(source) ? 'amount' : 'count';
}

/** How a board shows rates unless a row says otherwise: whole per cent, as the yearly reports print them. */
export const KPI_RATE_POLICY: RatePolicy = { rounding: 'half_up', decimals: 0, capPercent: null };

/** 집행률 is printed with one decimal. */
export const EXECUTION_RATE_POLICY: RatePolicy = { rounding: 'half_up', decimals: 1, capPercent: null };

/** A board is one page that people read: more rows of one year than this are a mistake. */
export const MAX_KPIS_OF_YEAR = 300;
export const MAX_BUDGETS_OF_YEAR = 300;
