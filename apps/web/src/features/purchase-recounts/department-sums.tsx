import type { MoneyUnit } from '@ieum/domain';
import { DataTable } from '../../components/data-table';
import { useMessages } from '../../lib/language';
import type { RecountSummary } from './api';
import { recountMessages } from './messages';
import { SchemeDifferences } from './scheme-difference';

interface DepartmentSumsProps {
  readonly summary: RecountSummary;
  readonly unit: MoneyUnit;
}

/** How many purchases of each department there are, and what would change for it. */
export function DepartmentSums({ summary, unit }: DepartmentSumsProps) {
  const t = useMessages(recountMessages);
  return (
    <DataTable
      name="recount-departments"
      caption={t('byDepartment')}
      unit={unit}
      rows={summary.departments}
      rowKey={(row) => row.departmentId}
      columns={[
        { key: 'department', label: t('department'), width: 14, value: (row) => row.departmentName },
        { key: 'count', label: t('count'), kind: 'number', width: 7, value: (row) => row.count },
        { key: 'amount', label: t('amount'), kind: 'money', width: 11, value: (row) => row.amountKrw },
        {
          key: 'difference',
          label: t('difference'),
          width: 18,
          cell: (row) => <SchemeDifferences differences={row.differences} unit={unit} />,
        },
      ]}
      totals={{
        label: t('departmentTotals'),
        cells: {
          count: summary.count,
          amount: summary.amountKrw,
          difference: <SchemeDifferences differences={summary.differences} unit={unit} />,
        },
      }}
    />
  );
}
