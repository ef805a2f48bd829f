import { quarterOf } from '@ieum/domain';
import { useQuery } from '@tanstack/react-query';
import { EmptyState } from '../../components/empty-state';
import { LoadFailed } from '../../components/load-failed';
import { PageHeader } from '../../components/page-header';
import { SelectField } from '../../components/select-field';
import { PageSkeleton } from '../../components/skeleton';
import { Tabs } from '../../components/tabs';
import { today } from '../../lib/date-format';
import { institutionsQuery } from '../../lib/institution-queries';
import { useMessages } from '../../lib/language';
import { moneyUnitFrom } from '../../lib/money-format';
import { useUser } from '../../lib/session';
import { useUrlState } from '../../lib/use-url-state';
import { useYears } from '../../lib/years';
import { periodsQuery } from './api';
import { periodMessages } from './messages';
import { QuarterPanel } from './quarter-panel';

const STATE = { institutionId: '', fiscalYear: '', quarter: '', unit: 'won' } as const;

export default function PurchasePeriodsPage() {
  const t = useMessages(periodMessages);
  const user = useUser();
  const [state, change] = useUrlState(STATE);
  const { years, current, loading } = useYears();
  const institutions = useQuery({ ...institutionsQuery, enabled: user.institutionId === null });
  const institutionId = user.institutionId ?? (state.institutionId === '' ? null : state.institutionId);
  const year = /^\d{4}$/.test(state.fiscalYear) ? Number(state.fiscalYear) : current;
  const { data, error, isPending, refetch } = useQuery({
    ...periodsQuery(institutionId, year),
    enabled: institutionId !== null && !loading,
  });
  const unit = moneyUnitFrom(state.unit) ?? 'won';
  const periods = data?.items ?? [];
  const chosen =
    periods.find((one) => String(one.quarter) === state.quarter)?.quarter ??
    // Without a choice: the quarter that is being handed in now, the first one that is not closed.
    periods.find((one) => one.state === 'open')?.quarter ??
    quarterOf(today());

  return (
    <div className="stack">
      <PageHeader title={t('title')} description={t('lead')} />
      <div className="form-grid no-print">
        {user.institutionId === null && (
          <SelectField
            label={t('institution')}
            value={state.institutionId}
            onChange={(event) => change({ institutionId: event.target.value })}
            options={(institutions.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }))}
          />
        )}
        <SelectField
          label={t('fiscalYear')}
          emptyLabel={null}
          value={String(year)}
          onChange={(event) => change({ fiscalYear: event.target.value, quarter: '' })}
          options={(years.includes(year) ? years : [year, ...years]).map((one) => ({
            value: String(one),
            label: t('yearName', { year: String(one) }),
          }))}
        />
      </div>
      {institutionId === null && <EmptyState title={t('chooseInstitution')} icon="building" />}
      {institutionId !== null && isPending && <PageSkeleton label={t('loading')} />}
      {error && <LoadFailed error={error} onRetry={() => void refetch()} />}
      {data && periods.length === 0 && (
        <EmptyState title={t('noPeriods')} text={t('noPeriodsText')} icon="period" />
      )}
      {periods.length > 0 && (
        <Tabs
          label={t('quarters')}
          selected={String(chosen)}
          onSelect={(quarter) => change({ quarter })}
          items={periods.map((period) => ({
            id: String(period.quarter),
            label: t('quarterTab', {
              quarter: period.quarter,
              state: t(period.state === 'closed' ? 'quarterClosed' : 'quarterOpen'),
            }),
            content: <QuarterPanel period={period} unit={unit} onUnit={(next) => change({ unit: next })} />,
          }))}
        />
      )}
    </div>
  );
}
