import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { EmptyState } from '../../components/empty-state';
import { LinkButton } from '../../components/link-button';
import { PageHeader } from '../../components/page-header';
import { PagedTable } from '../../components/paged-table';
import { PrintButton } from '../../components/print-button';
import type { TableSort } from '../../components/table-column';
import { UnitSwitch } from '../../components/unit-switch';
import { useMessages } from '../../lib/language';
import { moneyUnitFrom } from '../../lib/money-format';
import { useMay } from '../../lib/session';
import { useUrlState } from '../../lib/use-url-state';
import { useYears } from '../../lib/years';
import { purchasePagesQuery, purchaseSummaryQuery, type Purchase } from './api';
import { BulkReview } from './bulk-review';
import { ExportMenu } from './export-menu';
import { purchaseMessages } from './messages';
import { SORT_DIRECTION, usePurchaseColumns } from './purchase-columns';
import { PurchaseFilterBar } from './purchase-filter-bar';
import { filterOf, LIST_STATE, sortOf } from './purchase-filters';

/** The ledger. Every figure of the product links here with the filters that give its rows. */
export default function PurchaseListPage() {
  const t = useMessages(purchaseMessages);
  const may = useMay();
  const [state, change] = useUrlState(LIST_STATE);
  const { current, loading } = useYears();
  const filter = useMemo(() => filterOf(state, current), [state, current]);
  const sort = sortOf(state.sort);
  const unit = moneyUnitFrom(state.unit) ?? 'won';
  const pages = useInfiniteQuery({ ...purchasePagesQuery(filter, sort), enabled: !loading });
  const summary = useQuery({ ...purchaseSummaryQuery(filter), enabled: !loading });
  const rows = useMemo(() => pages.data?.pages.flatMap((page) => page.items) ?? [], [pages.data]);
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const reviews = may('purchase:review');
  const columns = usePurchaseColumns(
    reviews ? { ids: selected, toggle: (id) => setSelected(toggled(id)) } : null,
  );
  const chosen = rows.filter((row) => selected.has(row.id));

  return (
    <div className="stack">
      <PageHeader
        title={t('title')}
        description={t('lead')}
        actions={
          <>
            {may('purchase-import:write') && (
              <LinkButton to="/purchase-imports" variant="secondary" icon="upload">
                {t('import')}
              </LinkButton>
            )}
            {may('purchase:write') && (
              <LinkButton to="/purchases/new" icon="plus">
                {t('enter')}
              </LinkButton>
            )}
          </>
        }
      />
      <PurchaseFilterBar state={state} onChange={change} />
      {reviews && rows.length > 0 && (
        <BulkReview
          chosen={chosen}
          onSelectAll={() => setSelected(new Set(rows.filter(isReviewable).map((row) => row.id)))}
          onClear={() => setSelected(new Set())}
        />
      )}
      <PagedTable
        pages={pages}
        name="purchases"
        caption={t('caption')}
        columns={columns}
        rowKey={(row) => row.id}
        sort={sort === 'newest' ? null : { key: sort, direction: SORT_DIRECTION[sort] }}
        onSort={(next) => change({ sort: nextSort(next, sort) })}
        unit={unit}
        totalCount={summary.data?.purchaseCount}
        totals={
          summary.data && {
            label: t('totals', { count: summary.data.purchaseCount }),
            cells: { amount: summary.data.amountKrw, recognized: summary.data.countedKrw },
          }
        }
        rowTone={(row) =>
          row.state === 'returned' || row.countStatus === 'needs_check' ? 'warning' : undefined
        }
        empty={
          <EmptyState
            title={t('emptyTitle')}
            text={t('emptyText')}
            icon="list"
            action={may('purchase:write') && <LinkButton to="/purchases/new">{t('enter')}</LinkButton>}
          />
        }
        tools={
          <>
            <UnitSwitch unit={unit} onChange={(next) => change({ unit: next })} />
            <ExportMenu filter={filter} sort={sort} />
            <PrintButton />
          </>
        }
      />
    </div>
  );
}

function isReviewable(row: Purchase): boolean {
  return row.state === 'submitted';
}

function toggled(id: string) {
  return (before: ReadonlySet<string>): ReadonlySet<string> => {
    const after = new Set(before);
    if (!after.delete(id)) after.add(id);
    return after;
  };
}

function nextSort(asked: TableSort, current: string): string {
  const sort = sortOf(asked.key);
  return sort === current ? 'newest' : sort;
}
