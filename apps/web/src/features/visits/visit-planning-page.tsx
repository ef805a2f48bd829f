import { INSTITUTION_KINDS } from '@ieum/domain';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { FilterForm } from '../../components/filter-form';
import { EmptyState } from '../../components/empty-state';
import { PageHeader } from '../../components/page-header';
import { PagedTable } from '../../components/paged-table';
import { SelectField } from '../../components/select-field';
import type { TableColumn } from '../../components/table-column';
import { areasQuery } from '../../lib/area-queries';
import { showDay } from '../../lib/date-format';
import { useLanguage, useMessages } from '../../lib/language';
import { organisationWords } from '../../lib/organisation-messages';
import { purchaseWords } from '../../lib/purchase-messages';
import { useMay } from '../../lib/session';
import { useUrlState } from '../../lib/use-url-state';
import { planningPagesQuery, type PlanningFilter, type PlanningRow } from './api';
import { visitMessages } from './messages';

const SORTS = ['last_visit', 'open_needs', 'under_target'] as const;
const STATE = { q: '', areaId: '', kind: '', sort: 'last_visit' } as const;
type State = { readonly [Key in keyof typeof STATE]: string };

/** Whom to visit next: sorted by the server, since the list is longer than a page. */
export default function VisitPlanningPage() {
  const t = useMessages(visitMessages);
  const words = useMessages(organisationWords);
  const [state, change] = useUrlState(STATE);
  const areas = useQuery(areasQuery).data?.items ?? [];
  const list = useInfiniteQuery(planningPagesQuery(filterOf(state)));
  const columns = usePlanningColumns();
  return (
    <div className="stack">
      <PageHeader
        title={t('planningTitle')}
        description={t('planningLead')}
        crumbs={[{ label: t('title'), to: '/visits' }]}
      />
      <FilterForm
        label={t('filters')}
        searchLabel={t('planningSearch')}
        q={state.q}
        onSearch={(q) => change({ q })}
      >
        <SelectField
          label={t('sort')}
          emptyLabel={null}
          value={SORTS.find((one) => one === state.sort) ?? 'last_visit'}
          onChange={(event) => change({ sort: event.target.value })}
          options={SORTS.map((value) => ({ value, label: t(`sort_${value}`) }))}
        />
        <SelectField
          label={t('area')}
          emptyLabel={t('allAreas')}
          value={state.areaId}
          onChange={(event) => change({ areaId: event.target.value })}
          options={areas.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <SelectField
          label={t('institutionKind')}
          emptyLabel={t('allInstitutionKinds')}
          value={state.kind}
          onChange={(event) => change({ kind: event.target.value })}
          options={INSTITUTION_KINDS.map((value) => ({ value, label: words(`kind_${value}`) }))}
        />
      </FilterForm>
      <div className="panel">
        <PagedTable
          pages={list}
          name="visit-planning"
          caption={t('planningList')}
          columns={columns}
          rowKey={(row) => row.institutionId}
          empty={<EmptyState icon="building" title={t('planningEmpty')} />}
        />
      </div>
    </div>
  );
}

function filterOf(state: State): PlanningFilter {
  const kind = INSTITUTION_KINDS.find((one) => one === state.kind);
  return {
    sort: SORTS.find((one) => one === state.sort) ?? 'last_visit',
    ...(kind === undefined ? {} : { kind }),
    ...(/^[0-9a-f-]{36}$/i.test(state.areaId) ? { areaId: state.areaId } : {}),
    ...(state.q.trim() === '' ? {} : { q: state.q.trim().slice(0, 100).normalize('NFC') }),
  };
}

function usePlanningColumns(): readonly TableColumn<PlanningRow>[] {
  const t = useMessages(visitMessages);
  const kinds = useMessages(purchaseWords);
  const words = useMessages(organisationWords);
  const may = useMay();
  const { language } = useLanguage();
  return [
    { key: 'name', label: t('institution'), width: 18, value: (row) => row.institutionName },
    { key: 'kind', label: t('institutionKind'), width: 11, value: (row) => words(`kind_${row.kind}`) },
    { key: 'area', label: t('area'), width: 11, value: (row) => row.areaName },
    {
      key: 'lastVisitedOn',
      label: t('lastVisitedOn'),
      kind: 'day',
      value: (row) => row.lastVisitedOn,
      cell: (row) => (row.lastVisitedOn === null ? t('neverVisited') : showDay(row.lastVisitedOn, language)),
    },
    {
      key: 'plannedOn',
      label: t('plannedOn'),
      kind: 'day',
      value: (row) => row.plannedOn,
      cell: (row) => showDay(row.plannedOn, language),
    },
    {
      key: 'openNeeds',
      label: t('openNeeds'),
      kind: 'number',
      value: (row) => row.openNeeds,
      cell: (row) =>
        row.openNeeds === 0 ? (
          0
        ) : (
          <Link to={`/needs?institutionId=${row.institutionId}`}>{row.openNeeds}</Link>
        ),
    },
    {
      key: 'underTarget',
      label: t('underTarget'),
      kind: 'number',
      value: (row) => row.departmentsUnderTarget,
    },
    {
      key: 'offeredKinds',
      label: t('offeredKinds'),
      width: 16,
      value: (row) => row.offeredKinds.map((kind) => kinds(`kind_${kind}`)).join(', '),
    },
    ...(may('support-work:write')
      ? [
          {
            key: 'plan',
            label: t('plan'),
            kind: 'action' as const,
            cell: (row: PlanningRow) => (
              <Link to={`/visits/new?institutionId=${row.institutionId}`}>{t('planVisit')}</Link>
            ),
          },
        ]
      : []),
  ];
}
