import { formatBusinessNumber, isDay } from '@ieum/domain';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { Button } from '../../components/button';
import { DataTable } from '../../components/data-table';
import { DayField } from '../../components/day-field';
import { EmptyState } from '../../components/empty-state';
import { LoadFailed } from '../../components/load-failed';
import { MoreButton } from '../../components/more-button';
import { PageHeader } from '../../components/page-header';
import { StateBadge } from '../../components/state-badge';
import type { TableColumn } from '../../components/table-column';
import { TextField } from '../../components/text-field';
import { today } from '../../lib/date-format';
import { useMessages } from '../../lib/language';
import { useMay } from '../../lib/session';
import { useUrlState } from '../../lib/use-url-state';
import { supplierPagesQuery, type FoundSupplier } from './api';
import { CertificateBadge } from './certificate-badge';
import { supplierMessages } from './messages';
import { SupplierDialog } from './supplier-dialog';

const STATE = { q: '', asOf: '' } as const;

/** The register: who sells, and which certificates hold on a day. */
export default function SuppliersPage() {
  const t = useMessages(supplierMessages);
  const may = useMay();
  const navigate = useNavigate();
  const [state, change] = useUrlState(STATE);
  const [typed, setTyped] = useState(state.q);
  const [adding, setAdding] = useState(false);
  const q = state.q.trim().slice(0, 100).normalize('NFC');
  const list = useInfiniteQuery(
    supplierPagesQuery({
      ...(q === '' ? {} : { q }),
      ...(isDay(state.asOf) ? { asOf: state.asOf } : {}),
    }),
  );
  const rows = list.data?.pages.flatMap((page) => page.items) ?? [];
  const columns = useColumns();
  return (
    <div className="stack">
      <PageHeader
        title={t('title')}
        description={t('description')}
        actions={
          may('supplier:write') && (
            <Button icon="plus" onClick={() => setAdding(true)}>
              {t('create')}
            </Button>
          )
        }
      />
      <form
        role="search"
        className="panel form-grid no-print"
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
        <DayField
          label={t('asOf')}
          hint={t('asOfHint')}
          value={isDay(state.asOf) ? state.asOf : null}
          onChange={(day) => change({ asOf: day ?? '' })}
        />
        <div>
          <Button type="submit" variant="secondary" icon="search">
            {t('searchButton')}
          </Button>
        </div>
      </form>
      {list.isError ? (
        <LoadFailed error={list.error} onRetry={() => void list.refetch()} />
      ) : (
        <div className="panel">
          <DataTable
            name="suppliers"
            caption={t('listTitle')}
            columns={columns}
            rows={rows}
            rowKey={(row) => row.id}
            loading={list.isPending}
            empty={<EmptyState icon="supplier" title={t('emptyTitle')} text={t('emptyText')} />}
          />
          {rows.length > 0 && (
            <MoreButton
              hasMore={list.hasNextPage}
              loading={list.isFetchingNextPage}
              onMore={() => void list.fetchNextPage()}
            />
          )}
        </div>
      )}
      {adding && (
        <SupplierDialog
          supplier={null}
          onClose={() => setAdding(false)}
          onSaved={(made) => void navigate(`/suppliers/${made.id}`)}
        />
      )}
    </div>
  );
}

function useColumns(): readonly TableColumn<FoundSupplier>[] {
  const t = useMessages(supplierMessages);
  return [
    {
      key: 'name',
      label: t('name'),
      width: 20,
      value: (row) => row.name,
      cell: (row) => <Link to={`/suppliers/${row.id}`}>{row.name}</Link>,
    },
    {
      key: 'businessNumber',
      label: t('businessNumber'),
      width: 16,
      value: (row) => row.businessNumber,
      cell: (row) =>
        row.businessNumber === null ? t('businessNumberMissing') : formatBusinessNumber(row.businessNumber),
    },
    {
      key: 'certifications',
      label: t('certifications'),
      width: 40,
      sortable: false,
      cell: (row) =>
        row.certifications.length === 0 ? (
          t('noCertification')
        ) : (
          <span className="cluster">
            {row.certifications.map((one) => (
              <CertificateBadge key={one.id} certification={one} withType />
            ))}
          </span>
        ),
    },
    {
      key: 'closedOn',
      label: t('state'),
      kind: 'state',
      value: (row) => row.closedOn,
      cell: (row) => {
        const closed = row.closedOn !== null && row.closedOn <= today();
        return <StateBadge tone={closed ? 'danger' : 'success'} label={t(closed ? 'closed' : 'open')} />;
      },
    },
  ];
}
