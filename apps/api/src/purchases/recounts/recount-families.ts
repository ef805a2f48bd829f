import {
  placingDay,
  periodOf,
  recognise,
  recountPlan,
  type CertificateFacts,
  type RecognitionDecision,
  type RecountFinding,
  type RecountPlan,
  type RecountRow,
} from '@ieum/domain';
import type { Tx } from '../../database/transactions';
import type { CountingYear, CountingYearService } from '../../purchase-targets/counting-year.service';
import { decisionOf } from '../purchase-decision';
import type { PurchaseListRow, PurchaseRow } from '../purchase.row';
import { standingDecisions } from '../standing-decision';
import { closedQuarters, standingRows } from './recounts.queries';

/** A purchase with the rows that adjust it, and what a recount would do to them; finding and plan null = nothing. */
export interface Family {
  readonly original: PurchaseListRow;
  readonly rows: readonly PurchaseListRow[];
  readonly recomputed: RecognitionDecision;
  readonly plan: RecountPlan | null;
  readonly finding: RecountFinding | null;
}

/**
 * Recomputes purchases of one institution by these certificates. Purchases that do not stand any more have no family.
 * When it decides a change, the caller holds the purchases' locks and the years'.
 */
export async function loadFamilies(
  tx: Tx,
  countingYears: CountingYearService,
  institutionId: string,
  purchaseIds: readonly string[],
  certificates: readonly CertificateFacts[],
): Promise<ReadonlyMap<string, Family>> {
  if (purchaseIds.length === 0) return new Map();
  const rows = await standingRows(tx, institutionId, purchaseIds);
  const originals = rows.filter((row) => row.adjusts_id === null);
  const [standing, closed] = await Promise.all([
    standingDecisions(tx, originals),
    closedQuarters(tx, institutionId),
  ]);
  const years = new Map<number, CountingYear>();
  for (const year of new Set(rows.map((row) => row.fiscal_year)))
    years.set(year, await countingYears.of(tx, institutionId, year));
  const families = originals.map((original): [string, Family] => {
    const own = rows.filter((row) => row.id === original.id || row.adjusts_id === original.id);
    return [original.id, familyOf(original, own, standing.get(original.id), certificates, { years, closed })];
  });
  return new Map(families);
}

interface Books {
  readonly years: ReadonlyMap<number, CountingYear>;
  /** 'year/quarter' */
  readonly closed: ReadonlySet<string>;
}

function familyOf(
  original: PurchaseListRow,
  rows: readonly PurchaseListRow[],
  standing: RecognitionDecision | undefined,
  certificates: readonly CertificateFacts[],
  books: Books,
): Family {
  const stored = standing ?? decisionOf(original);
  const recomputed = recomputedOf(original, books, certificates, null);
  const plan = recountPlan(
    rows.map((row): RecountRow => {
      const isOriginal = row.id === original.id;
      return {
        id: row.id,
        isFixed: row.recount_id !== null || isClosed(row, books),
        amountKrw: row.amount_krw,
        supplyValueKrw: row.supply_value_krw,
        recognizedAmountKrw: row.recognized_amount_krw,
        stored: decisionOf(row),
        recomputed: isOriginal ? recomputed : recomputedOf(row, books, [], recomputed),
      };
    }),
  );
  const finding = plan === null ? null : { stored, recomputed, differences: plan.differences };
  return { original, rows, recomputed, plan, finding };
}

/** @param inherited for a row that adjusts: what is decided for the purchase */
function recomputedOf(
  row: PurchaseRow,
  books: Books,
  certificates: readonly CertificateFacts[],
  inherited: RecognitionDecision | null,
): RecognitionDecision {
  const year = books.years.get(row.fiscal_year);
  if (year === undefined) return decisionOf(row);
  const { countedSchemes, certifiedOnly, countStatus, reasons } = recognise(
    {
      state: row.state,
      fiscalYear: row.fiscal_year,
      channel: row.channel,
      contractDate: row.contract_date,
      paymentDate: row.payment_date,
      amountKrw: row.amount_krw,
      supplyValueKrw: row.supply_value_krw,
      adjusts: inherited,
    },
    year.policy,
    certificates,
    year.schemes,
  );
  return { countedSchemes, certifiedOnly, countStatus, reasons };
}

function isClosed(row: PurchaseRow, { years, closed }: Books): boolean {
  const basis = years.get(row.fiscal_year)?.policy.recognitionDate ?? 'contract';
  const day = placingDay({ contractDate: row.contract_date, paymentDate: row.payment_date }, basis);
  if (day === null) return false;
  return closed.has(`${row.fiscal_year}/${periodOf(day, row.fiscal_year).quarter}`);
}
