import { Injectable } from '@nestjs/common';
import {
  accessRefusal,
  adjustmentStepRefusal,
  nextPurchaseState,
  transitionRefusal,
  type Permission,
  type PurchaseAction,
  type PurchaseState,
} from '@ieum/domain';
import type { Actor } from '../common/actor';
import { assertAllowed } from '../common/refused';
import { Transactions } from '../database/transactions';
import { NoticesService } from '../notices/notices.service';
import { toPurchaseDto, type PurchaseDto } from './dto/purchase.dto';
import { decide } from './purchase-decision';
import { PurchaseFactsService, periodStateFor } from './purchase-facts.service';
import { toFields } from './purchase-fields';
import { findPurchase, netKrwOf } from './purchases.queries';
import { standingDecisionOf } from './standing-decision';

const PERMISSION_FOR: Readonly<Record<PurchaseAction, Permission>> = {
  submit: 'purchase:write',
  void: 'purchase:write',
  accept: 'purchase:review',
  return: 'purchase:review',
};

/** A purchase's way draft → submitted → accepted | returned, and a draft's way out. */
@Injectable()
export class PurchaseReviewService {
  constructor(
    private readonly transactions: Transactions,
    private readonly facts: PurchaseFactsService,
    private readonly notices: NoticesService,
  ) {}

  /** Refuses with the codes of transitionRefusal. A step that changes whether the row counts moves the achievement too. */
  act(
    actor: Actor,
    id: string,
    version: number,
    action: PurchaseAction,
    reason: string | null = null,
  ): Promise<PurchaseDto> {
    return this.transactions.run(actor, async (tx) => {
      const row = await findPurchase(tx, id, 'FOR UPDATE');
      const place = {
        institutionId: row.institution_id,
        departmentId: row.department_id,
        fiscalYear: row.fiscal_year,
      };
      assertAllowed(accessRefusal(actor, PERMISSION_FOR[action], place));
      const { input, supplier, facts } = await this.facts.gather(tx, place, toFields(row), id);
      const periodState = periodStateFor(facts, row.fiscal_year, input);
      assertAllowed(
        transitionRefusal(
          {
            state: row.state,
            periodState,
            reason,
            hasAdjustments: facts.hasAdjustments,
            isRecount: row.recount_id !== null,
          },
          action,
        ),
      );
      const state = nextPurchaseState(action);
      // Locked, so that two steps of its adjustments cannot both take what is left of it.
      const original = row.adjusts_id === null ? null : await findPurchase(tx, row.adjusts_id, 'FOR UPDATE');
      const taken = takenOff(action, row.state);
      if (original !== null && taken !== null) {
        const standing = { originalState: original.state, netKrw: await netKrwOf(tx, original) };
        assertAllowed(adjustmentStepRefusal(taken, row.amount_krw, standing));
      }
      // Accepting confirms what was counted on submission; an expiry since then must not change it (domain.md §4).
      const decided =
        action === 'accept'
          ? {}
          : decide(
              input,
              row.fiscal_year,
              state,
              supplier,
              facts,
              original === null ? null : await standingDecisionOf(tx, original),
            );
      await tx.updateVersion('purchases', { institution_id: row.institution_id, id }, version, {
        state,
        return_reason: action === 'return' ? reason : action === 'submit' ? null : row.return_reason,
        ...decided,
        updated_at: new Date(),
      });
      if (action === 'return') {
        await this.notices.publish(tx, {
          institutionId: row.institution_id,
          audience: 'clerk',
          departmentId: row.department_id,
          kind: 'purchase_returned',
          params: { item: row.item, amountKrw: row.amount_krw, reason: reason ?? '' },
          link: `/purchases/${id}`,
        });
      }
      return toPurchaseDto(await findPurchase(tx, id));
    });
  }
}

/** Does the step put an adjustment back among what stands ('submit'), or take it off ('return')? */
function takenOff(action: PurchaseAction, state: PurchaseState): 'submit' | 'return' | null {
  if (action === 'submit') return 'submit';
  return action === 'return' || (action === 'void' && state === 'submitted') ? 'return' : null;
}
