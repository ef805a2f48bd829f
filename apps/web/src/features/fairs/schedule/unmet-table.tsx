import { DataTable } from '../../../components/data-table';
import { EmptyState } from '../../../components/empty-state';
import type { TableColumn } from '../../../components/table-column';
import { useMessages } from '../../../lib/language';
import type { SchedulePreview } from '../api';
import { scheduleMessages } from './schedule-messages';

type UnmetWish = SchedulePreview['unmet'][number];

/** Who wanted to meet and does not, the heaviest first, and why in plain words. */
export function UnmetTable({ unmet }: { readonly unmet: readonly UnmetWish[] }) {
  const t = useMessages(scheduleMessages);
  const columns = useUnmetColumns();
  return (
    <div className="panel">
      <DataTable
        name="fair-unmet"
        caption={t('unmet')}
        columns={columns}
        rows={unmet}
        rowKey={(row) => `${row.deskId} ${row.exhibitorId}`}
        empty={<EmptyState icon="check" title={t('unmetEmpty')} />}
        totals={{
          label: t('unmetTotal', { count: unmet.length }),
          cells: { weight: unmet.reduce((sum, { weight }) => sum + weight, 0).toLocaleString('ko-KR') },
        }}
      />
    </div>
  );
}

function useUnmetColumns(): readonly TableColumn<UnmetWish>[] {
  const t = useMessages(scheduleMessages);
  const byText = ({ by }: UnmetWish) => {
    if (by.length > 1) return t('by_both');
    return t(by[0] === 'exhibitor' ? 'by_exhibitor' : 'by_desk');
  };
  const why = (row: UnmetWish) => {
    const because = t(`reason_${row.reason}`, { supplier: row.supplierName });
    const { heldByDeskName: desk, heldBySupplierName: supplier, isOutweighed } = row;
    if (desk === null || supplier === null) return because;
    return `${because} ${t(isOutweighed ? 'heldOutweighed' : 'heldSum', { desk, supplier })}`;
  };
  return [
    { key: 'desk', label: t('desk'), width: 18, value: (row) => row.deskName },
    { key: 'exhibitor', label: t('exhibitor'), width: 14, value: (row) => row.supplierName },
    { key: 'by', label: t('by'), width: 11, value: byText },
    { key: 'weight', label: t('weight'), kind: 'number', width: 13, value: (row) => row.weight },
    { key: 'reason', label: t('reason'), width: 37, value: why },
  ];
}
