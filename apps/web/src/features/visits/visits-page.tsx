import { VISIT_STATES, VISITEE_KINDS, yearOf } from '@ieum/domain';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '../../components/button';
import { CheckboxField } from '../../components/checkbox-field';
import { EmptyState } from '../../components/empty-state';
import { LinkButton } from '../../components/link-button';
import { PageHeader } from '../../components/page-header';
import { PagedTable } from '../../components/paged-table';
import { SelectField } from '../../components/select-field';
import { Tabs } from '../../components/tabs';
import { TextField } from '../../components/text-field';
import { today } from '../../lib/date-format';
import { useMessages } from '../../lib/language';
import { useMay } from '../../lib/session';
import { useUrlState } from '../../lib/use-url-state';
import { useYears } from '../../lib/years';
import { visitPagesQuery, type VisitFilter } from './api';
import { visitMessages } from './messages';
import { VisitCalendar } from './visit-calendar';
import { useVisitColumns } from './visit-columns';
import { VISIT_STATE, visitFilterOf, yearIn, type VisitListState } from './visit-filters';
import { VisitSums } from './visit-sums';

/** The year's visits of the own areas: their sums, and the rows that these were made of, as a list or a month. */
export default function VisitsPage() {
  const t = useMessages(visitMessages);
  const may = useMay();
  const [state, change] = useUrlState(VISIT_STATE);
  const year = yearIn(state.year, yearOf(today()));
  const filter = visitFilterOf(state, year, today());
  return (
    <div className="stack">
      <PageHeader
        title={t('title')}
        description={t('lead')}
        actions={
          may('support-work:write') && (
            <LinkButton icon="plus" to="/visits/new">
              {t('planVisit')}
            </LinkButton>
          )
        }
      />
      <VisitSums year={year} />
      <Filters state={state} change={change} year={year} />
      <div className="panel">
        <Tabs
          label={t('views')}
          selected={state.view === 'calendar' ? 'calendar' : 'list'}
          onSelect={(view) => change({ view })}
          items={[
            { id: 'list', label: t('listView'), content: <VisitList filter={filter} /> },
            {
              id: 'calendar',
              label: t('calendarView'),
              content: (
                <VisitCalendar filter={filter} month={state.month} onMonth={(month) => change({ month })} />
              ),
            },
          ]}
        />
      </div>
    </div>
  );
}

function VisitList({ filter }: { readonly filter: VisitFilter }) {
  const t = useMessages(visitMessages);
  const list = useInfiniteQuery(visitPagesQuery(filter));
  const columns = useVisitColumns();
  return (
    <PagedTable
      pages={list}
      name="visits"
      caption={t('listTitle')}
      columns={columns}
      rowKey={(row) => row.id}
      rowTone={(row) => (row.state === 'cancelled' ? 'muted' : undefined)}
      empty={<EmptyState icon="list" title={t('emptyTitle')} text={t('emptyText')} />}
    />
  );
}

interface FiltersProps {
  readonly state: VisitListState;
  readonly change: (patch: Partial<VisitListState>) => void;
  readonly year: number;
}

function Filters({ state, change, year }: FiltersProps) {
  const t = useMessages(visitMessages);
  const { years } = useYears();
  const [typed, setTyped] = useState(state.q);
  const offered = [...new Set([...years, year])].sort((one, other) => other - one);
  return (
    <form
      role="search"
      className="panel stack stack--tight no-print"
      aria-label={t('filters')}
      onSubmit={(event) => {
        event.preventDefault();
        change({ q: typed });
      }}
    >
      <div className="form-grid">
        <SelectField
          label={t('year')}
          emptyLabel={null}
          value={String(year)}
          onChange={(event) => change({ year: event.target.value, month: '' })}
          options={offered.map((one) => ({ value: String(one), label: String(one) }))}
        />
        <SelectField
          label={t('state')}
          emptyLabel={t('allStates')}
          value={state.state}
          onChange={(event) => change({ state: event.target.value })}
          options={[
            { value: 'visited', label: t('visited') },
            ...VISIT_STATES.map((value) => ({ value, label: t(`state_${value}`) })),
          ]}
        />
        <SelectField
          label={t('visiteeKind')}
          emptyLabel={t('allKinds')}
          value={state.kind}
          onChange={(event) => change({ kind: event.target.value })}
          options={VISITEE_KINDS.map((value) => ({ value, label: t(`kind_${value}`) }))}
        />
        <TextField
          label={t('search')}
          type="search"
          maxLength={100}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
      </div>
      <div className="cluster">
        <CheckboxField
          label={t('mine')}
          checked={state.mine === '1'}
          onChange={(event) => change({ mine: event.target.checked ? '1' : '' })}
        />
        <CheckboxField
          label={t('due')}
          checked={state.due === '1'}
          onChange={(event) => change({ due: event.target.checked ? '1' : '' })}
        />
        <Button type="submit" variant="secondary" icon="search">
          {t('searchButton')}
        </Button>
      </div>
    </form>
  );
}
