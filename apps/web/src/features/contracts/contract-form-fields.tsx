import { PROCUREMENT_METHODS, PURCHASE_KINDS } from '@ieum/domain';
import { useQuery } from '@tanstack/react-query';
import { Controller, type UseFormReturn } from 'react-hook-form';
import { DayField } from '../../components/day-field';
import { MoneyField } from '../../components/money-field';
import { SelectField } from '../../components/select-field';
import { TextArea } from '../../components/text-area';
import { TextField } from '../../components/text-field';
import { today } from '../../lib/date-format';
import { departmentsQuery } from '../../lib/institution-queries';
import { useMessages } from '../../lib/language';
import { purchaseWords } from '../../lib/purchase-messages';
import type { ContractValues } from './contract-values';
import { contractMessages } from './messages';
import { PartiesField } from './parties-field';

/** Everything but the buyer, which a contract keeps. */
export function ContractFormFields({ form }: { readonly form: UseFormReturn<ContractValues> }) {
  const t = useMessages(contractMessages);
  const word = useMessages(purchaseWords);
  const { errors } = form.formState;
  const { control, register } = form;
  return (
    <>
      <DepartmentField form={form} />
      <TextField
        label={t('item')}
        maxLength={200}
        required
        autoComplete="off"
        error={errors.item?.message}
        {...register('item')}
      />
      <div className="form-grid">
        <SelectField
          label={t('kind')}
          required
          error={errors.kind?.message}
          options={PURCHASE_KINDS.map((kind) => ({ value: kind, label: word(`kind_${kind}`) }))}
          {...register('kind')}
        />
        <Controller
          control={control}
          name="signedOn"
          render={({ field }) => (
            <DayField
              label={t('signedOn')}
              required
              max={today()}
              error={errors.signedOn?.message}
              {...field}
            />
          )}
        />
        <Controller
          control={control}
          name="valueKrw"
          render={({ field }) => (
            <MoneyField label={t('valueWon')} required error={errors.valueKrw?.message} {...field} />
          )}
        />
        <Controller
          control={control}
          name="supplyValueKrw"
          render={({ field }) => (
            <MoneyField label={t('supplyValueWon')} error={errors.supplyValueKrw?.message} {...field} />
          )}
        />
        <SelectField
          label={t('method')}
          emptyLabel={t('methodNone')}
          options={PROCUREMENT_METHODS.map((method) => ({ value: method, label: word(`method_${method}`) }))}
          {...register('method')}
        />
        <TextField label={t('number')} maxLength={60} autoComplete="off" {...register('contractNumber')} />
        <TextField
          label={t('classificationCode')}
          hint={t('classificationCodeHint')}
          inputMode="numeric"
          maxLength={10}
          autoComplete="off"
          error={errors.classificationCode?.message}
          {...register('classificationCode')}
        />
      </div>
      <PartiesField form={form} />
      <TextArea
        label={t('note')}
        hint={t('noteHint')}
        rows={3}
        maxLength={500}
        error={errors.note?.message}
        {...register('note')}
      />
    </>
  );
}

/** Of the buyer; an adviser may not know it, and then the institution names it. */
function DepartmentField({ form }: { readonly form: UseFormReturn<ContractValues> }) {
  const t = useMessages(contractMessages);
  const institutionId = form.watch('institutionId');
  const departments = useQuery(departmentsQuery(institutionId === '' ? null : institutionId));
  return (
    <Controller
      control={form.control}
      name="departmentId"
      render={({ field }) => (
        <SelectField
          label={t('department')}
          emptyLabel={t('departmentNone')}
          disabled={institutionId === ''}
          options={(departments.data?.items ?? [])
            .filter((one) => one.validTo === null || one.id === field.value)
            .map(({ id, name }) => ({ value: id, label: name }))}
          {...field}
        />
      )}
    />
  );
}
