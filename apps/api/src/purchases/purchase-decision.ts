import {
  CERTIFIED_ONLY,
  contractNumberKey,
  duplicateKey,
  isCertificateValidOn,
  purchaseEditRefusal,
  purchaseRefusal,
  purchaseWarnings,
  recognise,
  supplierKey,
  totalledUnder,
  type EntryFacts,
  type PurchaseInput,
  type PurchaseState,
  type RecognitionDecision,
  type Refusal,
} from '@ieum/domain';
import {
  periodStateFor,
  quarterFor,
  type LedgerFacts,
  type SupplierOfPurchase,
} from './purchase-facts.service';
import type { PurchaseRow } from './purchase.row';

/** The columns that the rules decide; the names are those of the table. */
export type DecidedColumns = ReturnType<typeof decide>;

/** May it be written as it stands? */
export function entryRefusal(
  input: PurchaseInput,
  fiscalYear: number,
  facts: LedgerFacts,
  duplicateConfirmed: boolean,
): Refusal | null {
  return purchaseRefusal(input, entryFactsOf(input, fiscalYear, facts, duplicateConfirmed));
}

/** May the row be changed, and to this? */
export function editedRefusal(
  row: PurchaseRow,
  input: PurchaseInput,
  facts: LedgerFacts,
  duplicateConfirmed: boolean,
): Refusal | null {
  const { fiscal_year: year } = row;
  const before = { contractDate: row.contract_date, paymentDate: row.payment_date };
  return purchaseEditRefusal(input, entryFactsOf(input, year, facts, duplicateConfirmed), {
    state: row.state,
    periodState: periodStateFor(facts, year, before),
    hasAdjustments: facts.hasAdjustments,
    isAdjustment: row.adjusts_id !== null,
    staysInQuarter: quarterFor(facts.policy, year, before) === quarterFor(facts.policy, year, input),
  });
}

function entryFactsOf(
  input: PurchaseInput,
  fiscalYear: number,
  facts: LedgerFacts,
  duplicateConfirmed: boolean,
): EntryFacts {
  return {
    recognitionDate: facts.policy.recognitionDate,
    periodState: periodStateFor(facts, fiscalYear, input),
    departmentValidFrom: facts.departmentValidFrom,
    departmentValidTo: facts.departmentValidTo,
    contractNumberTaken: facts.contractNumberTaken,
    probableDuplicates: facts.probableDuplicates,
    duplicateConfirmed,
  };
}

/** What was decided for a row, for the adjustments that inherit it. */
export function decisionOf(
  row: Pick<PurchaseRow, 'counted_schemes' | 'count_status' | 'count_reasons'>,
): RecognitionDecision {
  return {
    countedSchemes: row.counted_schemes.filter((code) => code !== CERTIFIED_ONLY),
    certifiedOnly: row.counted_schemes.includes(CERTIFIED_ONLY),
    countStatus: row.count_status,
    reasons: row.count_reasons,
  };
}

/**
 * Whether and where it counts, what is worth a second look, and the keys it will be found by.
 * @param adjusts for an adjustment row: what was decided for the row it adjusts
 */
export function decide(
  input: PurchaseInput,
  fiscalYear: number,
  state: PurchaseState,
  supplier: SupplierOfPurchase,
  facts: LedgerFacts,
  adjusts: RecognitionDecision | null = null,
) {
  const recognition = recognise(
    { ...input, state, fiscalYear, adjusts },
    facts.policy,
    supplier.certificates,
    facts.schemes,
  );
  const day = recognition.recognitionDate ?? input.contractDate ?? input.paymentDate;
  const warnings =
    day === null || adjusts !== null
      ? []
      : purchaseWarnings({
          item: input.item,
          day,
          amountKrw: input.amountKrw,
          supplyValueKrw: input.supplyValueKrw,
          fiscalYear,
          reasons: recognition.reasons,
          closedOn: supplier.closedOn,
          probableDuplicates: facts.probableDuplicates,
          nearby: facts.nearby,
          splitThresholdKrw: facts.policy.splitThresholdKrw,
        });
  const heldOnTheDay = supplier.certificates.filter((one) => day !== null && isCertificateValidOn(one, day));
  return {
    contract_number_key: input.contractNumber === null ? null : contractNumberKey(input.contractNumber),
    supplier_key: supplierKey(input),
    duplicate_key: duplicateKey(input),
    warnings: JSON.stringify(warnings),
    certificate_snapshot: JSON.stringify(heldOnTheDay.length > 0 ? heldOnTheDay : supplier.certificates),
    count_status: recognition.countStatus,
    count_reasons: recognition.reasons,
    recognition_date: recognition.recognitionDate,
    recognized_amount_krw: recognition.recognizedAmountKrw,
    counted_schemes: [...totalledUnder(recognition)].sort(),
  };
}
