import { Injectable } from '@nestjs/common';
import {
  accessRefusal,
  isSameFinding,
  reachOf,
  recountDecisionRefusal,
  yearOf,
  type Day,
} from '@ieum/domain';
import type { Actor } from '../../common/actor';
import { Clock } from '../../common/clock';
import type { Page } from '../../common/paging';
import { assertAllowed, Refused, refuse } from '../../common/refused';
import { Transactions, type Tx } from '../../database/transactions';
import { CountingYearService } from '../../purchase-targets/counting-year.service';
import { SuppliersService } from '../../suppliers/suppliers.service';
import { PurchaseFactsService } from '../purchase-facts.service';
import type { ListRecountsQuery, RecountFilterQuery } from './dto/list-recounts.query';
import {
  toRecountDto,
  toRecountSummaryDto,
  type DecidedRecountsDto,
  type PurchaseRecountDto,
  type RecountSummaryDto,
} from './dto/recount.dto';
import { applyRecount } from './recount-apply';
import { loadFamilies, type Family } from './recount-families';
import { RecountFinderService } from './recount-finder.service';
import type { RecountRecord } from './recount.row';
import {
  endRecounts,
  listRecounts,
  lockPurchases,
  recordsById,
  recountsById,
  standingRows,
  sumRecounts,
} from './recounts.queries';

export interface RecountDecision {
  readonly outcome: 'recounted' | 'kept';
  readonly reason: string;
  /** where signed rows lie; default: today */
  readonly day?: Day | undefined;
}

/** The list of purchases that would be counted otherwise, and what a person decides about them. */
@Injectable()
export class RecountsService {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly facts: PurchaseFactsService,
    private readonly countingYears: CountingYearService,
    private readonly suppliers: SuppliersService,
    private readonly finder: RecountFinderService,
  ) {}

  list(actor: Actor, query: ListRecountsQuery): Promise<Page<PurchaseRecountDto>> {
    return this.transactions.run(actor, async (tx) => {
      const page = await listRecounts(tx, reachOf(actor, 'purchase-recount:read'), query);
      return { ...page, items: page.items.map(toRecountDto) };
    });
  }

  summary(actor: Actor, filter: RecountFilterQuery): Promise<RecountSummaryDto> {
    return this.transactions.run(actor, async (tx) =>
      toRecountSummaryDto(await sumRecounts(tx, reachOf(actor, 'purchase-recount:read'), filter)),
    );
  }

  async decideOne(actor: Actor, id: string, decision: RecountDecision): Promise<PurchaseRecountDto> {
    const { items } = await this.decide(actor, [id], decision);
    return items[0] ?? refuse('NOT_FOUND');
  }

  /**
   * Decides all of them or none. Everything is recomputed first, under lock: RECOUNT_OUTDATED when one is not so any more,
   * and the list then says what is so now.
   */
  async decide(actor: Actor, ids: readonly string[], decision: RecountDecision): Promise<DecidedRecountsDto> {
    const outdated: RecountRecord[] = [];
    try {
      return await this.transactions.runOnce(actor, async (tx) => {
        const records = await this.lock(tx, actor, [...new Set(ids)]);
        const families = await this.familiesOf(tx, records);
        for (const record of records) {
          const family = families.get(record.purchase_id);
          const isCurrent = isSameFinding(record, family?.finding ?? null);
          if (record.state === 'open' && !isCurrent) outdated.push(record);
          assertAllowed(recountDecisionRefusal({ state: record.state, isCurrent, reason: decision.reason }));
          if (decision.outcome === 'kept' || family === undefined) continue;
          const { reason, day = this.clock.today() } = decision;
          await applyRecount(tx, this.facts, actor, family, { recountId: record.id, reason, day });
        }
        await endRecounts(
          tx,
          records[0]?.institution_id ?? '',
          records.map((record) => record.id),
          { state: decision.outcome, by: actor.userId, reason: decision.reason },
        );
        return { items: (await recountsById(tx, ids)).map(toRecountDto) };
      });
    } catch (failure) {
      if (failure instanceof Refused && failure.refusal.code === 'RECOUNT_OUTDATED')
        await this.finder.refresh(actor, outdated);
      throw failure;
    }
  }

  /**
   * The findings, with their purchases locked first: whoever looks for new ones takes the locks in the same order. All of
   * one institution, for nobody decides for two.
   */
  private async lock(tx: Tx, actor: Actor, ids: readonly string[]): Promise<RecountRecord[]> {
    const seen = await recordsById(tx, ids);
    if (seen.length !== ids.length) refuse('NOT_FOUND');
    const [first = refuse('NOT_FOUND')] = seen;
    for (const { institution_id: institutionId } of seen) {
      assertAllowed(accessRefusal(actor, 'purchase-recount:decide', { institutionId }));
      if (institutionId !== first.institution_id) refuse('NOT_FOUND');
    }
    const purchaseIds = seen.map((record) => record.purchase_id);
    await lockPurchases(tx, first.institution_id, purchaseIds);
    const rows = await standingRows(tx, first.institution_id, purchaseIds);
    const years = new Set([...rows.map((row) => row.fiscal_year), yearOf(this.clock.today())]);
    for (const year of [...years].sort())
      await this.countingYears.lock(tx, first.institution_id, year, 'shared');
    return recordsById(tx, ids, 'FOR UPDATE');
  }

  private async familiesOf(tx: Tx, records: readonly RecountRecord[]): Promise<Map<string, Family>> {
    const families = new Map<string, Family>();
    for (const supplierId of new Set(records.map((record) => record.supplier_id))) {
      const own = records.filter((record) => record.supplier_id === supplierId);
      const { certificates } = await this.suppliers.factsForCounting(tx, supplierId);
      const loaded = await loadFamilies(
        tx,
        this.countingYears,
        own[0]?.institution_id ?? '',
        own.map((record) => record.purchase_id),
        certificates,
      );
      for (const [id, family] of loaded) families.set(id, family);
    }
    return families;
  }
}
