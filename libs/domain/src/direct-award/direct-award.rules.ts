import { isWithin, type Day } from '../calendar/day';
import { isCertificateValidOn, type CertificateFacts } from '../suppliers/certificate.rules';
import { isClosedOn } from '../suppliers/closing.rules';
import type { AwardRule } from './award-rule.rules';
import { estimatedPriceOf, type EstimatedPrice, type PriceFacts } from './estimated-price';
import {
  contractKindsOf,
  ENTERPRISE_CLASSES,
  type AwardCaseKind,
  type AwardCondition,
  type AwardNote,
  type AwardVerdict,
} from './vocabulary';

export interface AwardSupplier {
  /** first day out of business */
  readonly closedOn: Day | null;
  readonly certificates: readonly CertificateFacts[];
  /** 취약계층 고용비율 in basis points (3000 = 30 %), and the day that it is of */
  readonly vulnerableEmploymentBp: number | null;
  readonly vulnerableEmploymentOn: Day | null;
}

export interface AwardCase extends PriceFacts {
  readonly kind: AwardCaseKind;
  readonly day: Day;
  /** null = not in the register: only what holds for everybody can be said */
  readonly supplier: AwardSupplier | null;
}

/** A condition that is not met. The figures are won for amounts and basis points for ratios; null = none. */
export interface AwardFailure {
  readonly condition: AwardCondition;
  readonly needed: number | null;
  readonly actual: number | null;
  /** by how much it is missed */
  readonly missedBy: number | null;
}

export interface ConsideredRule {
  readonly rule: AwardRule;
  /** empty = the rule says yes */
  readonly failures: readonly AwardFailure[];
}

export interface DirectAwardHint {
  readonly verdict: AwardVerdict;
  /** the most favourable rule that is for this supplier, kind and day; its limit decides. null = no rule is known */
  readonly chosen: AwardRule | null;
  readonly price: EstimatedPrice;
  /** the rules of a single quotation that were looked at, with why they do not apply; the most favourable first */
  readonly considered: readonly ConsideredRule[];
  /** up to where a direct contract is possible at all, with two quotations; null = no rule is known for the day */
  readonly negotiated: { readonly rule: AwardRule; readonly within: boolean | null } | null;
  readonly notes: readonly AwardNote[];
}

/**
 * May one quotation be enough? Guidance from dated rules (지방계약법 시행령); it never blocks anything, and the reader
 * is told to check the law. Limits are inclusive (추정가격 … 이하), so are the days of a rule.
 */
export function directAwardHint(asked: AwardCase, rules: readonly AwardRule[]): DirectAwardHint {
  const price = estimatedPriceOf(asked);
  const looked = [...rules]
    .sort(byFavour)
    .map((rule) => ({ rule, failures: failuresOf(rule, asked, price.krw) }));
  const single = looked.filter(({ rule }) => rule.rule === 'single_quote');
  const chosen = single.find(onlyTheAmountFails)?.rule ?? null;
  const verdict = verdictOf(chosen, price.krw);
  const negotiated = looked.find((one) => one.rule.rule !== 'single_quote' && onlyTheAmountFails(one))?.rule;
  const within = negotiated === undefined || price.krw === null ? null : price.krw <= negotiated.limitKrw;
  const considered = single.filter((one) => isWorthTelling(one, verdict));
  return {
    verdict,
    chosen,
    price,
    considered,
    negotiated: negotiated === undefined ? null : { rule: negotiated, within },
    notes: notesOf(asked, price, chosen, verdict, considered, within),
  };
}

function verdictOf(chosen: AwardRule | null, priceKrw: number | null): AwardVerdict {
  if (chosen === null || priceKrw === null) return 'unknown';
  return priceKrw <= chosen.limitKrw ? 'single_quote_possible' : 'two_quotes';
}

function failuresOf(rule: AwardRule, asked: AwardCase, priceKrw: number | null): AwardFailure[] {
  return [
    isWithin(asked.day, rule.validFrom, rule.validTo) ? null : failure('not_in_force'),
    kindFailure(rule, asked.kind),
    ...classFailures(rule, asked),
    amountFailure(rule, priceKrw),
  ].filter((one) => one !== null);
}

function kindFailure(rule: AwardRule, kind: AwardCaseKind): AwardFailure | null {
  const kinds = contractKindsOf(kind);
  const covered = kinds.filter((one) => rule.contractKinds.includes(one)).length;
  if (covered === kinds.length) return null;
  return failure(covered === 0 ? 'contract_kind' : 'works_kind_unknown');
}

function classFailures(rule: AwardRule, { supplier, day }: AwardCase): (AwardFailure | null)[] {
  if (rule.certificationTypes.length === 0) return [];
  if (supplier === null) return [failure('supplier_unknown')];
  const holds = supplier.certificates.some(
    (one) => rule.certificationTypes.includes(one.type) && isCertificateValidOn(one, day),
  );
  return [holds ? null : failure('certificate'), ratioFailure(rule.minVulnerableEmploymentBp, supplier)];
}

function ratioFailure(needed: number | null, supplier: AwardSupplier): AwardFailure | null {
  const actual = supplier.vulnerableEmploymentBp;
  if (needed === null) return null;
  if (actual === null) return { ...failure('ratio_missing'), needed };
  return actual >= needed ? null : { condition: 'ratio_below', needed, actual, missedBy: needed - actual };
}

function amountFailure({ limitKrw }: AwardRule, priceKrw: number | null): AwardFailure | null {
  if (priceKrw === null) return { ...failure('amount_missing'), needed: limitKrw };
  if (priceKrw <= limitKrw) return null;
  return { condition: 'amount_above', needed: limitKrw, actual: priceKrw, missedBy: priceKrw - limitKrw };
}

function failure(condition: AwardCondition): AwardFailure {
  return { condition, needed: null, actual: null, missedBy: null };
}

function onlyTheAmountFails({ failures }: ConsideredRule): boolean {
  return failures.every(({ condition }) => condition === 'amount_above' || condition === 'amount_missing');
}

/** A rule of other days is told of only when it alone stands between this purchase and one quotation. */
function isWorthTelling({ failures }: ConsideredRule, verdict: AwardVerdict): boolean {
  if (!failures.some(({ condition }) => condition === 'not_in_force')) return true;
  return failures.length === 1 && verdict !== 'single_quote_possible';
}

/** The higher limit first; of equal ones the one that asks for less; then always the same order. */
function byFavour(one: AwardRule, other: AwardRule): number {
  return (
    other.limitKrw - one.limitKrw ||
    (one.minVulnerableEmploymentBp ?? 0) - (other.minVulnerableEmploymentBp ?? 0) ||
    ENTERPRISE_CLASSES.indexOf(one.enterpriseClass) - ENTERPRISE_CLASSES.indexOf(other.enterpriseClass) ||
    (one.id < other.id ? -1 : 1)
  );
}

function notesOf(
  asked: AwardCase,
  price: EstimatedPrice,
  chosen: AwardRule | null,
  verdict: AwardVerdict,
  considered: readonly ConsideredRule[],
  withinNegotiated: boolean | null,
): AwardNote[] {
  const { supplier, day, amountKrw } = asked;
  const estimated = price.basis === 'estimated_from_amount';
  const ratioOn = considered.some(({ rule }) => rule.minVulnerableEmploymentBp !== null)
    ? (supplier?.vulnerableEmploymentOn ?? null)
    : null;
  const said: Readonly<Record<AwardNote, boolean>> = {
    price_estimated: estimated,
    // Free of VAT the whole amount would be the price, and that is above the limit.
    depends_on_vat:
      estimated && verdict === 'single_quote_possible' && (amountKrw ?? 0) > (chosen?.limitKrw ?? 0),
    ratio_older_than_year: ratioOn !== null && anniversaryOf(ratioOn) < day,
    ratio_after_day: ratioOn !== null && ratioOn > day,
    supplier_unknown: supplier === null,
    supplier_closed: supplier !== null && isClosedOn(supplier.closedOn, day),
    rule_not_verified: chosen !== null && chosen.verification !== 'verified',
    above_negotiated_limit: withinNegotiated === false,
  };
  return (Object.keys(said) as AwardNote[]).filter((note) => said[note]);
}

/** The same day a year later, only to be compared: of 29 February it is no day of the calendar. */
function anniversaryOf(day: Day): string {
  return `${Number(day.slice(0, 4)) + 1}${day.slice(4)}`;
}
