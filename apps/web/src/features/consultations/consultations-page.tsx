import { CALLER_KINDS, CONSULTATION_CHANNELS, isDay, yearOf, type Day } from '@ieum/domain';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { AreaField } from '../../components/area-field';
import { DayField } from '../../components/day-field';
import { FilterForm } from '../../components/filter-form';
import { EmptyState } from '../../components/empty-state';
import { LinkButton } from '../../components/link-button';
import { PageHeader } from '../../components/page-header';
import { PagedTable } from '../../components/paged-table';
import { SelectField } from '../../components/select-field';
import { StatCard } from '../../components/stat-card';
import { today } from '../../lib/date-format';
import { useMessages } from '../../lib/language';
import { useMay } from '../../lib/session';
import { useUrlState } from '../../lib/use-url-state';
import { consultationPagesQuery, consultationSummaryQuery, type ConsultationFilter } from './api';
import { useConsultationColumns } from './consultation-columns';
import { consultationMessages } from './messages';

const STATE = { q: '', callerKind: '', channel: '', areaId: '', from: '', to: '' } as const;
type State = { readonly [Key in keyof typeof STATE]: string };

/** The calls of the own areas, the latest first, with the year's figures above. */
export default function ConsultationsPage() {
  const t = useMessages(consultationMessages);
  const may = useMay();
  const [state, change] = useUrlState(STATE);
  const list = useInfiniteQuery(consultationPagesQuery(filterOf(state)));
  const columns = useConsultationColumns();
  return (
    <div className="stack">
      <PageHeader
        title={t('title')}
        description={t('lead')}
        actions={
          may('support-work:write') && (
            <LinkButton icon="plus" to="/consultations/new">
              {t('create')}
            </LinkButton>
          )
        }
      />
      <Summary year={yearOf(dayOrNull(state.from) ?? today())} />
      <Filters state={state} change={change} />
      <div className="panel">
        <PagedTable
          pages={list}
          name="consultations"
          caption={t('listTitle')}
          columns={columns}
          rowKey={(row) => row.id}
          rowTone={(row) => (row.voidedReason === null ? undefined : 'muted')}
          empty={<EmptyState icon="list" title={t('emptyTitle')} text={t('emptyText')} />}
        />
      </div>
    </div>
  );
}

function dayOrNull(text: string): Day | null {
  return isDay(text) ? text : null;
}

function filterOf(state: State): ConsultationFilter {
  const caller = CALLER_KINDS.find((one) => one === state.callerKind);
  const channel = CONSULTATION_CHANNELS.find((one) => one === state.channel);
  return {
    ...(state.q.trim() === '' ? {} : { q: state.q.trim().slice(0, 100).normalize('NFC') }),
    ...(caller === undefined ? {} : { callerKind: [caller] }),
    ...(channel === undefined ? {} : { channel: [channel] }),
    ...(/^[0-9a-f-]{36}$/i.test(state.areaId) ? { areaId: state.areaId } : {}),
    ...(isDay(state.from) ? { from: state.from } : {}),
    ...(isDay(state.to) ? { to: state.to } : {}),
  };
}

/** What counts in the year of the list; consultations that were taken back are in the list and not in here. */
function Summary({ year }: { readonly year: number }) {
  const t = useMessages(consultationMessages);
  const { data } = useQuery(consultationSummaryQuery(year));
  const figure = (value: number | undefined) => value?.toLocaleString('ko-KR') ?? '–';
  const rows = `/consultations?from=${year}-01-01&to=${year}-12-31`;
  return (
    <div className="cluster">
      <StatCard
        label={t('total', { year: String(year) })}
        value={figure(data?.total)}
        unit={t('times')}
        to={rows}
      />
      {CALLER_KINDS.map((kind) => (
        <StatCard
          key={kind}
          label={t('callerTotal', { year: String(year), caller: t(`caller_${kind}`) })}
          value={figure(data?.callers.find(({ callerKind }) => callerKind === kind)?.count)}
          unit={t('times')}
          to={`${rows}&callerKind=${kind}`}
        />
      ))}
    </div>
  );
}

interface FiltersProps {
  readonly state: State;
  readonly change: (patch: Partial<State>) => void;
}

function Filters({ state, change }: FiltersProps) {
  const t = useMessages(consultationMessages);
  return (
    <FilterForm label={t('filters')} searchLabel={t('search')} q={state.q} onSearch={(q) => change({ q })}>
      <SelectField
        label={t('callerKind')}
        emptyLabel={t('all')}
        value={state.callerKind}
        onChange={(event) => change({ callerKind: event.target.value })}
        options={CALLER_KINDS.map((value) => ({ value, label: t(`caller_${value}`) }))}
      />
      <SelectField
        label={t('channel')}
        emptyLabel={t('all')}
        value={state.channel}
        onChange={(event) => change({ channel: event.target.value })}
        options={CONSULTATION_CHANNELS.map((value) => ({ value, label: t(`channel_${value}`) }))}
      />
      <AreaField
        label={t('area')}
        emptyLabel={t('all')}
        value={state.areaId}
        onChange={(areaId) => change({ areaId })}
      />
      <DayField
        label={t('from')}
        value={dayOrNull(state.from)}
        onChange={(day) => change({ from: day ?? '' })}
      />
      <DayField label={t('to')} value={dayOrNull(state.to)} onChange={(day) => change({ to: day ?? '' })} />
    </FilterForm>
  );
}
