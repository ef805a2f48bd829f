import { PURCHASE_KINDS, PURCHASE_TEXT_LIMITS, type PurchaseKind } from '@ieum/domain';

/** With what the entry of a purchase begins, where another screen knows it already. */
export interface PurchaseStart {
  readonly supplierId: string;
  readonly item: string | null;
  readonly kind: PurchaseKind | null;
  /** a catalogue price in won; null = on request */
  readonly priceKrw: number | null;
  readonly priceIncludesVat: boolean;
}

/** The address of the entry page that begins so. */
export function purchaseStartLink(start: Partial<PurchaseStart> & Pick<PurchaseStart, 'supplierId'>): string {
  const params = new URLSearchParams({ supplierId: start.supplierId });
  if (start.item) params.set('item', start.item);
  if (start.kind) params.set('kind', start.kind);
  if (start.priceKrw) {
    params.set('price', String(start.priceKrw));
    if (start.priceIncludesVat === false) params.set('vat', 'excluded');
  }
  return `/purchases/new?${params.toString()}`;
}

/** What somebody broke in the address is left out; without a supplier there is nothing to begin with. */
export function readPurchaseStart(params: URLSearchParams): PurchaseStart | null {
  const supplierId = params.get('supplierId') ?? '';
  if (!/^[0-9a-f-]{36}$/i.test(supplierId)) return null;
  const item = (params.get('item') ?? '').trim().normalize('NFC');
  const price = Number(params.get('price') ?? '');
  return {
    supplierId,
    item: item === '' ? null : item.slice(0, PURCHASE_TEXT_LIMITS.item),
    kind: PURCHASE_KINDS.find((kind) => kind === params.get('kind')) ?? null,
    priceKrw: Number.isSafeInteger(price) && price > 0 ? price : null,
    priceIncludesVat: params.get('vat') !== 'excluded',
  };
}

/** The parameters above, to be taken off an address once they were used. */
export const PURCHASE_START_KEYS = ['supplierId', 'item', 'kind', 'price', 'vat'] as const;
