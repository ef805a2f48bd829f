import { Injectable } from '@nestjs/common';
import {
  contractNumberKey,
  duplicateKey,
  parseBusinessNumber,
  periodOf,
  periodStateOf,
  placingDay,
  supplierKey,
  type CertificateFacts,
  type CountingPolicy,
  type Day,
  type NearbyPurchase,
  type PeriodState,
  type PurchaseInput,
  type Quarter,
  type Scheme,
  type SubmissionKind,
} from '@ieum/domain';
import { orRefuse, refuse } from '../common/refused';
import type { Tx } from '../database/transactions';
import { InstitutionsService } from '../institutions/institutions.service';
import { CountingYearService } from '../purchase-targets/counting-year.service';
import { SuppliersService } from '../suppliers/suppliers.service';
import type { PurchaseFieldsDto } from './dto/enter-purchase.dto';

/** Where a purchase lies in the books. */
export interface LedgerPlace {
  readonly institutionId: string;
  readonly departmentId: string;
  readonly fiscalYear: number;
}

/** Everything the rules want to know before a purchase is written. */
export interface LedgerFacts {
  readonly departmentName: string;
  readonly departmentValidFrom: Day;
  readonly departmentValidTo: Day | null;
  readonly policy: CountingPolicy;
  readonly schemes: readonly Scheme[];
  readonly periods: readonly PeriodRow[];
  readonly contractNumberTaken: boolean;
  readonly probableDuplicates: number;
  readonly nearby: readonly NearbyPurchase[];
  /** the purchase itself has living adjustments */
  readonly hasAdjustments: boolean;
}

export interface PeriodRow {
  readonly quarter: number;
  readonly closed: boolean;
  readonly submission: SubmissionKind | null;
}

interface OwnFactsRow {
  periods: PeriodRow[] | null;
  contract_number_taken: boolean;
  probable_duplicates: number;
  nearby: NearbyPurchase[] | null;
  has_adjustments: boolean;
}

/** A supplier as the counting rules see it; the register's facts, or what was written when it is not registered. */
export interface SupplierOfPurchase {
  readonly id: string | null;
  readonly name: string;
  readonly businessNumber: string | null;
  readonly closedOn: Day | null;
  readonly certificates: readonly CertificateFacts[];
}

/** One purchase about to be written: what was entered, who sells, and what the books say about it. */
export interface GatheredPurchase {
  readonly input: PurchaseInput;
  readonly supplier: SupplierOfPurchase;
  readonly facts: LedgerFacts;
}

@Injectable()
export class PurchaseFactsService {
  constructor(
    private readonly institutions: InstitutionsService,
    private readonly countingYears: CountingYearService,
    private readonly suppliers: SuppliersService,
  ) {}

  /**
   * Locks the year for writing and reads the facts; statements that need no other's answer leave together on the
   * pipelined connection.
   * @param selfId the purchase itself, so that an edit is no duplicate of itself
   */
  async gather(
    tx: Tx,
    place: LedgerPlace,
    fields: PurchaseFieldsDto,
    selfId: string | null,
  ): Promise<GatheredPurchase> {
    const [, department, year, supplier] = await Promise.all([
      this.countingYears.lock(tx, place.institutionId, place.fiscalYear, 'shared'),
      this.institutions.departmentFacts(tx, place.institutionId, place.departmentId),
      this.countingYears.of(tx, place.institutionId, place.fiscalYear),
      this.supplierOf(tx, fields),
    ]);
    const input = toInput(fields, supplier);
    const own = await ownFacts(tx, place, input, selfId);
    return {
      input,
      supplier,
      facts: {
        departmentName: department.name,
        departmentValidFrom: department.validFrom,
        departmentValidTo: department.validTo,
        policy: year.policy,
        schemes: year.schemes,
        periods: own.periods ?? [],
        contractNumberTaken: own.contract_number_taken,
        probableDuplicates: own.probable_duplicates,
        nearby: own.nearby ?? [],
        hasAdjustments: own.has_adjustments,
      },
    };
  }

  /** The registered supplier, also when only its number was written; otherwise name and number as written. */
  private async supplierOf(tx: Tx, fields: PurchaseFieldsDto): Promise<SupplierOfPurchase> {
    if (fields.supplierId !== undefined && fields.supplierId !== null) {
      return this.suppliers.factsForCounting(tx, fields.supplierId);
    }
    const number = fields.businessNumber ?? null;
    const parsed = number === null ? null : orRefuse(parseBusinessNumber(number));
    const [registered] = parsed === null ? [] : await this.suppliers.registeredAs(tx, [parsed], []);
    const name =
      fields.supplierName ??
      registered?.name ??
      refuse('PURCHASE_INVALID', { field: 'supplierName', rule: 'required' });
    return registered ?? { id: null, name, businessNumber: parsed, closedOn: null, certificates: [] };
  }
}

function toInput(fields: PurchaseFieldsDto, supplier: SupplierOfPurchase): PurchaseInput {
  return {
    supplierName: supplier.name,
    businessNumber: supplier.businessNumber,
    item: fields.item,
    kind: fields.kind,
    method: fields.method ?? null,
    channel: fields.channel,
    contractNumber: fields.contractNumber ?? null,
    contractDate: fields.contractDate ?? null,
    paymentDate: fields.paymentDate ?? null,
    amountKrw: fields.amountKrw,
    supplyValueKrw: fields.supplyValueKrw ?? null,
  };
}

/** The state of the quarter that the purchase lies in; a purchase without any day lies in none and may be written. */
export function periodStateFor(
  facts: Pick<LedgerFacts, 'periods' | 'policy'>,
  fiscalYear: number,
  dates: { readonly contractDate: Day | null; readonly paymentDate: Day | null },
): PeriodState {
  const day = placingDay(dates, facts.policy.recognitionDate);
  return day === null ? 'open' : periodStateOn(facts.periods, fiscalYear, day);
}

/** The quarter that the dates put a purchase in; null without any day. */
export function quarterFor(
  policy: CountingPolicy,
  fiscalYear: number,
  dates: { readonly contractDate: Day | null; readonly paymentDate: Day | null },
): Quarter | null {
  const day = placingDay(dates, policy.recognitionDate);
  return day === null ? null : periodOf(day, fiscalYear).quarter;
}

export function periodStateOn(periods: readonly PeriodRow[], fiscalYear: number, day: Day): PeriodState {
  const { quarter } = periodOf(day, fiscalYear);
  const row =
    periods.find((period) => period.quarter === quarter) ?? refuse('POLICY_MISSING', { fiscalYear });
  return periodStateOf({ quarterClosed: row.closed, submission: row.submission });
}

/** The same supplier's purchases of thirty days before and after; each kind of day apart, so that an index leads to it. */
function nearbyOn(day: 'contract_date' | 'payment_date'): string {
  return `SELECT item, ${day} AS day, amount_krw AS "amountKrw" FROM purchases
          WHERE institution_id = $1 AND department_id = $2 AND supplier_key = $6
            AND ${day} BETWEEN $7::date - 30 AND $7::date + 30
            AND adjusts_id IS NULL AND state <> 'voided' AND id IS DISTINCT FROM $8`;
}

async function ownFacts(
  tx: Tx,
  place: LedgerPlace,
  input: PurchaseInput,
  selfId: string | null,
): Promise<OwnFactsRow> {
  const rows = await tx.prepared<OwnFactsRow>(
    `SELECT
       (SELECT json_agg(json_build_object('quarter', p.quarter, 'closed', p.state = 'closed', 'submission', s.kind))
        FROM purchase_periods p
        LEFT JOIN period_submissions s ON s.institution_id = p.institution_id AND s.period_id = p.id AND s.department_id = $2
        WHERE p.institution_id = $1 AND p.fiscal_year = $3) AS periods,
       EXISTS (SELECT FROM purchases WHERE institution_id = $1 AND department_id = $2 AND fiscal_year = $3
               AND contract_number_key = $4 AND adjusts_id IS NULL AND state <> 'voided' AND id IS DISTINCT FROM $8)
         AS contract_number_taken,
       (SELECT count(*)::int FROM purchases WHERE institution_id = $1 AND department_id = $2 AND fiscal_year = $3
        AND duplicate_key = $5 AND adjusts_id IS NULL AND state <> 'voided' AND id IS DISTINCT FROM $8) AS probable_duplicates,
       (SELECT json_agg(n) FROM (${nearbyOn('contract_date')} UNION ALL
                                 ${nearbyOn('payment_date')} AND contract_date IS NULL) AS n) AS nearby,
       EXISTS (SELECT FROM purchases a WHERE a.institution_id = $1 AND a.adjusts_id = $8
               AND a.state IN ('draft', 'submitted', 'accepted')) AS has_adjustments`,
    [
      place.institutionId,
      place.departmentId,
      place.fiscalYear,
      input.contractNumber === null ? null : contractNumberKey(input.contractNumber),
      duplicateKey(input),
      supplierKey(input),
      input.contractDate ?? input.paymentDate,
      selfId,
    ],
  );
  return rows[0] ?? refuse('NOT_FOUND');
}
