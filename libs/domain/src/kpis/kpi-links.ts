import type { KpiSource } from './vocabulary';

/** The screen that lists what a source counts; null = nothing is counted, or no list shows it. */
export function kpiRowsLink(source: KpiSource, year: number): string | null {
  return LISTS[source]?.replaceAll(YEAR, String(year)) ?? null;
}

const YEAR = '{year}';
const VISITS = `/visits?year=${YEAR}&state=visited`;
const EDUCATION = `/education-sessions?year=${YEAR}&state=held`;
const MATCHES = `/matches?year=${YEAR}&view=list`;
const CONTRACTS = `/contracts?year=${YEAR}&state=signed`;
const FAIRS = `/fairs?year=${YEAR}`;
const CHANNELS = `/channels?year=${YEAR}&view=`;

/** Addresses with the filters of those screens. Who was entered into a register has no list of its own. */
const LISTS: Readonly<Record<KpiSource, string | null>> = {
  entered: null,
  visits: VISITS,
  visited_institutions: VISITS,
  consultations: `/consultations?from=${YEAR}-01-01&to=${YEAR}-12-31`,
  education_sessions: EDUCATION,
  education_attendees: EDUCATION,
  matches: MATCHES,
  matches_won: MATCHES,
  contracts: CONTRACTS,
  contract_value: CONTRACTS,
  match_contract_value: `${CONTRACTS}&source=match`,
  fair_contract_value: `${CONTRACTS}&source=fair`,
  enterprise_register: null,
  institution_register: null,
  supplier_surveys_answered: `/supplier-surveys?year=${YEAR}`,
  b2b_links: `${CHANNELS}links`,
  b2b_link_amount: `${CHANNELS}links`,
  market_days: `${CHANNELS}markets`,
  fairs_held: FAIRS,
  fair_consultations: FAIRS,
  shop_sales: `${CHANNELS}shops`,
};
