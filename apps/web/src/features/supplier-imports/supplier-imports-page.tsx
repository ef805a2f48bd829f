import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { EmptyState } from '../../components/empty-state';
import { ImportStateBadge } from '../../components/import-state-badge';
import { PageHeader } from '../../components/page-header';
import { PagedTable } from '../../components/paged-table';
import type { TableColumn } from '../../components/table-column';
import { showInstant } from '../../lib/date-format';
import { useLanguage, useMessages } from '../../lib/language';
import { listsQuery, type SupplierImport } from './api';
import { listMessages } from './messages';
import { NewList } from './new-list';

export default function SupplierImportsPage() {
  const t = useMessages(listMessages);
  const { language } = useLanguage();
  const pages = useInfiniteQuery(listsQuery());
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
      cell: (row) => <ImportStateBadge state={row.state} />,
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
      <PagedTable
        pages={pages}
        name="supplier-imports"
        caption={t('listTitle')}
        columns={columns}
        rowKey={(row) => row.id}
        empty={<EmptyState title={t('emptyTitle')} text={t('emptyText')} icon="upload" />}
      />
    </div>
  );
}
