import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { Button } from '../../components/button';
import { CheckboxField } from '../../components/checkbox-field';
import { DataTable } from '../../components/data-table';
import { EmptyState } from '../../components/empty-state';
import { LinkButton } from '../../components/link-button';
import { LoadFailed } from '../../components/load-failed';
import { PageHeader } from '../../components/page-header';
import type { TableColumn } from '../../components/table-column';
import { showInstant } from '../../lib/date-format';
import { useLanguage, useMessages } from '../../lib/language';
import { shortlistsQuery, type Shortlist } from '../../lib/shortlist-queries';
import { useUrlState } from '../../lib/use-url-state';
import { KeptNotice } from './kept-notice';
import { shortlistMessages } from './messages';
import { ShortlistDialog } from './shortlist-dialog';

const STATE = { archived: '' } as const;

export function OwnShortlists() {
  const t = useMessages(shortlistMessages);
  const navigate = useNavigate();
  const [state, change] = useUrlState(STATE);
  const archived = state.archived === 'true';
  const lists = useQuery(shortlistsQuery(archived));
  const [adding, setAdding] = useState(false);
  const columns = useColumns();
  return (
    <div className="stack">
      <PageHeader
        title={t('title')}
        description={t('description')}
        actions={
          <Button icon="plus" onClick={() => setAdding(true)}>
            {t('create')}
          </Button>
        }
      />
      <KeptNotice />
      {lists.isError ? (
        <LoadFailed error={lists.error} onRetry={() => void lists.refetch()} />
      ) : (
        <div className="panel">
          <DataTable
            name="shortlists"
            caption={t(archived ? 'archivedTitle' : 'listTitle')}
            columns={columns}
            rows={lists.data?.items ?? []}
            rowKey={(row) => row.id}
            loading={lists.isPending}
            tools={
              <CheckboxField
                label={t('showArchived')}
                checked={archived}
                onChange={(event) => change({ archived: event.target.checked ? 'true' : '' })}
              />
            }
            empty={
              archived ? (
                <EmptyState icon="bookmark" title={t('emptyArchived')} />
              ) : (
                <EmptyState
                  icon="bookmark"
                  title={t('emptyTitle')}
                  text={t('emptyText')}
                  action={<LinkButton to="/suppliers">{t('find')}</LinkButton>}
                />
              )
            }
          />
        </div>
      )}
      {adding && (
        <ShortlistDialog
          list={null}
          onClose={() => setAdding(false)}
          onSaved={(made) => void navigate(`/shortlists/${made.id}`)}
        />
      )}
    </div>
  );
}

function useColumns(): readonly TableColumn<Shortlist>[] {
  const t = useMessages(shortlistMessages);
  const { language } = useLanguage();
  return [
    {
      key: 'title',
      label: t('listName'),
      width: 24,
      value: (row) => row.title,
      cell: (row) => <Link to={`/shortlists/${row.id}`}>{row.title}</Link>,
    },
    { key: 'purpose', label: t('purpose'), width: 34, value: (row) => row.purpose },
    { key: 'count', label: t('entryCount'), kind: 'number', value: (row) => row.entryCount },
    {
      key: 'updatedAt',
      label: t('updatedAt'),
      width: 18,
      value: (row) => row.updatedAt,
      cell: (row) => showInstant(row.updatedAt, language),
    },
  ];
}
