import { Injectable } from '@nestjs/common';
import { catalogueItemRefusal, stateAfter, type CatalogueItemAction } from '@ieum/domain';
import type { Actor } from '../../common/actor';
import { Clock } from '../../common/clock';
import { assertAllowed, refuse } from '../../common/refused';
import { Transactions } from '../../database/transactions';
import { assertMayWrite, findOwnItem, seesUnpublished } from './catalogue-access';
import { familyOf } from './catalogue.queries';
import { toCatalogueItemDto, type CatalogueItemDto } from './dto/catalogue-item.dto';
import type { ConfirmedItemsDto } from './dto/confirm-items.dto';

/** What becomes of an item: published, archived, restored, confirmed. */
@Injectable()
export class CatalogueStepsService {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  act(actor: Actor, id: string, version: number, action: CatalogueItemAction): Promise<CatalogueItemDto> {
    const today = this.clock.today();
    return this.transactions.run(actor, async (tx) => {
      const item = await findOwnItem(tx, id);
      assertAllowed(catalogueItemRefusal(item.state, action, item));
      const state = stateAfter(item.state, action);
      const now = this.clock.now();
      await tx.updateVersion('catalogue_items', { id }, version, {
        state,
        updated_at: now,
        ...(state === 'published' ? { confirmed_on: today, published_at: item.publishedAt ?? now } : {}),
      });
      return toCatalogueItemDto(await findOwnItem(tx, id), today);
    });
  }

  /** All of them or none: one that is not published, or is somebody else's, refuses the whole. */
  confirmAll(actor: Actor, supplierId: string, itemIds: readonly string[]): Promise<ConfirmedItemsDto> {
    return this.transactions.run(actor, async (tx) => {
      assertMayWrite(actor, supplierId);
      const family = await familyOf(tx, supplierId);
      if (family.length === 0) refuse('NOT_FOUND');
      const own = family.filter((id) => seesUnpublished(actor, id));
      const asked = [...new Set(itemIds)];
      const confirmed = await tx.sql<{ id: string }>(
        `UPDATE catalogue_items SET confirmed_on = $3, updated_at = $4, version = version + 1
         WHERE id = ANY ($1::uuid[]) AND supplier_id = ANY ($2::uuid[]) AND state = 'published' RETURNING id`,
        [asked, own, this.clock.today(), this.clock.now()],
      );
      if (confirmed.length !== asked.length) refuse('CATALOGUE_ITEM_STATE', { state: 'other' });
      return { confirmedCount: confirmed.length };
    });
  }
}
