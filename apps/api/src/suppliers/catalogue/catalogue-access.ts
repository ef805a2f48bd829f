import { accessRefusal, enterpriseReachOf } from '@ieum/domain';
import type { Actor } from '../../common/actor';
import { assertAllowed, refuse } from '../../common/refused';
import type { Tx } from '../../database/transactions';
import { itemById, type CatalogueItemRow } from './catalogue.queries';

/** Drafts and archived items: of the own enterprise, or, for who keeps the register, of every one. */
export function seesUnpublished(actor: Actor, supplierId: string): boolean {
  const reach = enterpriseReachOf(actor, 'catalogue:write');
  return reach === 'all' || reach.includes(supplierId);
}

export function assertMayWrite(actor: Actor, supplierId: string): void {
  assertAllowed(accessRefusal(actor, 'catalogue:write', { institutionId: null, enterpriseId: supplierId }));
}

/** A published item, or one that the transaction's actor may see before and after; refuses with NOT_FOUND. */
export async function findVisibleItem(tx: Tx, id: string): Promise<CatalogueItemRow> {
  const item = (await itemById(tx, id)) ?? refuse('NOT_FOUND');
  const isVisible = item.state === 'published' || seesUnpublished(tx.actor, item.supplierId);
  return isVisible ? item : refuse('NOT_FOUND');
}

/** An item that the transaction's actor may change; refuses with NOT_FOUND or FORBIDDEN. */
export async function findOwnItem(tx: Tx, id: string): Promise<CatalogueItemRow> {
  const item = (await itemById(tx, id)) ?? refuse('NOT_FOUND');
  assertMayWrite(tx.actor, item.supplierId);
  return item;
}
