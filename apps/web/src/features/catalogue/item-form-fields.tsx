import { PURCHASE_KINDS } from '@ieum/domain';
import { Controller, type UseFormReturn } from 'react-hook-form';
import { CheckboxField } from '../../components/checkbox-field';
import { MoneyField } from '../../components/money-field';
import { SelectField } from '../../components/select-field';
import { TextArea } from '../../components/text-area';
import { TextField } from '../../components/text-field';
import { useMessages } from '../../lib/language';
import { purchaseWords } from '../../lib/purchase-messages';
import { CategoryField } from './category-field';
import type { ItemFormValues } from './item-form-values';
import { catalogueMessages } from './messages';
import { RegionChoice } from './region-choice';

interface ItemFormFieldsProps {
  readonly form: UseFormReturn<ItemFormValues>;
  readonly disabled?: boolean;
}

/** What an officer asks: what is it, what does it cost, when and where does it come. */
export function ItemFormFields({ form, disabled = false }: ItemFormFieldsProps) {
  const t = useMessages(catalogueMessages);
  const word = useMessages(purchaseWords);
  const { control, register } = form;
  const { errors } = form.formState;
  return (
    <>
      <TextField
        label={t('name')}
        hint={t('nameHint')}
        error={errors.name?.message}
        required
        maxLength={100}
        disabled={disabled}
        {...register('name')}
      />
      <Controller
        control={control}
        name="category"
        render={({ field, fieldState }) => (
          <CategoryField
            value={field.value}
            onChange={field.onChange}
            onBlur={field.onBlur}
            error={fieldState.error?.message}
            disabled={disabled}
          />
        )}
      />
      <TextArea
        label={t('descriptionField')}
        hint={t('descriptionHint')}
        error={errors.description?.message}
        rows={5}
        maxLength={4000}
        disabled={disabled}
        {...register('description')}
      />
      <div className="form-grid">
        <Controller
          control={control}
          name="priceKrw"
          render={({ field, fieldState }) => (
            <MoneyField
              label={t('price')}
              hint={t('priceHint')}
              error={fieldState.error?.message}
              disabled={disabled}
              {...field}
            />
          )}
        />
        <TextField
          label={t('unit')}
          hint={t('unitHint')}
          error={errors.unit?.message}
          maxLength={20}
          disabled={disabled}
          {...register('unit')}
        />
        <SelectField
          label={t('kind')}
          emptyLabel={null}
          disabled={disabled}
          options={PURCHASE_KINDS.map((value) => ({ value, label: word(`kind_${value}`) }))}
          {...register('kind')}
        />
      </div>
      <CheckboxField label={t('priceIncludesVat')} disabled={disabled} {...register('priceIncludesVat')} />
      <div className="form-grid">
        <TextField
          label={t('leadTime')}
          hint={t('leadTimeHint')}
          error={errors.leadTimeDays?.message}
          inputMode="numeric"
          maxLength={10}
          disabled={disabled}
          {...register('leadTimeDays')}
        />
        <TextField
          label={t('minimumOrder')}
          error={errors.minimumOrder?.message}
          inputMode="numeric"
          maxLength={15}
          disabled={disabled}
          {...register('minimumOrder')}
        />
      </div>
      <Controller
        control={control}
        name="regions"
        render={({ field }) => (
          <RegionChoice value={field.value} onChange={field.onChange} disabled={disabled} />
        )}
      />
      <CheckboxField label={t('directProduction')} disabled={disabled} {...register('directProduction')} />
    </>
  );
}
