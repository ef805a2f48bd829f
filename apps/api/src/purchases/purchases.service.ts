import { Injectable } from '@nestjs/common';
import { accessRefusal, reachOf, type PurchaseSource } from '@ieum/domain';
import type { Actor } from '../common/actor';
import type { Page } from '../common/paging';
import { assertAllowed, refuse } from '../common/refused';
import { Transactions, type Tx } from '../database/transactions';
import type { CreatePurchaseDto, PurchaseFieldsDto } from './dto/enter-purchase.dto';
import type { ListPurchasesQuery, PurchaseFilterQuery } from './dto/list-purchases.query';
import { toPurchaseDto, type PurchaseDto, type PurchaseSummaryDto } from './dto/purchase.dto';
import { decide, editedRefusal, entryRefusal } from './purchase-decision';
import { PurchaseFactsService, type LedgerPlace } from './purchase-facts.service';
import { attachFiles, enteredColumns, insertPurchase, placeColumns } from './purchase-writes';
import type { PurchaseListRow } from './purchase.row';
import { findPurchase, listPurchases, summarisePurchases } from './purchases.queries';

/** The ledger: entering, editing, finding. Review, adjustment and periods have services of their own. */
@Injectable()
export class PurchasesService {
  constructor(
    private readonly transactions: Transactions,
    private readonly facts: PurchaseFactsService,
  ) {}

  list(actor: Actor, query: ListPurchasesQuery): Promise<Page<PurchaseDto>> {
    return this.transactions.run(actor, (tx) => listPurchases(tx, reachOf(actor, 'purchase:read'), query));
  }

  summary(actor: Actor, filter: PurchaseFilterQuery): Promise<PurchaseSummaryDto> {
    return this.transactions.run(actor, (tx) =>
      summarisePurchases(tx, reachOf(actor, 'purchase:read'), filter),
    );
  }

  get(actor: Actor, id: string): Promise<PurchaseDto> {
    return this.transactions.run(actor, async (tx) => toPurchaseDto(await visiblePurchase(tx, actor, id)));
  }

  /**
   * Enters a purchase. Refuses with the codes of purchaseRefusal; what does not count is kept and marked, never refused.
   * Idempotent by the request's key.
   */
  create(actor: Actor, body: CreatePurchaseDto): Promise<PurchaseDto> {
    const place = placeOf(actor, body);
    assertAllowed(accessRefusal(actor, 'purchase:write', place));
    const state = body.draft === true ? 'draft' : 'submitted';
    return this.transactions.runOnce(actor, (tx) => this.enter(tx, place, body, { source: 'manual', state }));
  }

  /**
   * For contracts, inside their transaction: enters what was signed, by the ledger's own rules. Refuses with the codes of
   * purchaseRefusal, and with CONTRACT_ALREADY_PURCHASED when another purchase names the contract.
   */
  createFromContract(
    tx: Tx,
    place: LedgerPlace,
    body: PurchaseFieldsDto,
    origin: { readonly contractId: string; readonly source: PurchaseSource },
  ): Promise<PurchaseDto> {
    assertAllowed(accessRefusal(tx.actor, 'purchase:write', place));
    const { source, contractId } = origin;
    return this.enter(tx, place, body, { source, state: 'submitted', contract_id: contractId });
  }

  private async enter(
    tx: Tx,
    place: LedgerPlace,
    body: PurchaseFieldsDto,
    origin: {
      readonly source: PurchaseSource;
      readonly state: 'draft' | 'submitted';
      readonly contract_id?: string;
    },
  ): Promise<PurchaseDto> {
    const gathered = await this.facts.gather(tx, place, body, null);
    const { input, supplier, facts } = gathered;
    assertAllowed(entryRefusal(input, place.fiscalYear, facts, body.confirmProbableDuplicate === true));
    const row = await insertPurchase(tx, {
      ...placeColumns(place),
      ...enteredColumns(body, gathered),
      ...origin,
      created_by: tx.actor.userId,
      ...decide(input, place.fiscalYear, origin.state, supplier, facts),
    });
    const fileIds = body.fileIds ?? [];
    if (fileIds.length > 0) await attachFiles(tx, place.institutionId, row.id, fileIds);
    return toPurchaseDto({ ...row, department_name: facts.departmentName, file_ids: fileIds });
  }

  /** Changes a row that is still open, in its old quarter and in the one it moves to. */
  edit(actor: Actor, id: string, version: number, body: PurchaseFieldsDto): Promise<PurchaseDto> {
    return this.transactions.run(actor, async (tx) => {
      const old = await writablePurchase(tx, actor, id);
      const place = {
        institutionId: old.institution_id,
        departmentId: old.department_id,
        fiscalYear: old.fiscal_year,
      };
      const gathered = await this.facts.gather(tx, place, body, id);
      const { input, supplier, facts } = gathered;
      assertAllowed(editedRefusal(old, input, facts, body.confirmProbableDuplicate === true));
      await tx.updateVersion('purchases', { institution_id: place.institutionId, id }, version, {
        ...enteredColumns(body, gathered),
        ...decide(input, place.fiscalYear, old.state, supplier, facts),
        updated_at: new Date(),
      });
      await attachFiles(tx, place.institutionId, id, body.fileIds ?? old.file_ids);
      return toPurchaseDto(await findPurchase(tx, id));
    });
  }
}

/** The row, when it lies within the actor's reach; NOT_FOUND otherwise. */
async function visiblePurchase(tx: Tx, actor: Actor, id: string): Promise<PurchaseListRow> {
  const row = await findPurchase(tx, id);
  assertAllowed(
    accessRefusal(actor, 'purchase:read', {
      institutionId: row.institution_id,
      departmentId: row.department_id,
    }),
  );
  return row;
}

/** The row, locked for a change by whoever may write it. */
async function writablePurchase(tx: Tx, actor: Actor, id: string): Promise<PurchaseListRow> {
  const row = await findPurchase(tx, id, 'FOR UPDATE');
  assertAllowed(
    accessRefusal(actor, 'purchase:write', {
      institutionId: row.institution_id,
      departmentId: row.department_id,
    }),
  );
  return row;
}

function placeOf(actor: Actor, body: CreatePurchaseDto): LedgerPlace {
  const institutionId = body.institutionId ?? actor.institutionId;
  const departmentId = body.departmentId ?? actor.departmentId;
  if (institutionId === null) return refuse('PURCHASE_INVALID', { field: 'institutionId', rule: 'required' });
  if (departmentId === null) return refuse('PURCHASE_INVALID', { field: 'departmentId', rule: 'required' });
  return { institutionId, departmentId, fiscalYear: body.fiscalYear };
}
