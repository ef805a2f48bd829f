import { formatBusinessNumber } from '@ieum/domain';
import { useCallback, useRef } from 'react';
import { useController, useWatch, type UseFormReturn } from 'react-hook-form';
import { ComboBoxField, type ComboOption } from '../../components/combo-box-field';
import { TextField } from '../../components/text-field';
import { useMessages } from '../../lib/language';
import { purchaseWords } from '../../lib/purchase-messages';
import { searchSuppliers, type FoundSupplier } from './api';
import { entryMessages } from './entry-messages';
import type { PurchaseFormValues } from './purchase-form-values';

interface SupplierFieldProps {
  readonly form: UseFormReturn<PurchaseFormValues>;
}

/** A supplier of the register, or a name and number as written on the receipt. */
export function SupplierField({ form }: SupplierFieldProps) {
  const t = useMessages(entryMessages);
  const word = useMessages(purchaseWords);
  const numbers = useRef(new Map<string, string | null>());
  const frame = useRef<HTMLDivElement>(null);
  const { field, fieldState } = useController({ name: 'supplierName', control: form.control });
  const [supplierId, businessNumber] = useWatch({
    control: form.control,
    name: ['supplierId', 'businessNumber'],
  });

  const detailOf = useCallback(
    (supplier: FoundSupplier) => {
      const number = supplier.businessNumber;
      const types = supplier.certifications.map(({ type }) => word(`certificate_${type}`));
      return [number === null ? '' : formatBusinessNumber(number), ...new Set(types)]
        .filter(Boolean)
        .join(' · ');
    },
    [word],
  );
  const search = async (text: string, signal: AbortSignal): Promise<readonly ComboOption[]> => {
    const { items } = await searchSuppliers(text, signal);
    for (const one of items) numbers.current.set(one.id, one.businessNumber);
    return items.map((one) => ({ id: one.id, label: one.name, detail: detailOf(one) }));
  };
  const choose = (option: ComboOption | null) => {
    form.setValue('supplierId', option?.id ?? null, { shouldDirty: true });
    if (option === null) return;
    field.onChange(option.label);
    form.setValue('businessNumber', numbers.current.get(option.id) ?? '');
    form.clearErrors(['supplierName', 'businessNumber']);
  };

  return (
    <>
      <div
        ref={(element) => {
          frame.current = element;
          field.ref({ focus: () => frame.current?.querySelector('input')?.focus() });
        }}
      >
        <ComboBoxField
          searchKey="suppliers"
          search={search}
          label={t('supplier')}
          required
          hint={supplierId === null ? t('supplierHint') : t('supplierRegistered')}
          error={fieldState.error?.message}
          value={supplierId === null ? null : { id: supplierId, label: field.value }}
          initialText={field.value}
          onChange={choose}
          onText={(text) => {
            if (text !== field.value) field.onChange(text);
          }}
          onBlur={field.onBlur}
        />
      </div>
      <TextField
        label={t('businessNumber')}
        inputMode="numeric"
        autoComplete="off"
        maxLength={12}
        hint={t('businessNumberHint')}
        readOnly={supplierId !== null}
        error={form.formState.errors.businessNumber?.message}
        {...form.register('businessNumber')}
        value={supplierId !== null && businessNumber !== '' ? shownNumber(businessNumber) : businessNumber}
      />
    </>
  );
}

function shownNumber(digits: string): string {
  return /^\d{10}$/.test(digits) ? formatBusinessNumber(digits) : digits;
}
