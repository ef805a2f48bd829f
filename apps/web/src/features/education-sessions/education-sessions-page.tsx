import { EDUCATION_SESSION_STATES, yearOf } from '@ieum/domain';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { AreaField } from '../../components/area-field';
import { FilterForm } from '../../components/filter-form';
import { EmptyState } from '../../components/empty-state';
import { LinkButton } from '../../components/link-button';
import { PageHeader } from '../../components/page-header';
import { PagedTable } from '../../components/paged-table';
import { SelectField } from '../../components/select-field';
import { StatCard } from '../../components/stat-card';
import type { TableColumn } from '../../components/table-column';
import { showDay, today } from '../../lib/date-format';
import { useLanguage, useMessages } from '../../lib/language';
import { useMay } from '../../lib/session';
import { useUrlState } from '../../lib/use-url-state';
import { yearsUntil } from '../../lib/years';
import { sessionPagesQuery, sessionSummaryQuery, type EducationSession } from './api';
import { sessionMessages } from './messages';
import { SessionStateBadge } from './session-state-badge';

const STATE = { year: '', state: '', areaId: '', q: '' } as const;
type State = { readonly [Key in keyof typeof STATE]: string };

/** The sessions of a year, with how many people came. */
export default function EducationSessionsPage() {
  const t = useMessages(sessionMessages);
  const may = useMay();
  const [state, change] = useUrlState(STATE);
  const years = yearsUntil(yearOf(today()));
  const year = years.find((one) => String(one) === state.year) ?? yearOf(today());
  const asked = EDUCATION_SESSION_STATES.find((one) => one === state.state);
  const list = useInfiniteQuery(
    sessionPagesQuery({
      year,
      ...(asked === undefined ? {} : { state: [asked] }),
      ...(/^[0-9a-f-]{36}$/i.test(state.areaId) ? { areaId: state.areaId } : {}),
      ...(state.q.trim() === '' ? {} : { q: state.q.trim().slice(0, 100).normalize('NFC') }),
    }),
  );
  const summary = useQuery(sessionSummaryQuery(year));
  const columns = useSessionColumns();
  const figure = (value: number | undefined) => value?.toLocaleString('ko-KR') ?? '–';
  return (
    <div className="stack">
      <PageHeader
        title={t('title')}
        description={t('lead')}
        actions={
          may('support-work:write') && (
            <LinkButton icon="plus" to="/education-sessions/new">
              {t('create')}
            </LinkButton>
          )
        }
      />
      <div className="cluster">
        <StatCard
          label={t('held', { year: String(year) })}
          value={figure(summary.data?.sessions)}
          unit={t('times')}
        />
        <StatCard
          label={t('attendeesOf', { year: String(year) })}
          value={figure(summary.data?.attendees)}
          unit={t('persons')}
        />
      </div>
      <Filters state={state} change={change} years={years} year={year} />
      <div className="panel">
        <PagedTable
          pages={list}
          name="education-sessions"
          caption={t('listTitle')}
          columns={columns}
          rowKey={(row) => row.id}
          rowTone={(row) => (row.state === 'cancelled' ? 'muted' : undefined)}
          empty={<EmptyState icon="list" title={t('emptyTitle')} text={t('emptyText')} />}
        />
      </div>
    </div>
  );
}

interface FiltersProps {
  readonly state: State;
  readonly change: (patch: Partial<State>) => void;
  readonly years: readonly number[];
  readonly year: number;
}

function Filters({ state, change, years, year }: FiltersProps) {
  const t = useMessages(sessionMessages);
  return (
    <FilterForm label={t('filters')} searchLabel={t('search')} q={state.q} onSearch={(q) => change({ q })}>
      <SelectField
        label={t('year')}
        emptyLabel={null}
        value={String(year)}
        onChange={(event) => change({ year: event.target.value })}
        options={years.map((one) => ({ value: String(one), label: t('yearOf', { year: String(one) }) }))}
      />
      <SelectField
        label={t('state')}
        emptyLabel={t('allStates')}
        value={state.state}
        onChange={(event) => change({ state: event.target.value })}
        options={EDUCATION_SESSION_STATES.map((value) => ({ value, label: t(`state_${value}`) }))}
      />
      <AreaField
        label={t('area')}
        emptyLabel={t('allAreas')}
        value={state.areaId}
        onChange={(areaId) => change({ areaId })}
      />
    </FilterForm>
  );
}

function useSessionColumns(): readonly TableColumn<EducationSession>[] {
  const t = useMessages(sessionMessages);
  const { language } = useLanguage();
  return [
    {
      key: 'audience',
      label: t('audience'),
      width: 16,
      value: (row) => row.audience,
      cell: (row) => <Link to={`/education-sessions/${row.id}`}>{row.audience}</Link>,
    },
    {
      key: 'heldOn',
      label: t('heldOn'),
      kind: 'day',
      value: (row) => row.heldOn,
      cell: (row) => showDay(row.heldOn, language),
    },
    { key: 'content', label: t('content'), width: 20, value: (row) => row.content },
    { key: 'attendees', label: t('attendees'), kind: 'number', value: (row) => row.attendees },
    {
      key: 'state',
      label: t('state'),
      kind: 'state',
      value: (row) => t(`state_${row.state}`),
      cell: (row) => <SessionStateBadge state={row.state} />,
    },
    { key: 'area', label: t('area'), width: 9, value: (row) => row.areaName },
    { key: 'adviser', label: t('adviser'), width: 10, value: (row) => row.adviserName },
  ];
}
