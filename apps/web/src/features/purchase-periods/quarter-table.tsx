import type { MoneyUnit } from '@ieum/domain';
import { Link } from 'react-router';
import { DataTable } from '../../components/data-table';
import { PrintButton } from '../../components/print-button';
import { StateBadge } from '../../components/state-badge';
import type { TableColumn } from '../../components/table-column';
import { UnitSwitch } from '../../components/unit-switch';
import { showInstant } from '../../lib/date-format';
import { useLanguage, useMessages } from '../../lib/language';
import { purchaseWords } from '../../lib/purchase-messages';
import type { DepartmentSubmission, PurchasePeriod } from './api';
import { periodMessages } from './messages';
import { PERIOD_TONE } from './period-tone';
import { purchasesAddress } from './purchases-address';

interface QuarterTableProps {
  readonly period: PurchasePeriod;
  readonly unit: MoneyUnit;
  readonly onUnit: (unit: MoneyUnit) => void;
}

/** Who has handed in what; each count opens its rows. */
export function QuarterTable({ period, unit, onUnit }: QuarterTableProps) {
  const t = useMessages(periodMessages);
  const word = useMessages(purchaseWords);
  const { language } = useLanguage();
  const { departments } = period;
  const columns: readonly TableColumn<DepartmentSubmission>[] = [
    { key: 'department', label: t('department'), width: 20, value: (row) => row.departmentName },
    {
      key: 'state',
      label: t('state'),
      kind: 'state',
      value: (row) => row.state,
      cell: (row) => <StateBadge tone={PERIOD_TONE[row.state]} label={word(`period_${row.state}`)} />,
    },
    {
      key: 'kind',
      label: t('kind'),
      width: 12,
      value: (row) => (row.kind === null ? null : word(`submission_${row.kind}`)),
    },
    {
      key: 'submittedAt',
      label: t('submittedAt'),
      width: 18,
      value: (row) => row.submittedAt,
      cell: (row) => showInstant(row.submittedAt, language),
    },
    {
      key: 'purchaseCount',
      label: t('purchaseCount'),
      kind: 'number',
      value: (row) => row.purchaseCount,
      cell: (row) => (
        <CountLink
          count={row.purchaseCount}
          to={purchasesAddress(period, row, 'entered')}
          label={t('openPurchases', { department: row.departmentName, count: row.purchaseCount })}
        />
      ),
    },
    {
      key: 'unfinishedCount',
      label: t('unfinishedCount'),
      kind: 'number',
      value: (row) => row.unfinishedCount,
      cell: (row) => (
        <CountLink
          count={row.unfinishedCount}
          to={purchasesAddress(period, row, 'unfinished')}
          label={t('openUnfinished', { department: row.departmentName, count: row.unfinishedCount })}
        />
      ),
    },
    { key: 'amount', label: t('amount'), kind: 'money', value: (row) => row.amountKrw },
  ];
  const sum = (of: (row: DepartmentSubmission) => number) =>
    departments.reduce((total, row) => total + of(row), 0);
  return (
    <DataTable
      name="purchase-periods"
      caption={t('caption', { year: String(period.fiscalYear), quarter: period.quarter })}
      columns={columns}
      rows={departments}
      rowKey={(row) => row.departmentId}
      unit={unit}
      rowTone={(row) => (row.unfinishedCount > 0 ? 'warning' : undefined)}
      totals={{
        label: t('totals', { count: departments.length }),
        cells: {
          purchaseCount: sum((row) => row.purchaseCount).toLocaleString('ko-KR'),
          unfinishedCount: sum((row) => row.unfinishedCount).toLocaleString('ko-KR'),
          amount: sum((row) => row.amountKrw),
        },
      }}
      tools={
        <>
          <UnitSwitch unit={unit} onChange={onUnit} />
          <PrintButton />
        </>
      }
    />
  );
}

interface CountLinkProps {
  readonly count: number;
  readonly to: string;
  readonly label: string;
}

function CountLink({ count, to, label }: CountLinkProps) {
  if (count === 0) return <>0</>;
  return (
    <Link to={to} aria-label={label}>
      {count.toLocaleString('ko-KR')}
    </Link>
  );
}
