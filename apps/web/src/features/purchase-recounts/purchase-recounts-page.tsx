import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { EmptyState } from '../../components/empty-state';
import { PageHeader } from '../../components/page-header';
import { PagedTable } from '../../components/paged-table';
import { PrintButton } from '../../components/print-button';
import { UnitSwitch } from '../../components/unit-switch';
import { useMessages } from '../../lib/language';
import { moneyUnitFrom } from '../../lib/money-format';
import { useMay, useUser } from '../../lib/session';
import { useUrlState } from '../../lib/use-url-state';
import { recountPagesQuery, recountSummaryQuery } from './api';
import { BulkDecision } from './bulk-decision';
import { DepartmentSums } from './department-sums';
import { recountMessages } from './messages';
import { useRecountColumns } from './recount-columns';
import { RecountFilterBar } from './recount-filter-bar';
import { filterOf, LIST_STATE } from './recount-filters';
import { SchemeDifferences } from './scheme-difference';

/** Purchases that the certificates of today would count otherwise: a person decides about each. */
export default function PurchaseRecountsPage() {
  const t = useMessages(recountMessages);
  const may = useMay();
  const user = useUser();
  const [state, change] = useUrlState(LIST_STATE);
  const filter = useMemo(() => filterOf(state), [state]);
  const unit = moneyUnitFrom(state.unit) ?? 'won';
  const pages = useInfiniteQuery(recountPagesQuery(filter));
  const summary = useQuery(recountSummaryQuery(filter));
  const rows = useMemo(() => pages.data?.pages.flatMap((page) => page.items) ?? [], [pages.data]);
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const decides = may('purchase-recount:decide');
  const columns = useRecountColumns(
    decides ? { ids: selected, toggle: (id) => setSelected(toggled(id)) } : null,
    unit,
  );
  const open = rows.filter((row) => row.state === 'open');

  return (
    <div className="stack">
      <PageHeader title={t('title')} description={t(decides ? 'lead' : 'leadReader')} />
      <RecountFilterBar state={state} onChange={change} />
      {decides && open.length > 0 && (
        <BulkDecision
          chosen={open.filter((row) => selected.has(row.id))}
          onSelectAll={() => setSelected(new Set(open.map((row) => row.id)))}
          onClear={() => setSelected(new Set())}
        />
      )}
      <PagedTable
        pages={pages}
        name="purchase-recounts"
        caption={t('caption')}
        columns={columns}
        rowKey={(row) => row.id}
        unit={unit}
        totalCount={summary.data?.count}
        totals={
          summary.data && {
            label: t('totals', { count: summary.data.count }),
            cells: {
              amount: summary.data.amountKrw,
              difference: <SchemeDifferences differences={summary.data.differences} unit={unit} />,
            },
          }
        }
        empty={<EmptyState title={t('emptyTitle')} text={t('emptyText')} icon="check" />}
        tools={
          <>
            <UnitSwitch unit={unit} onChange={(next) => change({ unit: next })} />
            <PrintButton />
          </>
        }
      />
      {user.departmentId === null && (summary.data?.departments.length ?? 0) > 0 && summary.data && (
        <DepartmentSums summary={summary.data} unit={unit} />
      )}
    </div>
  );
}

function toggled(id: string) {
  return (before: ReadonlySet<string>): ReadonlySet<string> => {
    const after = new Set(before);
    if (!after.delete(id)) after.add(id);
    return after;
  };
}
