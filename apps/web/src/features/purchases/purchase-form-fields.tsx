import { CHANNELS, PROCUREMENT_METHODS, PURCHASE_KINDS, PURCHASE_TEXT_LIMITS } from '@ieum/domain';
import { useQuery } from '@tanstack/react-query';
import { Controller, useWatch, type UseFormReturn } from 'react-hook-form';
import { Button } from '../../components/button';
import { DayField } from '../../components/day-field';
import { MoneyField } from '../../components/money-field';
import { SelectField } from '../../components/select-field';
import { TextArea } from '../../components/text-area';
import { TextField } from '../../components/text-field';
import { departmentsQuery } from '../../lib/institution-queries';
import { useMessages } from '../../lib/language';
import { purchaseWords } from '../../lib/purchase-messages';
import { useUser } from '../../lib/session';
import { useYears } from '../../lib/years';
import { entryMessages } from './entry-messages';
import { EvidenceField } from './evidence-field';
import { supplyValueHelp, type PurchaseFormValues } from './purchase-form-values';
import { SupplierField } from './supplier-field';
import './purchase-form-fields.css';

interface PurchaseFormFieldsProps {
  readonly form: UseFormReturn<PurchaseFormValues>;
  /** an entered purchase keeps its department and year */
  readonly placeIsFixed: boolean;
}

/** The fields in the order in which a receipt is read: who, what, how much, when; the rest after that. */
export function PurchaseFormFields({ form, placeIsFixed }: PurchaseFormFieldsProps) {
  const t = useMessages(entryMessages);
  const word = useMessages(purchaseWords);
  const { errors } = form.formState;
  const departmentId = useWatch({ control: form.control, name: 'departmentId' });
  return (
    <>
      <fieldset className="purchase-form__part">
        <legend>{t('sectionWhat')}</legend>
        <div className="form-grid">
          {!placeIsFixed && <DepartmentField form={form} />}
          <SupplierField form={form} />
          <div className="purchase-form__wide">
            <TextField
              label={t('item')}
              hint={t('itemHint')}
              required
              autoComplete="off"
              maxLength={PURCHASE_TEXT_LIMITS.item}
              error={errors.item?.message}
              {...form.register('item')}
            />
          </div>
        </div>
      </fieldset>
      <fieldset className="purchase-form__part">
        <legend>{t('sectionMoney')}</legend>
        <MoneyAndDays form={form} placeIsFixed={placeIsFixed} />
      </fieldset>
      <fieldset className="purchase-form__part">
        <legend>{t('sectionHow')}</legend>
        <div className="form-grid">
          <SelectField
            label={t('kind')}
            required
            error={errors.kind?.message}
            options={PURCHASE_KINDS.map((one) => ({ value: one, label: word(`kind_${one}`) }))}
            {...form.register('kind')}
          />
          <SelectField
            label={t('channel')}
            required
            error={errors.channel?.message}
            options={CHANNELS.map((one) => ({ value: one, label: word(`channel_${one}`) }))}
            {...form.register('channel')}
          />
          <SelectField
            label={t('method')}
            emptyLabel={t('methodNone')}
            error={errors.method?.message}
            options={PROCUREMENT_METHODS.map((one) => ({ value: one, label: word(`method_${one}`) }))}
            {...form.register('method')}
          />
          <TextField
            label={t('contractNumber')}
            autoComplete="off"
            maxLength={PURCHASE_TEXT_LIMITS.contractNumber}
            error={errors.contractNumber?.message}
            {...form.register('contractNumber')}
          />
        </div>
      </fieldset>
      <fieldset className="purchase-form__part">
        <legend>{t('sectionProof')}</legend>
        <div className="form-grid">
          <TextField
            label={t('budgetObjectCode')}
            hint={t('budgetHint')}
            autoComplete="off"
            maxLength={20}
            {...form.register('budgetObjectCode')}
          />
          <TextArea label={t('note')} maxLength={1000} {...form.register('note')} />
        </div>
        <Controller
          control={form.control}
          name="files"
          render={({ field }) => (
            <EvidenceField
              value={field.value}
              departmentId={departmentId === '' ? null : departmentId}
              onChange={(change) => field.onChange(change(form.getValues('files')))}
            />
          )}
        />
      </fieldset>
    </>
  );
}

function MoneyAndDays({ form, placeIsFixed }: PurchaseFormFieldsProps) {
  const t = useMessages(entryMessages);
  const { years } = useYears();
  const amountKrw = useWatch({ control: form.control, name: 'amountKrw' });
  return (
    <div className="form-grid">
      <Controller
        control={form.control}
        name="amountKrw"
        render={({ field, fieldState }) => (
          <MoneyField {...field} label={t('amount')} required error={fieldState.error?.message} />
        )}
      />
      <div className="stack stack--tight">
        <Controller
          control={form.control}
          name="supplyValueKrw"
          render={({ field, fieldState }) => (
            <MoneyField
              {...field}
              label={t('supplyValue')}
              hint={t('supplyValueHint')}
              error={fieldState.error?.message}
            />
          )}
        />
        <Button
          variant="secondary"
          size="small"
          disabled={amountKrw === null}
          onClick={() =>
            amountKrw !== null &&
            form.setValue('supplyValueKrw', supplyValueHelp(amountKrw), { shouldDirty: true })
          }
        >
          {t('splitVat')}
        </Button>
      </div>
      <Controller
        control={form.control}
        name="contractDate"
        render={({ field, fieldState }) => (
          <DayField {...field} label={t('contractDate')} error={fieldState.error?.message} />
        )}
      />
      <Controller
        control={form.control}
        name="paymentDate"
        render={({ field, fieldState }) => (
          <DayField {...field} label={t('paymentDate')} error={fieldState.error?.message} />
        )}
      />
      {!placeIsFixed && (
        <SelectField
          label={t('fiscalYear')}
          emptyLabel={t('yearFollows')}
          options={years.map((year) => ({
            value: String(year),
            label: t('yearName', { year: String(year) }),
          }))}
          {...form.register('fiscalYear')}
        />
      )}
    </div>
  );
}

/** Only for who enters for several departments; a clerk's purchases are those of the own one. */
function DepartmentField({ form }: { readonly form: UseFormReturn<PurchaseFormValues> }) {
  const t = useMessages(entryMessages);
  const user = useUser();
  const { data } = useQuery({
    ...departmentsQuery(user.institutionId),
    enabled: user.institutionId !== null && user.departmentId === null,
  });
  if (user.departmentId !== null) return null;
  return (
    <SelectField
      label={t('department')}
      required
      error={form.formState.errors.departmentId?.message}
      options={(data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }))}
      {...form.register('departmentId')}
    />
  );
}
