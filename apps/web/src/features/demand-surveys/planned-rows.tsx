import { MAX_PLANNED_PURCHASES } from '@ieum/domain';
import type { ClipboardEvent } from 'react';
import { Controller, useFieldArray, useWatch, type UseFormReturn } from 'react-hook-form';
import { Button } from '../../components/button';
import { Icon } from '../../components/icon';
import { MoneyField } from '../../components/money-field';
import { SelectField } from '../../components/select-field';
import { TextField } from '../../components/text-field';
import { useMessages, type Translate } from '../../lib/language';
import { showKrw } from '../../lib/money-format';
import { surveyMessages } from './messages';
import { EMPTY_ROW, isEmptyRow, pastedRows, plannedSum, type SurveyValues } from './survey-values';
import './planned-rows.css';

const MONTHS = Array.from({ length: 12 }, (_, index) => index + 1);

/** Labels of the cells for the summary of errors. */
export function plannedLabels(count: number, t: Translate<(typeof surveyMessages)['ko']>) {
  const labels: Partial<Record<`plannedPurchases.${number}.${'item' | 'amountKrw' | 'month'}`, string>> = {};
  for (let index = 0; index < count; index += 1) {
    labels[`plannedPurchases.${index}.item`] = t('itemOf', { row: index + 1 });
    labels[`plannedPurchases.${index}.amountKrw`] = t('amountOf', { row: index + 1 });
    labels[`plannedPurchases.${index}.month`] = t('monthOf', { row: index + 1 });
  }
  return labels;
}

/** Rows of what is to be bought, with their sum; takes rows copied from a spreadsheet. */
export function PlannedRows({ form }: { readonly form: UseFormReturn<SurveyValues> }) {
  const t = useMessages(surveyMessages);
  const rows = useFieldArray({ control: form.control, name: 'plannedPurchases' });
  const written = useWatch({ control: form.control, name: 'plannedPurchases' });
  const count = written.filter((row) => !isEmptyRow(row)).length;

  const paste = (event: ClipboardEvent, at: number) => {
    const pasted = pastedRows(event.clipboardData.getData('text/plain'));
    if (pasted === null) return;
    event.preventDefault();
    const current = form.getValues('plannedPurchases');
    const after = current.slice(at + 1).filter((row) => !isEmptyRow(row));
    rows.replace([...current.slice(0, at), ...pasted, ...after].slice(0, MAX_PLANNED_PURCHASES));
  };

  return (
    <section className="panel stack" aria-labelledby="planned-title">
      <div>
        <h2 id="planned-title">{t('plannedTitle')}</h2>
        <p className="field__hint">{t('plannedHint')}</p>
      </div>
      <div className="planned-rows__row planned-rows__head" aria-hidden="true">
        <span>{t('item')}</span>
        <span>{t('amount')}</span>
        <span>{t('month')}</span>
      </div>
      <ol className="planned-rows">
        {rows.fields.map((row, index) => {
          const error = form.formState.errors.plannedPurchases?.[index];
          const others = () => form.getValues(`plannedPurchases.${index}`);
          return (
            <li key={row.id} className="planned-rows__row">
              <TextField
                label={t('itemOf', { row: index + 1 })}
                labelHidden
                placeholder={t('item')}
                maxLength={200}
                error={error?.item?.message}
                onPaste={(event) => paste(event, index)}
                {...form.register(`plannedPurchases.${index}.item`, {
                  validate: (item) => item.trim() !== '' || others().amountKrw === null || t('itemRequired'),
                })}
              />
              <Controller
                control={form.control}
                name={`plannedPurchases.${index}.amountKrw`}
                rules={{
                  validate: (amount) =>
                    (amount === null ? others().item.trim() === '' : amount > 0) || t('amountRequired'),
                }}
                render={({ field }) => (
                  <MoneyField
                    label={t('amountOf', { row: index + 1 })}
                    labelHidden
                    error={error?.amountKrw?.message}
                    {...field}
                  />
                )}
              />
              <SelectField
                label={t('monthOf', { row: index + 1 })}
                labelHidden
                emptyLabel={t('monthUnknown')}
                options={MONTHS.map((month) => ({ value: String(month), label: t('monthName', { month }) }))}
                {...form.register(`plannedPurchases.${index}.month`)}
              />
              <button type="button" className="planned-rows__remove" onClick={() => rows.remove(index)}>
                <Icon name="close" size={18} />
                <span className="visually-hidden">{t('removeOf', { row: index + 1 })}</span>
              </button>
            </li>
          );
        })}
      </ol>
      <div className="cluster cluster--spread">
        <Button
          variant="secondary"
          size="small"
          icon="plus"
          disabled={rows.fields.length >= MAX_PLANNED_PURCHASES}
          onClick={() => rows.append(EMPTY_ROW)}
        >
          {t('addRow')}
        </Button>
        <p className="planned-rows__sum" aria-live="polite">
          {t('sum', { count })} <strong>{showKrw(plannedSum(written))}</strong> {t('won')}
        </p>
      </div>
    </section>
  );
}
