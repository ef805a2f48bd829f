import { ROLES } from '@ieum/domain';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';
import { Button } from '../../components/button';
import { EmptyState } from '../../components/empty-state';
import { LinkButton } from '../../components/link-button';
import { PageHeader } from '../../components/page-header';
import { PagedTable } from '../../components/paged-table';
import { SelectField } from '../../components/select-field';
import { StateBadge } from '../../components/state-badge';
import type { TableColumn } from '../../components/table-column';
import { TextField } from '../../components/text-field';
import { showInstant } from '../../lib/date-format';
import { institutionsQuery } from '../../lib/institution-queries';
import { useLanguage, useMessages } from '../../lib/language';
import { organisationWords } from '../../lib/organisation-messages';
import { useUser } from '../../lib/session';
import { useUrlState } from '../../lib/use-url-state';
import { userPagesQuery, type User, type UserFilter } from './api';
import { userMessages } from './messages';
import { useUserPlace } from './user-place';
import './users.css';

const STATE = { q: '', role: '', state: '', institutionId: '' } as const;
type State = { readonly [Key in keyof typeof STATE]: string };

/** Accounts of the own institution for a manager, of everybody for the centre. */
export default function UsersPage() {
  const t = useMessages(userMessages);
  const [state, change] = useUrlState(STATE);
  const list = useInfiniteQuery(userPagesQuery(filterOf(state)));
  const columns = useColumns();
  return (
    <div className="stack">
      <PageHeader
        title={t('title')}
        description={t('description')}
        actions={
          <LinkButton icon="plus" to="/users/new">
            {t('create')}
          </LinkButton>
        }
      />
      <Filters state={state} change={change} />
      <div className="panel">
        <PagedTable
          pages={list}
          name="users"
          caption={t('listTitle')}
          columns={columns}
          rowKey={(row) => row.id}
          rowTone={(row) => (row.state === 'disabled' ? 'muted' : undefined)}
          empty={<EmptyState icon="users" title={t('emptyTitle')} text={t('emptyText')} />}
        />
      </div>
    </div>
  );
}

function filterOf(state: State): UserFilter {
  const role = ROLES.find((one) => one === state.role);
  return {
    ...(state.q.trim() === '' ? {} : { q: state.q.trim().slice(0, 100).normalize('NFC') }),
    ...(role === undefined ? {} : { role: [role] }),
    ...(state.state === 'active' || state.state === 'disabled' ? { state: state.state } : {}),
    ...(/^[0-9a-f-]{36}$/i.test(state.institutionId) ? { institutionId: state.institutionId } : {}),
  };
}

interface FiltersProps {
  readonly state: State;
  readonly change: (patch: Partial<State>) => void;
}

function Filters({ state, change }: FiltersProps) {
  const t = useMessages(userMessages);
  const words = useMessages(organisationWords);
  const me = useUser();
  const [typed, setTyped] = useState(state.q);
  const institutions = useQuery({ ...institutionsQuery, enabled: me.institutionId === null });
  return (
    <form
      role="search"
      className="panel form-grid user-search no-print"
      aria-label={t('filters')}
      onSubmit={(event) => {
        event.preventDefault();
        change({ q: typed });
      }}
    >
      <TextField
        label={t('search')}
        type="search"
        maxLength={100}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
      <SelectField
        label={t('role')}
        emptyLabel={t('all')}
        value={state.role}
        onChange={(event) => change({ role: event.target.value })}
        options={ROLES.map((value) => ({ value, label: words(`role_${value}`) }))}
      />
      <SelectField
        label={t('state')}
        emptyLabel={t('all')}
        value={state.state}
        onChange={(event) => change({ state: event.target.value })}
        options={(['active', 'disabled'] as const).map((value) => ({ value, label: t(`state_${value}`) }))}
      />
      {me.institutionId === null && (
        <SelectField
          label={t('institution')}
          emptyLabel={t('all')}
          value={state.institutionId}
          onChange={(event) => change({ institutionId: event.target.value })}
          options={(institutions.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }))}
        />
      )}
      <div>
        <Button type="submit" variant="secondary" icon="search">
          {t('searchButton')}
        </Button>
      </div>
    </form>
  );
}

function useColumns(): readonly TableColumn<User>[] {
  const t = useMessages(userMessages);
  const words = useMessages(organisationWords);
  const { language } = useLanguage();
  const placeOf = useUserPlace();
  return [
    {
      key: 'name',
      label: t('name'),
      width: 10,
      value: (row) => row.name,
      cell: (row) => <Link to={`/users/${row.id}`}>{row.name}</Link>,
    },
    { key: 'email', label: t('email'), width: 24, value: (row) => row.email },
    { key: 'role', label: t('role'), width: 11, value: (row) => words(`role_${row.role}`) },
    {
      key: 'place',
      label: t('place'),
      width: 17,
      value: placeOf,
    },
    {
      key: 'state',
      label: t('state'),
      kind: 'state',
      value: (row) => row.state,
      cell: (row) => (
        <StateBadge tone={row.state === 'active' ? 'success' : 'neutral'} label={t(`state_${row.state}`)} />
      ),
    },
    {
      key: 'lastLogin',
      label: t('lastLogin'),
      width: 17,
      value: (row) => row.lastLoginAt,
      cell: (row) => (row.lastLoginAt === null ? t('neverLoggedIn') : showInstant(row.lastLoginAt, language)),
    },
  ];
}
