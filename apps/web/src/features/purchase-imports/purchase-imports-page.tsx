import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { EmptyState } from '../../components/empty-state';
import { ImportStateBadge } from '../../components/import-state-badge';
import { PageHeader } from '../../components/page-header';
import { PagedTable } from '../../components/paged-table';
import type { TableColumn } from '../../components/table-column';
import { UnitSwitch } from '../../components/unit-switch';
import { showInstant } from '../../lib/date-format';
import { useLanguage, useMessages } from '../../lib/language';
import { moneyUnitFrom } from '../../lib/money-format';
import { useUrlState } from '../../lib/use-url-state';
import { importListQuery, type PurchaseImport } from './api';
import { importMessages } from './messages';
import { NewImport } from './new-import';

const STATE = { unit: 'won' } as const;

export default function PurchaseImportsPage() {
  const t = useMessages(importMessages);
  const { language } = useLanguage();
  const [state, change] = useUrlState(STATE);
  const unit = moneyUnitFrom(state.unit) ?? 'won';
  const pages = useInfiniteQuery(importListQuery());
  const columns: readonly TableColumn<PurchaseImport>[] = [
    {
      key: 'fileName',
      label: t('fileName'),
      width: 26,
      value: (row) => row.fileName,
      cell: (row) => <Link to={`/purchase-imports/${row.id}`}>{row.fileName}</Link>,
    },
    {
      key: 'state',
      label: t('state'),
      kind: 'state',
      value: (row) => row.state,
      cell: (row) => <ImportStateBadge state={row.state} />,
    },
    { key: 'fiscalYear', label: t('fiscalYear'), width: 9, value: (row) => String(row.fiscalYear) },
    { key: 'rowsFound', label: t('rowsFound'), kind: 'number', value: (row) => row.rowsFound },
    { key: 'importableRows', label: t('importableRows'), kind: 'number', value: (row) => row.importableRows },
    { key: 'importableKrw', label: t('importableKrw'), kind: 'money', value: (row) => row.importableKrw },
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
      <NewImport />
      <PagedTable
        pages={pages}
        name="purchase-imports"
        caption={t('listTitle')}
        columns={columns}
        rowKey={(row) => row.id}
        unit={unit}
        tools={<UnitSwitch unit={unit} onChange={(next) => change({ unit: next })} />}
        empty={<EmptyState title={t('emptyTitle')} text={t('emptyText')} icon="upload" />}
      />
    </div>
  );
}
