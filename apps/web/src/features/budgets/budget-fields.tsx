import { MoneyField } from '../../components/money-field';
import { TextArea } from '../../components/text-area';
import { TextField } from '../../components/text-field';
import { useMessages } from '../../lib/language';
import type { BudgetValues } from './budget-values';
import { budgetMessages } from './messages';

interface BudgetFieldsProps {
  readonly values: BudgetValues;
  readonly onChange: (patch: Partial<BudgetValues>) => void;
  /** the field that the rule does not accept; null = none, or not tried yet */
  readonly faulty: string | null;
}

export function BudgetFields({ values, onChange, faulty }: BudgetFieldsProps) {
  const t = useMessages(budgetMessages);
  const amountError = (field: keyof BudgetValues) => (faulty === field ? t('error_amount') : undefined);
  return (
    <>
      <div className="form-grid">
        <TextField
          label={t('programme')}
          required
          maxLength={100}
          value={values.programme}
          error={faulty === 'programme' ? t('error_required') : undefined}
          onChange={(event) => onChange({ programme: event.target.value })}
        />
        <TextField
          label={t('item')}
          required
          maxLength={200}
          value={values.item}
          error={faulty === 'item' ? t('error_required') : undefined}
          onChange={(event) => onChange({ item: event.target.value })}
        />
      </div>
      <div className="form-grid">
        <MoneyField
          label={t('budget')}
          required
          value={values.budgetKrw}
          error={amountError('budgetKrw')}
          onChange={(budgetKrw) => onChange({ budgetKrw })}
        />
        <MoneyField
          label={t('moved')}
          hint={t('movedHint')}
          value={values.movedKrw}
          error={amountError('movedKrw')}
          onChange={(movedKrw) => onChange({ movedKrw })}
        />
        <MoneyField
          label={t('spent')}
          value={values.spentKrw}
          error={amountError('spentKrw')}
          onChange={(spentKrw) => onChange({ spentKrw })}
        />
      </div>
      <TextArea
        label={t('note')}
        maxLength={500}
        value={values.note}
        onChange={(event) => onChange({ note: event.target.value })}
      />
      <TextField
        label={t('sortOrder')}
        inputMode="numeric"
        maxLength={6}
        value={values.sortOrder}
        onChange={(event) => onChange({ sortOrder: event.target.value })}
      />
    </>
  );
}
