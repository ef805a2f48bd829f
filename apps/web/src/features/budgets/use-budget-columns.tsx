import type { MoneyUnit } from '@ieum/domain';
import { Button } from '../../components/button';
import { FormulaTip } from '../../components/formula-tip';
import { StateBadge } from '../../components/state-badge';
import type { TableColumn } from '../../components/table-column';
import { useLanguage, useMessages } from '../../lib/language';
import { showKrw } from '../../lib/money-format';
import { rateFormula } from '../../lib/rate-format';
import type { Budget } from './api';
import { budgetMessages } from './messages';

/** @param onEdit null for those who only read */
export function useBudgetColumns(
  unit: MoneyUnit,
  onEdit: ((budget: Budget) => void) | null,
): readonly TableColumn<Budget>[] {
  const t = useMessages(budgetMessages);
  const action: TableColumn<Budget> | null = onEdit && {
    key: 'actions',
    label: t('actions'),
    kind: 'action',
    width: 8,
    cell: (row) => (
      <Button variant="secondary" size="small" onClick={() => onEdit(row)}>
        {t('edit')}
        <span className="visually-hidden"> {row.item}</span>
      </Button>
    ),
  };
  return [
    {
      key: 'item',
      label: t('item'),
      width: 18,
      value: (row) => row.item,
      cell: (row) => (
        <div>
          {row.item}
          {row.archived && <StateBadge tone="neutral" label={t('archived')} />}
        </div>
      ),
    },
    { key: 'budget', label: t('budget'), kind: 'money', width: 12, value: (row) => row.budgetKrw },
    { key: 'moved', label: t('moved'), kind: 'money', width: 12, value: (row) => row.movedKrw },
    { key: 'spent', label: t('spent'), kind: 'money', width: 12, value: (row) => row.spentKrw },
    {
      key: 'balance',
      label: t('balance'),
      kind: 'money',
      width: 13,
      value: (row) => row.balanceKrw,
      cell: (row) => (
        <>
          {showKrw(row.balanceKrw, unit)}
          {row.balanceKrw < 0 && (
            <div>
              <StateBadge tone="warning" label={t('overspent')} />
            </div>
          )}
        </>
      ),
    },
    {
      key: 'rate',
      label: t('rate'),
      kind: 'number',
      width: 11,
      value: (row) => row.executionRate.percent,
      cell: (row) => <ExecutionRate of={row} label={row.item} />,
    },
    { key: 'note', label: t('note'), width: 16, value: (row) => row.note },
    ...(action === null ? [] : [action]),
  ];
}

interface ExecutionRateProps {
  readonly of: Pick<Budget, 'executionRate'>;
  readonly label: string;
}

/** With its formula; without anything to spend it says so. */
export function ExecutionRate({ of: { executionRate: rate }, label }: ExecutionRateProps) {
  const t = useMessages(budgetMessages);
  const { language } = useLanguage();
  const formula = rateFormula(rate, language);
  if (rate.display === null || formula === null) return t('noBudget');
  return (
    <>
      {rate.display}%
      <FormulaTip label={`${label} ${t('rate')}`} formula={formula} />
    </>
  );
}
