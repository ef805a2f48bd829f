import { REQUEST_STATES } from '@ieum/domain';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '../../components/button';
import { EmptyState } from '../../components/empty-state';
import { LinkButton } from '../../components/link-button';
import { PageHeader } from '../../components/page-header';
import { PagedTable } from '../../components/paged-table';
import { SelectField } from '../../components/select-field';
import { TextField } from '../../components/text-field';
import { useMessages } from '../../lib/language';
import { useMay, useUser } from '../../lib/session';
import { useUrlState } from '../../lib/use-url-state';
import { requestPagesQuery, type RequestFilter } from './api';
import { requestMessages } from './messages';
import { useRequestColumns } from './request-columns';
import './supplier-requests-page.css';

const STATE = { q: '', state: '', supplierId: '' } as const;
type State = { readonly [Key in keyof typeof STATE]: string };

/** What the own department or institution asked; for an enterprise, what it was asked. */
export default function SupplierRequestsPage() {
  const t = useMessages(requestMessages);
  const may = useMay();
  const { departmentId } = useUser();
  const isInbox = may('supplier-request:answer');
  const [state, change] = useUrlState(STATE);
  const list = useInfiniteQuery(requestPagesQuery(filterOf(state)));
  const counts = list.data?.pages[0]?.counts;
  const columns = useRequestColumns(isInbox, !isInbox && departmentId === null);
  return (
    <div className="stack">
      <PageHeader
        title={t(isInbox ? 'inboxTitle' : 'title')}
        description={t(isInbox ? 'inboxLead' : 'lead')}
        actions={
          may('supplier-request:write') && (
            <LinkButton icon="plus" to="/supplier-requests/new">
              {t('create')}
            </LinkButton>
          )
        }
      />
      <Filters state={state} change={change} isInbox={isInbox} counts={counts} />
      <div className="panel">
        <PagedTable
          pages={list}
          name={isInbox ? 'supplier-requests-inbox' : 'supplier-requests'}
          caption={t('listTitle')}
          columns={columns}
          rowKey={(row) => row.id}
          totalCount={state.state === '' && counts !== undefined ? sumOf(counts) : undefined}
          rowTone={(row) => (row.state === 'withdrawn' ? 'muted' : undefined)}
          empty={
            <EmptyState
              icon="list"
              title={t('emptyTitle')}
              text={t(isInbox ? 'emptyInboxText' : 'emptyText')}
            />
          }
        />
      </div>
    </div>
  );
}

function filterOf(state: State): RequestFilter {
  const asked = REQUEST_STATES.find((one) => one === state.state);
  return {
    ...(state.q.trim() === '' ? {} : { q: state.q.trim().slice(0, 100).normalize('NFC') }),
    ...(asked === undefined ? {} : { state: [asked] }),
    ...(/^[0-9a-f-]{36}$/i.test(state.supplierId) ? { supplierId: state.supplierId } : {}),
  };
}

type Counts = Readonly<Record<(typeof REQUEST_STATES)[number], number>>;

function sumOf(counts: Counts): number {
  return REQUEST_STATES.reduce((sum, state) => sum + counts[state], 0);
}

interface FiltersProps {
  readonly state: State;
  readonly change: (patch: Partial<State>) => void;
  readonly isInbox: boolean;
  /** how many of each state the other conditions find; undefined while it is loading */
  readonly counts: Counts | undefined;
}

function Filters({ state, change, isInbox, counts }: FiltersProps) {
  const t = useMessages(requestMessages);
  const [typed, setTyped] = useState(state.q);
  return (
    <form
      role="search"
      className="panel form-grid request-search no-print"
      aria-label={t('filters')}
      onSubmit={(event) => {
        event.preventDefault();
        change({ q: typed });
      }}
    >
      <TextField
        label={t(isInbox ? 'searchInbox' : 'search')}
        type="search"
        maxLength={100}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
      <SelectField
        label={t('state')}
        emptyLabel={t('all', { count: counts === undefined ? '–' : sumOf(counts) })}
        value={state.state}
        onChange={(event) => change({ state: event.target.value })}
        options={REQUEST_STATES.map((value) => ({
          value,
          label: t('stateCount', { state: t(`state_${value}`), count: counts?.[value] ?? '–' }),
        }))}
      />
      <div>
        <Button type="submit" variant="secondary" icon="search">
          {t('searchButton')}
        </Button>
      </div>
    </form>
  );
}
