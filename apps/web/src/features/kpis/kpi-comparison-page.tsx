import { useQuery } from '@tanstack/react-query';
import { DataTable } from '../../components/data-table';
import { EmptyState } from '../../components/empty-state';
import { LoadFailed } from '../../components/load-failed';
import { PageHeader } from '../../components/page-header';
import { PrintButton } from '../../components/print-button';
import { SelectField } from '../../components/select-field';
import { UnitSwitch } from '../../components/unit-switch';
import { useMessages } from '../../lib/language';
import { moneyUnitFrom } from '../../lib/money-format';
import { useUrlState } from '../../lib/use-url-state';
import { thisYear, yearFrom, yearsToChoose } from '../../lib/year-choice';
import { kpiComparisonQuery, useKpiBoard } from './api';
import { comparisonMessages } from './comparison-messages';
import { kpiMessages } from './messages';
import { useComparisonColumns } from './use-comparison-columns';
import { useKpiFigure } from './use-kpi-figure';

const STATE = { years: '', unit: 'hundred_million_won' } as const;
/** As many as the server compares at once. */
const MOST_YEARS = 5;

/** The same items in two years or more. */
export default function KpiComparisonPage() {
  const t = useMessages(comparisonMessages);
  const board = useMessages(kpiMessages);
  const [state, change] = useUrlState(STATE);
  const unit = moneyUnitFrom(state.unit) ?? 'hundred_million_won';
  const { year: latest, board: latestBoard } = useKpiBoard(null, false);
  const years = yearsBetween(state.years, latest);
  const [first, last] = [years[0] ?? latest - 1, years.at(-1) ?? latest];
  const list = useQuery(kpiComparisonQuery(years));
  const columns = useComparisonColumns(years, useKpiFigure(unit));
  const choices = yearsToChoose([...(latestBoard.data?.years ?? []), first, last - 1], last);
  const options = choices.map((one) => ({
    value: String(one),
    label: t('yearName', { year: String(one) }),
  }));
  return (
    <div className="stack">
      <PageHeader
        title={t('title')}
        crumbs={[{ label: board('title'), to: '/kpis' }]}
        description={t('description')}
        actions={
          <>
            <UnitSwitch unit={unit} onChange={(next) => change({ unit: next })} />
            <PrintButton />
          </>
        }
      />
      <section className="panel form-grid no-print" aria-label={t('filters')}>
        <SelectField
          label={t('firstYear')}
          emptyLabel={null}
          value={String(first)}
          options={options}
          onChange={(event) => change({ years: `${event.target.value},${last}` })}
        />
        <SelectField
          label={t('lastYear')}
          emptyLabel={null}
          value={String(last)}
          options={options}
          onChange={(event) => change({ years: `${first},${event.target.value}` })}
        />
      </section>
      {list.isError ? (
        <LoadFailed error={list.error} onRetry={() => void list.refetch()} />
      ) : (
        <div className="panel">
          <DataTable
            name={`kpi-comparison-${years.join('-')}`}
            caption={t('table')}
            columns={columns}
            rows={list.data?.items ?? []}
            rowKey={(row) => row.itemKey}
            loading={list.isPending && list.fetchStatus !== 'idle'}
            empty={<EmptyState icon="chart" title={t('empty')} text={t('emptyText')} />}
          />
        </div>
      )}
    </div>
  );
}

/** The years from the first to the last of an address; without one the latest and the year before it. */
function yearsBetween(text: string, latest: number): readonly number[] {
  const named = text.split(',').flatMap((part) => yearFrom(part) ?? []);
  const last = named.length === 0 ? latest : Math.max(...named);
  const first = named.length === 0 ? latest - 1 : Math.min(...named);
  const from = Math.max(first, last - MOST_YEARS + 1);
  return Array.from({ length: Math.min(last, thisYear() + 50) - from + 1 }, (_, index) => from + index);
}
