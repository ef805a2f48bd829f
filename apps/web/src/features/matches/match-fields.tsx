import { matchDayRefusal, SUPPORT_KINDS } from '@ieum/domain';
import { useQuery } from '@tanstack/react-query';
import { Controller, type UseFormReturn } from 'react-hook-form';
import { CheckList } from '../../components/check-list';
import { DayField } from '../../components/day-field';
import { MoneyField } from '../../components/money-field';
import { SelectField } from '../../components/select-field';
import { TextArea } from '../../components/text-area';
import { TextField } from '../../components/text-field';
import { today } from '../../lib/date-format';
import { departmentsQuery } from '../../lib/institution-queries';
import { useMessages } from '../../lib/language';
import { matchWords } from '../../lib/match-messages';
import type { MatchValues } from './match-values';
import { matchMessages } from './messages';

/** What is known of a match, when it begins and when it is corrected. */
export function MatchFields({ form }: { readonly form: UseFormReturn<MatchValues> }) {
  const t = useMessages(matchMessages);
  const word = useMessages(matchWords);
  const { errors } = form.formState;
  const institutionId = form.watch('institutionId');
  const departments = useQuery(departmentsQuery(institutionId === '' ? null : institutionId));
  const living = (departments.data?.items ?? []).filter((one) => one.validTo === null);
  return (
    <>
      <TextField
        label={t('titleField')}
        hint={t('titleHint')}
        maxLength={200}
        required
        autoComplete="off"
        error={errors.title?.message}
        {...form.register('title', { validate: (value) => value.trim() !== '' || t('titleMissing') })}
      />
      <div className="form-grid">
        {living.length > 0 && (
          <Controller
            control={form.control}
            name="departmentId"
            render={({ field }) => (
              <SelectField
                label={t('department')}
                emptyLabel={t('departmentNone')}
                options={living.map(({ id, name }) => ({ value: id, label: name }))}
                {...field}
              />
            )}
          />
        )}
        <Controller
          control={form.control}
          name="estimatedValueKrw"
          render={({ field }) => (
            <MoneyField label={t('estimatedValue')} error={errors.estimatedValueKrw?.message} {...field} />
          )}
        />
        <Controller
          control={form.control}
          name="identifiedOn"
          rules={{
            validate: (value) =>
              (value !== null && matchDayRefusal(value, today()) === null) || t('identifiedFuture'),
          }}
          render={({ field }) => (
            <DayField
              label={t('identifiedOn')}
              required
              max={today()}
              error={errors.identifiedOn?.message}
              {...field}
            />
          )}
        />
        <TextField
          label={t('classification')}
          hint={t('classificationHint')}
          inputMode="numeric"
          maxLength={10}
          autoComplete="off"
          error={errors.classificationCode?.message}
          {...form.register('classificationCode', {
            validate: (value) => /^(\d{2,10})?$/.test(value.trim()) || t('classificationWrong'),
          })}
        />
      </div>
      <Controller
        control={form.control}
        name="supportKinds"
        render={({ field }) => (
          <CheckList
            label={t('supportKinds')}
            value={field.value}
            onChange={field.onChange}
            options={SUPPORT_KINDS.map((value) => ({ value, label: word(`kind_${value}`) }))}
          />
        )}
      />
      <TextArea
        label={t('note')}
        hint={t('noteHint')}
        rows={4}
        maxLength={2000}
        error={errors.note?.message}
        {...form.register('note')}
      />
    </>
  );
}
