import { yearOf } from '@ieum/domain';
import { useQuery } from '@tanstack/react-query';
import { DataTable } from '../../components/data-table';
import { EmptyState } from '../../components/empty-state';
import { LoadFailed } from '../../components/load-failed';
import { PageHeader } from '../../components/page-header';
import { PrintButton } from '../../components/print-button';
import { SelectField } from '../../components/select-field';
import { UnitSwitch } from '../../components/unit-switch';
import { today } from '../../lib/date-format';
import { useMessages } from '../../lib/language';
import { moneyUnitFrom } from '../../lib/money-format';
import { useUrlState } from '../../lib/use-url-state';
import { conversionQuery } from './api';
import { useConversionColumns } from './conversion-columns';
import { chainMessages } from './messages';

const GROUPS = ['adviser', 'team', 'year'] as const;
const STATE = { groupBy: 'adviser', year: '', unit: 'won' } as const;
/** The centre's reports begin with 2016. */
const FIRST_YEAR = 2016;

/** What came of visits and calls; each figure opens the rows that it counts. */
export default function ConversionPage() {
  const t = useMessages(chainMessages);
  const [state, change] = useUrlState(STATE);
  const thisYear = yearOf(today());
  const years = Array.from({ length: thisYear - FIRST_YEAR + 1 }, (_, index) => String(thisYear - index));
  const year = years.includes(state.year) ? Number(state.year) : thisYear;
  const groupBy = GROUPS.find((one) => one === state.groupBy) ?? 'adviser';
  const unit = moneyUnitFrom(state.unit) ?? 'won';
  const { data, error, isPending, refetch } = useQuery(conversionQuery(groupBy, year));
  const columns = useConversionColumns(groupBy, year);
  return (
    <div className="stack">
      <PageHeader title={t('conversionTitle')} description={t('conversionLead')} />
      <div className="panel form-grid no-print">
        <SelectField
          label={t('groupBy')}
          emptyLabel={null}
          value={groupBy}
          onChange={(event) => change({ groupBy: event.target.value })}
          options={GROUPS.map((value) => ({ value, label: t(`group_${value}`) }))}
        />
        {groupBy !== 'year' && (
          <SelectField
            label={t('year')}
            emptyLabel={null}
            value={String(year)}
            onChange={(event) => change({ year: event.target.value })}
            options={years.map((value) => ({ value, label: t('yearName', { year: value }) }))}
          />
        )}
      </div>
      {error ? (
        <LoadFailed error={error} onRetry={() => void refetch()} />
      ) : (
        <DataTable
          name="conversion"
          caption={t('conversionCaption')}
          columns={columns}
          rows={data?.items ?? []}
          rowKey={(row) => String(row.year ?? row.adviserId ?? row.teamId)}
          loading={isPending}
          unit={unit}
          totals={
            data && {
              label: t('total'),
              cells: {
                visits: data.total.visitCount,
                consultations: data.total.consultationCount,
                needs: data.total.needCount,
                matches: data.total.matchCount,
                wonMatches: data.total.wonMatchCount,
                contracts: data.total.contractCount,
                contractKrw: data.total.contractKrw,
                purchases: data.total.purchaseCount,
                purchaseKrw: data.total.purchaseKrw,
              },
            }
          }
          empty={<EmptyState icon="chart" title={t('emptyTitle')} text={t('emptyText')} />}
          tools={
            <>
              <UnitSwitch unit={unit} onChange={(next) => change({ unit: next })} />
              <PrintButton />
            </>
          }
        />
      )}
      <p className="field__hint">{t('conversionNote')}</p>
    </div>
  );
}
