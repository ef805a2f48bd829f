export const CHANNELS = [
  'contract',
  'card',
  'petty_expense',
  'hamkke_nuri_mall',
  'outsourcing',
  'indirect',
  'other',
] as const;
export type Channel = (typeof CHANNELS)[number];

/** 물품, 용역, 공사, 민간위탁 */
export const PURCHASE_KINDS = ['goods', 'services', 'works', 'outsourcing'] as const;
export type PurchaseKind = (typeof PURCHASE_KINDS)[number];

/** Korean procurement methods: 일반경쟁, 제한경쟁, 지명경쟁, 수의계약 (2인 이상 견적), 수의계약 (1인 견적). */
export const PROCUREMENT_METHODS = [
  'open_competition',
  'restricted_competition',
  'nominated_competition',
  'direct_two_quotes',
  'direct_single_quote',
] as const;
export type ProcurementMethod = (typeof PROCUREMENT_METHODS)[number];

export const OCDS_METHODS = ['open', 'selective', 'limited', 'direct'] as const;
export type OcdsMethod = (typeof OCDS_METHODS)[number];

/** OCDS procurementMethod by ref_g2b_contract_methods: a direct award on two or more quotations is "limited". */
export const OCDS_METHOD_OF: Readonly<Record<ProcurementMethod, OcdsMethod>> = {
  open_competition: 'open',
  restricted_competition: 'selective',
  nominated_competition: 'limited',
  direct_two_quotes: 'limited',
  direct_single_quote: 'direct',
};

/** voided: a dropped draft or a row of an import that was undone; kept, never counted, never shown in totals. */
export const PURCHASE_STATES = ['draft', 'submitted', 'accepted', 'returned', 'voided'] as const;
export type PurchaseState = (typeof PURCHASE_STATES)[number];

export const PURCHASE_SOURCES = ['manual', 'import', 'match_contract', 'fair_contract'] as const;
export type PurchaseSource = (typeof PURCHASE_SOURCES)[number];
