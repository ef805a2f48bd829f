import { useCallback } from 'react';
import { useMessages } from './language';
import { showKrw } from './money-format';
import { supplierWords } from './supplier-messages';

interface PriceSpan {
  readonly priceMinKrw: number | null;
  readonly priceMaxKrw: number | null;
}

interface Priced {
  readonly priceKrw: number | null;
  readonly unit: string | null;
  readonly priceIncludesVat: boolean;
}

/** Prices as they are read: a span of a supplier, or one price with its unit and whether VAT is in it. */
export function usePriceText() {
  const word = useMessages(supplierWords);
  const spanText = useCallback(
    ({ priceMinKrw, priceMaxKrw }: PriceSpan): string => {
      if (priceMinKrw === null || priceMaxKrw === null) return word('priceOnRequest');
      return priceMinKrw === priceMaxKrw
        ? word('priceOne', { price: showKrw(priceMinKrw) })
        : word('priceSpan', { from: showKrw(priceMinKrw), to: showKrw(priceMaxKrw) });
    },
    [word],
  );
  const priceText = useCallback(
    ({ priceKrw, unit, priceIncludesVat }: Priced): string => {
      if (priceKrw === null) return word('priceOnRequest');
      const price = showKrw(priceKrw);
      const amount = unit === null ? word('priceOne', { price }) : word('perUnit', { price, unit });
      return `${amount} (${word(priceIncludesVat ? 'withVat' : 'withoutVat')})`;
    },
    [word],
  );
  return { spanText, priceText };
}
