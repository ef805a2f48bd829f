import { useQuery } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useState } from 'react';
import type { UseFormReturn } from 'react-hook-form';
import { useSearchParams } from 'react-router';
import { Button } from '../../components/button';
import { Notice } from '../../components/notice';
import { useMessages } from '../../lib/language';
import { PURCHASE_START_KEYS, readPurchaseStart, type PurchaseStart } from '../../lib/purchase-start';
import { supplierQuery, type Supplier } from './api';
import { entryMessages } from './entry-messages';
import type { PurchaseFormValues } from './purchase-form-values';

interface StartOffer {
  readonly supplierName: string;
  readonly take: () => void;
  readonly leave: () => void;
}

/**
 * Fills an untouched form with what the address names (a supplier's page, an item of its catalogue). What somebody has
 * typed already is never replaced unasked.
 * @returns what to ask; null = nothing waits
 */
export function usePurchaseStart(
  form: UseFormReturn<PurchaseFormValues>,
  untouched: boolean,
  startAnew: () => void,
): StartOffer | null {
  const [params, setParams] = useSearchParams();
  const start = useMemo(() => readPurchaseStart(params), [params]);
  const { data: supplier } = useQuery(supplierQuery(start?.supplierId ?? null));
  // The address follows the form a moment later; meanwhile the filled form must not be taken for somebody's typing.
  const [filled, setFilled] = useState<PurchaseStart | null>(null);

  const leave = useCallback(
    () =>
      setParams(
        (current) => {
          const next = new URLSearchParams(current);
          for (const key of PURCHASE_START_KEYS) next.delete(key);
          return next;
        },
        { replace: true },
      ),
    [setParams],
  );
  const fill = useCallback(() => {
    if (start === null || supplier === undefined) return;
    // Set as typed, not as a default, so that the draft keeps it over a reload.
    for (const [field, value] of Object.entries(startValues(start, supplier)))
      form.setValue(field as keyof PurchaseFormValues, value, { shouldDirty: true });
    setFilled(start);
    leave();
  }, [start, supplier, form, leave]);

  const waits = start !== null && start !== filled && supplier !== undefined;
  useEffect(() => {
    if (waits && untouched) fill();
  }, [waits, untouched, fill]);
  if (!waits || untouched) return null;
  return {
    supplierName: supplier.name,
    take: () => {
      startAnew();
      fill();
    },
    leave,
  };
}

/** A price without VAT is known as the supply value only: whether tax comes on top is the buyer's to say. */
export function startValues(start: PurchaseStart, supplier: Supplier): Partial<PurchaseFormValues> {
  const { item, kind, priceKrw } = start;
  return {
    supplierId: supplier.id,
    supplierName: supplier.name,
    businessNumber: supplier.businessNumber ?? '',
    ...(item === null ? {} : { item }),
    ...(kind === null ? {} : { kind }),
    ...(priceKrw === null
      ? {}
      : start.priceIncludesVat
        ? { amountKrw: priceKrw }
        : { supplyValueKrw: priceKrw }),
  };
}

export function PurchaseStartNotice({ offer }: { readonly offer: StartOffer }) {
  const t = useMessages(entryMessages);
  return (
    <Notice
      tone="warning"
      live
      title={t('startTitle')}
      action={
        <span className="cluster">
          <Button variant="secondary" size="small" onClick={offer.leave}>
            {t('startLeave')}
          </Button>
          <Button variant="secondary" size="small" onClick={offer.take}>
            {t('startTake')}
          </Button>
        </span>
      }
    >
      {t('startText', { name: offer.supplierName })}
    </Notice>
  );
}
