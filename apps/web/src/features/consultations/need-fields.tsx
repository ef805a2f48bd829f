import { MAX_NEEDS_FOUND } from '@ieum/domain';
import { Controller, type UseFormReturn } from 'react-hook-form';
import { Button } from '../../components/button';
import { MoneyField } from '../../components/money-field';
import { TextField } from '../../components/text-field';
import { useMessages } from '../../lib/language';
import { NO_NEED, type ConsultationValues } from './consultation-values';
import { consultationMessages } from './messages';

/** What the caller wants to buy: a line each, as many as one call may leave. */
export function NeedFields({ form }: { readonly form: UseFormReturn<ConsultationValues> }) {
  const t = useMessages(consultationMessages);
  const needs = form.watch('needs');
  const put = (next: ConsultationValues['needs']) => form.setValue('needs', next);
  return (
    <fieldset className="field stack stack--tight">
      <legend className="field__label">{t('needs')}</legend>
      <p className="field__hint">{t('needsHint')}</p>
      {needs.map((_, index) => {
        const number = String(index + 1);
        return (
          <div key={index} className="form-grid">
            <TextField
              label={t('needTitle', { number })}
              maxLength={200}
              autoComplete="off"
              {...form.register(`needs.${index}.title`)}
            />
            <Controller
              control={form.control}
              name={`needs.${index}.amountKrw`}
              render={({ field }) => <MoneyField label={t('needAmount', { number })} {...field} />}
            />
            <div>
              <Button
                variant="text"
                size="small"
                onClick={() => put(needs.filter((_need, place) => place !== index))}
              >
                {t('needRemove', { number })}
              </Button>
            </div>
          </div>
        );
      })}
      {needs.length < MAX_NEEDS_FOUND && (
        <div>
          <Button variant="secondary" size="small" icon="plus" onClick={() => put([...needs, NO_NEED])}>
            {t('needAdd')}
          </Button>
        </div>
      )}
    </fieldset>
  );
}
