import { SUPPLIER_SURVEY_STATES, yearOf } from '@ieum/domain';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { AreaField } from '../../components/area-field';
import { Button } from '../../components/button';
import { FilterForm } from '../../components/filter-form';
import { EmptyState } from '../../components/empty-state';
import { PageHeader } from '../../components/page-header';
import { PagedTable } from '../../components/paged-table';
import { SelectField } from '../../components/select-field';
import { today } from '../../lib/date-format';
import { useMessages } from '../../lib/language';
import { useMay } from '../../lib/session';
import { useUrlState } from '../../lib/use-url-state';
import { yearsUntil } from '../../lib/years';
import { surveyPagesQuery, type SupplierSurvey } from './api';
import { surveyMessages } from './messages';
import { SendPanel } from './send-panel';
import { useSurveyColumns } from './survey-columns';
import { VisitDialog } from './visit-dialog';

const STATE = { year: '', state: '', areaId: '', q: '' } as const;
type State = { readonly [Key in keyof typeof STATE]: string };
type Counts = Readonly<Record<(typeof SUPPLIER_SURVEY_STATES)[number], number>>;

/** Whom the centre asked in a year, and in which of the two rounds each stands. */
export default function SupplierSurveysPage() {
  const t = useMessages(surveyMessages);
  const may = useMay();
  const [state, change] = useUrlState(STATE);
  const [sending, setSending] = useState(false);
  const [visited, setVisited] = useState<SupplierSurvey | null>(null);
  const years = yearsUntil(yearOf(today()));
  const year = years.find((one) => String(one) === state.year) ?? yearOf(today());
  const asked = SUPPLIER_SURVEY_STATES.find((one) => one === state.state);
  const list = useInfiniteQuery(
    surveyPagesQuery({
      year,
      ...(asked === undefined ? {} : { state: [asked] }),
      ...(/^[0-9a-f-]{36}$/i.test(state.areaId) ? { areaId: state.areaId } : {}),
      ...(state.q.trim() === '' ? {} : { q: state.q.trim().slice(0, 100).normalize('NFC') }),
    }),
  );
  const counts = list.data?.pages[0]?.counts;
  const columns = useSurveyColumns(may('support-work:write') ? setVisited : null);
  return (
    <div className="stack">
      <PageHeader
        title={t('title')}
        description={t('lead')}
        actions={
          may('support-work:write') &&
          !sending && (
            <Button icon="plus" onClick={() => setSending(true)}>
              {t('send')}
            </Button>
          )
        }
      />
      {sending && <SendPanel onClose={() => setSending(false)} />}
      <Filters state={state} change={change} years={years} year={year} counts={counts} />
      <div className="panel">
        <PagedTable
          pages={list}
          name="supplier-surveys"
          caption={t('listTitle')}
          columns={columns}
          rowKey={(row) => row.id}
          totalCount={asked === undefined && counts !== undefined ? sumOf(counts) : undefined}
          empty={<EmptyState icon="survey" title={t('emptyTitle')} text={t('emptyText')} />}
        />
      </div>
      {visited !== null && <VisitDialog survey={visited} onClose={() => setVisited(null)} />}
    </div>
  );
}

function sumOf(counts: Counts): number {
  return SUPPLIER_SURVEY_STATES.reduce((sum, state) => sum + counts[state], 0);
}

interface FiltersProps {
  readonly state: State;
  readonly change: (patch: Partial<State>) => void;
  readonly years: readonly number[];
  readonly year: number;
  /** how many of each state the other conditions find; undefined while it is loading */
  readonly counts: Counts | undefined;
}

function Filters({ state, change, years, year, counts }: FiltersProps) {
  const t = useMessages(surveyMessages);
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
        emptyLabel={t('all', { count: counts === undefined ? '–' : sumOf(counts) })}
        value={state.state}
        onChange={(event) => change({ state: event.target.value })}
        options={SUPPLIER_SURVEY_STATES.map((value) => ({
          value,
          label: t('stateCount', { state: t(`state_${value}`), count: counts?.[value] ?? '–' }),
        }))}
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
