import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useController, type UseFormReturn } from 'react-hook-form';
import { ComboBoxField } from '../../components/combo-box-field';
import { Notice } from '../../components/notice';
import { showDay, today } from '../../lib/date-format';
import { useLanguage, useMessages } from '../../lib/language';
import { chooseSuppliers } from '../../lib/supplier-choice';
import { askedSupplierQuery } from './api';
import { requestMessages } from './messages';
import { wrongRequestField, type RequestValues } from './request-values';

/** Whom to ask. One that is out of business is said to be so before anything is sent. */
export function AskedSupplierField({ form }: { readonly form: UseFormReturn<RequestValues> }) {
  const t = useMessages(requestMessages);
  const { language } = useLanguage();
  const frame = useRef<HTMLDivElement>(null);
  const { field, fieldState } = useController({
    name: 'supplierId',
    control: form.control,
    rules: { validate: (value) => value !== '' || t('choose') },
  });
  const name = form.watch('supplierName');
  const { data: supplier } = useQuery(askedSupplierQuery(field.value === '' ? null : field.value));
  useEffect(() => {
    if (supplier !== undefined && name === '') form.setValue('supplierName', supplier.name);
  }, [supplier, name, form]);
  const closedOn = supplier?.closedOn ?? null;
  const isClosed = wrongRequestField(null, closedOn, today()) === 'supplierId';
  return (
    <div
      className="stack stack--tight"
      ref={(element) => {
        frame.current = element;
        field.ref({ focus: () => frame.current?.querySelector('input')?.focus() });
      }}
    >
      <ComboBoxField
        searchKey="asked-suppliers"
        search={chooseSuppliers}
        label={t('supplier')}
        hint={t('supplierHint')}
        required
        error={fieldState.error?.message}
        value={field.value === '' || name === '' ? null : { id: field.value, label: name }}
        onBlur={field.onBlur}
        onChange={(option) => {
          form.setValue('supplierName', option?.label ?? '');
          form.setValue('catalogueItemId', '');
          field.onChange(option?.id ?? '');
        }}
      />
      {isClosed && (
        <Notice tone="warning" live>
          {t('closedSupplier', { supplier: name, day: showDay(closedOn, language) })}
        </Notice>
      )}
    </div>
  );
}
