import type { KpiSource } from './vocabulary';

/** The screen that lists what a source counts; null = nothing is counted, or no list shows it. */
export function kpiRowsLink(source: KpiSource, year: number): string | null {
  const list = LISTS[source];
  if (list === null) return null;
  const [path, filter] = list;
  return `${path}?year=${year}${filter}`;
}

const LISTS: Readonly<Record<KpiSource, readonly [path: string, filter: string] | null>> = {
  entered: null,
  visits: ['/visits', '&state=done&state=followed_up'],
  visited_institutions: ['/visits', '&state=done&state=followed_up'],
  consultations: ['/consultations', ''],
  education_sessions: ['/education-sessions', '&state=held'],
  education_attendees: ['/education-sessions', '&state=held'],
  matches: ['/matches', '&view=list'],
  matches_won: ['/matches', '&view=list&stage=selected&stage=contracted'],
  contracts: ['/contracts', '&state=signed'],
  contract_value: ['/contracts', '&state=signed'],
  enterprise_register: null,
  institution_register: null,
  supplier_surveys_answered: ['/supplier-surveys', ''],
  b2b_links: ['/b2b-links', ''],
  b2b_link_amount: ['/b2b-links', ''],
  market_days: ['/market-days', ''],
  shop_sales: ['/shops', ''],
};
