import { isDay } from '@ieum/domain';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';
import { Button } from '../../components/button';
import { ComboBoxField, type ComboOption } from '../../components/combo-box-field';
import { DayField } from '../../components/day-field';
import { EmptyState } from '../../components/empty-state';
import { PageHeader } from '../../components/page-header';
import { PagedTable } from '../../components/paged-table';
import { SelectField } from '../../components/select-field';
import type { TableColumn } from '../../components/table-column';
import { TextField } from '../../components/text-field';
import { showInstant } from '../../lib/date-format';
import { institutionsQuery } from '../../lib/institution-queries';
import { useLanguage, useMessages } from '../../lib/language';
import { searchPeople } from '../../lib/people-queries';
import { useUser } from '../../lib/session';
import { useUrlState } from '../../lib/use-url-state';
import { auditPagesQuery, type AuditEvent, type AuditFilter } from './api';
import { AuditChanges } from './audit-changes';
import { auditMessages, NAMED_TABLES } from './messages';
import './audit.css';

const STATE = { from: '', to: '', tableName: '', actorId: '', rowId: '', institutionId: '' } as const;
type State = { readonly [Key in keyof typeof STATE]: string };

/** Who changed what, the newest first; a manager sees the own institution's. */
export default function AuditPage() {
  const t = useMessages(auditMessages);
  const [state, change] = useUrlState(STATE);
  const list = useInfiniteQuery(auditPagesQuery(filterOf(state)));
  const columns = useColumns();
  return (
    <div className="stack">
      <PageHeader title={t('title')} description={t('description')} />
      <Filters state={state} change={change} />
      <div className="panel">
        <PagedTable
          pages={list}
          name="audit"
          caption={t('listTitle')}
          columns={columns}
          rowKey={(row) => String(row.id)}
          empty={<EmptyState icon="audit" title={t('emptyTitle')} />}
        />
      </div>
    </div>
  );
}

function filterOf(state: State): AuditFilter {
  const id = /^[0-9a-f-]{36}$/i;
  const rowId = state.rowId.trim();
  return {
    ...(isDay(state.from) ? { from: state.from } : {}),
    ...(isDay(state.to) ? { to: state.to } : {}),
    ...(/^[a-z_]{1,63}$/.test(state.tableName) ? { tableName: state.tableName } : {}),
    ...(id.test(state.actorId) ? { actorId: state.actorId } : {}),
    ...(id.test(state.institutionId) ? { institutionId: state.institutionId } : {}),
    ...(rowId === '' ? {} : { rowId: rowId.slice(0, 100) }),
  };
}

interface FiltersProps {
  readonly state: State;
  readonly change: (patch: Partial<State>) => void;
}

function Filters({ state, change }: FiltersProps) {
  const t = useMessages(auditMessages);
  const user = useUser();
  const [person, setPerson] = useState<ComboOption | null>(null);
  const institutions = useQuery({ ...institutionsQuery, enabled: user.institutionId === null });
  return (
    <section className="panel form-grid no-print" aria-label={t('filters')}>
      <DayField
        label={t('from')}
        value={isDay(state.from) ? state.from : null}
        onChange={(day) => change({ from: day ?? '' })}
      />
      <DayField
        label={t('to')}
        value={isDay(state.to) ? state.to : null}
        onChange={(day) => change({ to: day ?? '' })}
      />
      <SelectField
        label={t('table')}
        emptyLabel={t('all')}
        value={state.tableName}
        onChange={(event) => change({ tableName: event.target.value })}
        options={NAMED_TABLES.map((value) => ({ value, label: t(`table_${value}`) }))}
      />
      <ComboBoxField
        label={t('person')}
        searchKey="people"
        search={searchPeople}
        value={person}
        onChange={(chosen) => {
          setPerson(chosen);
          change({ actorId: chosen?.id ?? '' });
        }}
      />
      {user.institutionId === null && (
        <SelectField
          label={t('institution')}
          emptyLabel={t('all')}
          value={state.institutionId}
          onChange={(event) => change({ institutionId: event.target.value })}
          options={(institutions.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }))}
        />
      )}
      <TextField
        label={t('row')}
        hint={t('rowHint')}
        maxLength={100}
        spellCheck={false}
        value={state.rowId}
        onChange={(event) => change({ rowId: event.target.value })}
      />
      <div>
        <Button
          variant="text"
          onClick={() => {
            setPerson(null);
            change({ ...STATE });
          }}
        >
          {t('clear')}
        </Button>
      </div>
    </section>
  );
}

function useColumns(): readonly TableColumn<AuditEvent>[] {
  const t = useMessages(auditMessages);
  const { language } = useLanguage();
  const nameOf = (table: string) => {
    const known = NAMED_TABLES.find((one) => one === table);
    return known === undefined ? table : t(`table_${known}`);
  };
  return [
    {
      key: 'at',
      label: t('at'),
      width: 18,
      value: (row) => row.occurredAt,
      cell: (row) => showInstant(row.occurredAt, language),
    },
    { key: 'who', label: t('who'), width: 10, value: (row) => row.actorName ?? t('system') },
    {
      key: 'what',
      label: t('what'),
      width: 14,
      value: (row) => nameOf(row.tableName),
      cell: (row) => (
        <>
          {nameOf(row.tableName)}
          {row.rowId !== '' && (
            <div>
              <Link to={`/audit-events?tableName=${row.tableName}&rowId=${encodeURIComponent(row.rowId)}`}>
                {t('rowHistory')}
              </Link>
            </div>
          )}
        </>
      ),
    },
    { key: 'action', label: t('action'), width: 8, value: (row) => t(`action_${row.action}`) },
    {
      key: 'changes',
      label: t('changes'),
      width: 40,
      sortable: false,
      cell: (row) => <AuditChanges event={row} />,
    },
  ];
}
