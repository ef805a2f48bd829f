import {
  correctionDayRefusal,
  yearOf,
  type Day,
  type RecognitionDecision,
  type RecountCorrection,
} from '@ieum/domain';
import type { Actor } from '../../common/actor';
import { assertAllowed, refuse } from '../../common/refused';
import type { Tx } from '../../database/transactions';
import { decide } from '../purchase-decision';
import { periodStateOn, type PurchaseFactsService } from '../purchase-facts.service';
import { toFields } from '../purchase-fields';
import { enteredColumns, insertPurchase, placeColumns } from '../purchase-writes';
import type { PurchaseListRow } from '../purchase.row';
import type { Family } from './recount-families';
import { dayOf } from './recounts.queries';

export interface RecountOrder {
  readonly recountId: string;
  readonly reason: string;
  /** where the signed rows lie, when there are any */
  readonly day: Day;
}

/**
 * Does what the plan says, under the locks of the purchase and of its year: rows of open quarters are decided anew,
 * closed ones are corrected by signed rows. Refuses with the codes of correctionDayRefusal.
 */
export async function applyRecount(
  tx: Tx,
  facts: PurchaseFactsService,
  actor: Actor,
  family: Family,
  order: RecountOrder,
): Promise<void> {
  const { plan, rows, original, recomputed } = family;
  if (plan === null) return;
  for (const row of rows.filter(({ id }) => plan.rewrites.includes(id)))
    await rewrite(tx, facts, row, row.id === original.id ? null : recomputed);
  for (const correction of plan.corrections) await correct(tx, facts, actor, family, correction, order);
}

/** @param inherited for a row that adjusts: what is decided for the purchase */
async function rewrite(
  tx: Tx,
  facts: PurchaseFactsService,
  row: PurchaseListRow,
  inherited: RecognitionDecision | null,
): Promise<void> {
  const place = {
    institutionId: row.institution_id,
    departmentId: row.department_id,
    fiscalYear: row.fiscal_year,
  };
  const gathered = await facts.gather(tx, place, toFields(row), row.id);
  await tx.updateVersion('purchases', { institution_id: row.institution_id, id: row.id }, row.version, {
    supplier_id: row.supplier_id ?? gathered.supplier.id,
    ...decide(gathered.input, row.fiscal_year, row.state, gathered.supplier, gathered.facts, inherited),
    updated_at: new Date(),
  });
}

async function correct(
  tx: Tx,
  facts: PurchaseFactsService,
  actor: Actor,
  { original, recomputed }: Family,
  correction: RecountCorrection,
  { recountId, reason, day }: RecountOrder,
): Promise<void> {
  const place = {
    institutionId: original.institution_id,
    departmentId: original.department_id,
    fiscalYear: yearOf(day),
  };
  const fields = {
    ...toFields(original),
    contractDate: day,
    paymentDate: day,
    amountKrw: correction.amountKrw,
    supplyValueKrw: correction.supplyValueKrw,
  };
  const gathered = await facts.gather(tx, place, fields, original.id);
  const { input, supplier } = gathered;
  const periodState = periodStateOn(gathered.facts.periods, place.fiscalYear, day);
  assertAllowed(correctionDayRefusal(day, { purchaseDay: dayOf(original), periodState }));
  const decided = decide(input, place.fiscalYear, 'accepted', supplier, gathered.facts, correction.decision);
  // Counted by another basis in the year of the correction: half a recount would be booked.
  if (decided.recognized_amount_krw === null)
    refuse('ADJUSTMENT_INVALID', { field: 'supplyValueKrw', rule: 'required' });
  const takesBack = correction.decision !== recomputed;
  await insertPurchase(tx, {
    ...placeColumns(place),
    ...enteredColumns(fields, gathered),
    source: 'manual',
    state: 'accepted',
    adjusts_id: original.id,
    adjustment_reason: reason,
    recount_id: recountId,
    created_by: actor.userId,
    ...decided,
    // What was taken back was decided by the certificates of then.
    ...(takesBack ? { certificate_snapshot: JSON.stringify(original.certificate_snapshot) } : {}),
  });
}
