import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { DataTable } from '../../components/data-table';
import { EmptyState } from '../../components/empty-state';
import { LoadFailed } from '../../components/load-failed';
import { MoreButton } from '../../components/more-button';
import { PageHeader } from '../../components/page-header';
import type { TableColumn } from '../../components/table-column';
import { showInstant } from '../../lib/date-format';
import { useLanguage, useMessages } from '../../lib/language';
import { listsQuery, type SupplierImport } from './api';
import { ListStateBadge } from './list-state-badge';
import { listMessages } from './messages';
import { NewList } from './new-list';

export default function SupplierImportsPage() {
  const t = useMessages(listMessages);
  const { language } = useLanguage();
  const pages = useInfiniteQuery(listsQuery());
  const rows = pages.data?.pages.flatMap((page) => page.items) ?? [];
  const validity = (row: SupplierImport) =>
    row.state !== 'applied' ? '' : row.supersededById === null ? t('current') : t('superseded');
  const columns: readonly TableColumn<SupplierImport>[] = [
    {
      key: 'fileName',
      label: t('fileName'),
      width: 24,
      value: (row) => row.fileName,
      cell: (row) => <Link to={`/supplier-imports/${row.id}`}>{row.fileName}</Link>,
    },
    {
      key: 'state',
      label: t('state'),
      kind: 'state',
      value: (row) => row.state,
      cell: (row) => <ListStateBadge state={row.state} />,
    },
    { key: 'asOf', label: t('asOf'), kind: 'day', value: (row) => row.asOf },
    { key: 'sourceName', label: t('sourceName'), width: 24, value: (row) => row.sourceName },
    { key: 'rowsFound', label: t('rowsFound'), kind: 'number', value: (row) => row.rowsFound },
    { key: 'superseded', label: t('supersededBy'), width: 13, value: validity },
    { key: 'createdBy', label: t('createdBy'), width: 11, value: (row) => row.createdByName },
    {
      key: 'createdAt',
      label: t('createdAt'),
      width: 18,
      value: (row) => row.createdAt,
      cell: (row) => showInstant(row.createdAt, language),
    },
  ];
  return (
    <div className="stack">
      <PageHeader title={t('title')} description={t('lead')} />
      <NewList />
      {pages.error ? (
        <LoadFailed error={pages.error} onRetry={() => void pages.refetch()} />
      ) : (
        <DataTable
          name="supplier-imports"
          caption={t('listTitle')}
          columns={columns}
          rows={rows}
          rowKey={(row) => row.id}
          loading={pages.isPending}
          empty={<EmptyState title={t('emptyTitle')} text={t('emptyText')} icon="upload" />}
        />
      )}
      {rows.length > 0 && (
        <MoreButton
          hasMore={pages.hasNextPage}
          loading={pages.isFetchingNextPage}
          onMore={() => void pages.fetchNextPage()}
        />
      )}
    </div>
  );
}
