import { isDay } from '@ieum/domain';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '../../components/button';
import { ComboBoxField, type ComboOption } from '../../components/combo-box-field';
import { DayField } from '../../components/day-field';
import { EmptyState } from '../../components/empty-state';
import { PageHeader } from '../../components/page-header';
import { PagedTable } from '../../components/paged-table';
import { SelectField } from '../../components/select-field';
import { useMessages } from '../../lib/language';
import { searchPeople } from '../../lib/people-queries';
import { useUrlState } from '../../lib/use-url-state';
import { useAccessLogColumns } from './access-log-columns';
import { accessLogPagesQuery, type AccessLogFilter } from './api';
import { accessLogMessages, NAMED_OPERATIONS } from './messages';

const STATE = { from: '', to: '', actorId: '', subjectId: '', operation: '' } as const;
type State = { readonly [Key in keyof typeof STATE]: string };

/** Who saw whose personal data, the newest first; for the administrator, who appears here by reading it. */
export default function AccessLogPage() {
  const t = useMessages(accessLogMessages);
  const [state, change] = useUrlState(STATE);
  const list = useInfiniteQuery(accessLogPagesQuery(filterOf(state)));
  const columns = useAccessLogColumns();
  return (
    <div className="stack">
      <PageHeader title={t('title')} description={t('description')} />
      <Filters state={state} change={change} />
      <div className="panel">
        <PagedTable
          pages={list}
          name="access-log"
          caption={t('listTitle')}
          columns={columns}
          rowKey={(row) => String(row.id)}
          empty={<EmptyState icon="audit" title={t('emptyTitle')} />}
        />
      </div>
    </div>
  );
}

function filterOf(state: State): AccessLogFilter {
  const id = /^[0-9a-f-]{36}$/i;
  return {
    ...(isDay(state.from) ? { from: state.from } : {}),
    ...(isDay(state.to) ? { to: state.to } : {}),
    ...(id.test(state.actorId) ? { actorId: state.actorId } : {}),
    ...(id.test(state.subjectId) ? { subjectId: state.subjectId } : {}),
    ...(/^[A-Za-z]{1,80}$/.test(state.operation) ? { operation: state.operation } : {}),
  };
}

interface FiltersProps {
  readonly state: State;
  readonly change: (patch: Partial<State>) => void;
}

function Filters({ state, change }: FiltersProps) {
  const t = useMessages(accessLogMessages);
  const [actor, setActor] = useState<ComboOption | null>(null);
  const [subject, setSubject] = useState<ComboOption | null>(null);
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
      <ComboBoxField
        label={t('actor')}
        searchKey="people"
        search={searchPeople}
        value={actor}
        onChange={(chosen) => {
          setActor(chosen);
          change({ actorId: chosen?.id ?? '' });
        }}
      />
      <ComboBoxField
        label={t('subject')}
        hint={state.subjectId !== '' && subject === null ? t('oneSubject') : undefined}
        searchKey="people"
        search={searchPeople}
        value={subject}
        onChange={(chosen) => {
          setSubject(chosen);
          change({ subjectId: chosen?.id ?? '' });
        }}
      />
      <SelectField
        label={t('operation')}
        emptyLabel={t('all')}
        value={state.operation}
        onChange={(event) => change({ operation: event.target.value })}
        options={NAMED_OPERATIONS.map((value) => ({ value, label: t(`operation_${value}`) }))}
      />
      <div>
        <Button
          variant="text"
          onClick={() => {
            setActor(null);
            setSubject(null);
            change({ ...STATE });
          }}
        >
          {t('clear')}
        </Button>
      </div>
    </section>
  );
}
