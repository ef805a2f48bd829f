import type { MoneyUnit } from '@ieum/domain';
import { useState } from 'react';
import { Button } from '../../components/button';
import { CheckboxField } from '../../components/checkbox-field';
import { DataTable } from '../../components/data-table';
import { EmptyState } from '../../components/empty-state';
import { LinkButton } from '../../components/link-button';
import { LoadFailed } from '../../components/load-failed';
import { PageHeader } from '../../components/page-header';
import { PrintButton } from '../../components/print-button';
import { SelectField } from '../../components/select-field';
import { PageSkeleton } from '../../components/skeleton';
import { UnitSwitch } from '../../components/unit-switch';
import { useLanguage, useMessages } from '../../lib/language';
import { moneyMessages, moneyUnitFrom, showKrw } from '../../lib/money-format';
import { useMay } from '../../lib/session';
import { useUrlState } from '../../lib/use-url-state';
import { yearFrom, yearsToChoose } from '../../lib/year-choice';
import { useBudgets, type Budget, type BudgetList } from './api';
import { BudgetDialog } from './budget-dialog';
import { budgetMessages } from './messages';
import { ExecutionRate, useBudgetColumns } from './use-budget-columns';

const STATE = { year: '', unit: 'thousand_won', archived: '' } as const;

/** What the programmes of a year may spend, what they spent, and what is left. */
export default function BudgetsPage() {
  const t = useMessages(budgetMessages);
  const manages = useMay()('kpi:manage');
  const [state, change] = useUrlState(STATE);
  const [edited, setEdited] = useState<Budget | 'new' | null>(null);
  const unit = moneyUnitFrom(state.unit) ?? 'thousand_won';
  const includeArchived = state.archived === 'yes';
  const { year, list } = useBudgets(yearFrom(state.year), includeArchived);
  return (
    <div className="stack">
      <PageHeader
        title={t('title')}
        description={t('description')}
        actions={
          <>
            {manages && (
              <Button icon="plus" onClick={() => setEdited('new')}>
                {t('add')}
              </Button>
            )}
            <UnitSwitch unit={unit} onChange={(next) => change({ unit: next })} />
            <LinkButton variant="secondary" size="small" icon="chart" to={`/kpis?year=${year}`}>
              {t('kpis')}
            </LinkButton>
            <PrintButton />
          </>
        }
      />
      <section className="panel form-grid no-print" aria-label={t('filters')}>
        <SelectField
          label={t('year')}
          emptyLabel={null}
          value={String(year)}
          onChange={(event) => change({ year: event.target.value })}
          options={yearsToChoose(list.data?.years ?? [], year).map((one) => ({
            value: String(one),
            label: t('yearName', { year: String(one) }),
          }))}
        />
        <CheckboxField
          label={t('archivedToo')}
          checked={includeArchived}
          onChange={(event) => change({ archived: event.target.checked ? 'yes' : '' })}
        />
      </section>
      {list.isPending && <PageSkeleton label={t('title')} />}
      {list.isError && <LoadFailed error={list.error} onRetry={() => void list.refetch()} />}
      {list.data && <Shown list={list.data} unit={unit} onEdit={manages ? setEdited : null} />}
      {edited !== null && (
        <BudgetDialog
          key={edited === 'new' ? 'new' : edited.id}
          budget={edited === 'new' ? null : edited}
          year={year}
          onClose={() => setEdited(null)}
        />
      )}
    </div>
  );
}

interface ShownProps {
  readonly list: BudgetList;
  readonly unit: MoneyUnit;
  readonly onEdit: ((budget: Budget) => void) | null;
}

function Shown({ list, unit, onEdit }: ShownProps) {
  const t = useMessages(budgetMessages);
  const { language } = useLanguage();
  const columns = useBudgetColumns(unit, onEdit);
  const amount = (value: number) => `${showKrw(value, unit)}${moneyMessages[language][unit]}`;
  const { total } = list;
  if (list.programmes.length === 0)
    return (
      <div className="panel">
        <EmptyState
          icon="scales"
          title={t('empty', { year: String(list.year) })}
          {...(onEdit === null ? { text: t('emptyText') } : {})}
        />
      </div>
    );
  return (
    <>
      <section className="panel" aria-label={t('all')}>
        <h2>{t('all')}</h2>
        <p>
          {t('allText', {
            available: amount(total.availableKrw),
            spent: amount(total.spentKrw),
            balance: amount(total.balanceKrw),
            rate: total.executionRate.display === null ? t('noBudget') : `${total.executionRate.display}%`,
          })}
        </p>
      </section>
      {list.programmes.map((programme) => (
        <div key={programme.name} className="panel">
          <DataTable
            name="budgets"
            caption={programme.name}
            columns={columns}
            rows={programme.rows}
            rowKey={(row) => row.id}
            unit={unit}
            rowTone={(row) => (row.archived ? 'muted' : undefined)}
            totals={{
              label: t('total', { count: programme.rows.filter((row) => !row.archived).length }),
              cells: {
                budget: programme.total.budgetKrw,
                moved: programme.total.movedKrw,
                spent: programme.total.spentKrw,
                balance: programme.total.balanceKrw,
                rate: <ExecutionRate of={programme.total} label={programme.name} />,
              },
            }}
          />
        </div>
      ))}
    </>
  );
}
