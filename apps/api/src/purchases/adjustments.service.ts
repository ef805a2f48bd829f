import { Injectable } from '@nestjs/common';
import { accessRefusal, adjustmentRefusal, yearOf } from '@ieum/domain';
import type { Actor } from '../common/actor';
import { assertAllowed } from '../common/refused';
import { Transactions, type Tx } from '../database/transactions';
import type { AdjustPurchaseDto } from './dto/adjust-purchase.dto';
import { toPurchaseDto, type PurchaseDto } from './dto/purchase.dto';
import { decide } from './purchase-decision';
import { PurchaseFactsService, periodStateOn } from './purchase-facts.service';
import { toFields } from './purchase-fields';
import { enteredColumns, insertPurchase, placeColumns } from './purchase-writes';
import type { PurchaseListRow } from './purchase.row';
import { findPurchase, netKrwOf } from './purchases.queries';
import { standingDecisionOf } from './standing-decision';

/** After the close nothing is edited: a signed row in an open period says what changed (domain.md §4). */
@Injectable()
export class AdjustmentsService {
  constructor(
    private readonly transactions: Transactions,
    private readonly facts: PurchaseFactsService,
  ) {}

  /** Refuses with the codes of adjustmentRefusal. The adjustment counts where the adjusted row counted. */
  adjust(actor: Actor, id: string, body: AdjustPurchaseDto): Promise<PurchaseDto> {
    return this.transactions.runOnce(actor, async (tx) => {
      const original = await findPurchase(tx, id, 'FOR UPDATE');
      const ownPlace = { institutionId: original.institution_id, departmentId: original.department_id };
      assertAllowed(accessRefusal(actor, 'purchase:write', ownPlace));
      const place = { ...ownPlace, fiscalYear: yearOf(body.day) };
      const fields = {
        ...toFields(original),
        contractDate: body.day,
        paymentDate: body.day,
        amountKrw: body.amountKrw,
        supplyValueKrw: body.supplyValueKrw ?? null,
      };
      const gathered = await this.facts.gather(tx, place, fields, id);
      const { input, supplier, facts } = gathered;
      assertAllowed(
        adjustmentRefusal(
          {
            kind: body.kind,
            amountKrw: body.amountKrw,
            supplyValueKrw: input.supplyValueKrw,
            day: body.day,
            reason: body.reason,
          },
          {
            originalState: original.state,
            originalIsAdjustment: original.adjusts_id !== null,
            originalDay:
              original.recognition_date ?? original.contract_date ?? original.payment_date ?? body.day,
            originalPeriodState: await this.originalPeriodState(tx, original),
            netKrw: await netKrwOf(tx, original),
            periodState: periodStateOn(facts.periods, place.fiscalYear, body.day),
          },
        ),
      );
      const row = await insertPurchase(tx, {
        ...placeColumns(place),
        ...enteredColumns(fields, gathered),
        source: 'manual',
        state: 'submitted',
        adjusts_id: id,
        // What changes the purchase changes what came of its contract.
        contract_id: original.contract_id,
        adjustment_reason: body.reason,
        created_by: actor.userId,
        ...decide(
          input,
          place.fiscalYear,
          'submitted',
          supplier,
          facts,
          await standingDecisionOf(tx, original),
        ),
      });
      return toPurchaseDto({ ...row, department_name: original.department_name, file_ids: [] });
    });
  }

  private async originalPeriodState(tx: Tx, original: PurchaseListRow) {
    const day = original.recognition_date ?? original.contract_date ?? original.payment_date;
    if (day === null) return 'open';
    const place = {
      institutionId: original.institution_id,
      departmentId: original.department_id,
      fiscalYear: original.fiscal_year,
    };
    const { facts } = await this.facts.gather(tx, place, toFields(original), original.id);
    return periodStateOn(facts.periods, original.fiscal_year, day);
  }
}
