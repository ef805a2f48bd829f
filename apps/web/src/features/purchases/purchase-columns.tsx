import { Link } from 'react-router';
import type { TableColumn } from '../../components/table-column';
import { useMessages } from '../../lib/language';
import { purchaseWords } from '../../lib/purchase-messages';
import { useUser } from '../../lib/session';
import type { Purchase, PurchaseSort } from './api';
import { purchaseMessages } from './messages';
import { CountBadge, PurchaseStateBadge } from './purchase-badges';
import { WarningMark } from './purchase-warnings';
import './purchase-columns.css';

/** The directions in which the server can sort; a second click goes back to the newest first. */
export const SORT_DIRECTION: Readonly<Record<Exclude<PurchaseSort, 'newest'>, 'ascending' | 'descending'>> = {
  recognition_date: 'descending',
  amount: 'descending',
  supplier: 'ascending',
  item: 'ascending',
};

export interface RowSelection {
  readonly ids: ReadonlySet<string>;
  readonly toggle: (id: string) => void;
}

/** Column keys that can be sorted are the server's names of the sort. */
export function usePurchaseColumns(selection: RowSelection | null): readonly TableColumn<Purchase>[] {
  const t = useMessages(purchaseMessages);
  const word = useMessages(purchaseWords);
  const ownDepartmentOnly = useUser().departmentId !== null;
  const columns: readonly TableColumn<Purchase>[] = [
    {
      key: 'item',
      label: t('item'),
      width: 16.5,
      value: (row) => row.item,
      sortable: true,
      cell: (row) => <ItemCell row={row} selection={selection} />,
    },
    { key: 'supplier', label: t('supplier'), width: 12.5, value: (row) => row.supplierName, sortable: true },
    {
      key: 'department',
      label: t('department'),
      width: 10.5,
      value: (row) => row.departmentName,
      sortable: false,
      hiddenAtFirst: ownDepartmentOnly,
    },
    {
      key: 'recognition_date',
      label: t('recognitionDate'),
      kind: 'day',
      width: 10,
      value: (row) => row.recognitionDate,
      sortable: true,
    },
    {
      key: 'amount',
      label: t('amount'),
      kind: 'money',
      width: 12,
      value: (row) => row.amountKrw,
      sortable: true,
    },
    {
      key: 'recognized',
      label: t('recognized'),
      kind: 'money',
      width: 12,
      // Without a certificate a purchase can still count in a scheme that goes by the channel, so the status alone misleads.
      value: (row) => (row.countedSchemes.length > 0 ? row.recognizedAmountKrw : null),
      sortable: false,
    },
    {
      key: 'countStatus',
      label: t('countStatus'),
      kind: 'state',
      width: 9,
      cell: (row) => <CountBadge status={row.countStatus} />,
    },
    {
      key: 'state',
      label: t('state'),
      kind: 'state',
      width: 9,
      cell: (row) => <PurchaseStateBadge state={row.state} />,
    },
    {
      key: 'warnings',
      label: t('warnings'),
      kind: 'state',
      width: 9,
      cell: (row) => <WarningMark warnings={row.warnings} />,
    },
    {
      key: 'channel',
      label: t('channel'),
      width: 11,
      value: (row) => word(`channel_${row.channel}`),
      sortable: false,
      hiddenAtFirst: true,
    },
    {
      key: 'kind',
      label: t('kind'),
      width: 9,
      value: (row) => word(`kind_${row.kind}`),
      sortable: false,
      hiddenAtFirst: true,
    },
    {
      key: 'contractNumber',
      label: t('contractNumber'),
      width: 14,
      value: (row) => row.contractNumber,
      sortable: false,
      hiddenAtFirst: true,
    },
    {
      key: 'contractDate',
      label: t('contractDate'),
      kind: 'day',
      value: (row) => row.contractDate,
      sortable: false,
      hiddenAtFirst: true,
    },
    {
      key: 'paymentDate',
      label: t('paymentDate'),
      kind: 'day',
      value: (row) => row.paymentDate,
      sortable: false,
      hiddenAtFirst: true,
    },
    {
      key: 'supplyValue',
      label: t('supplyValue'),
      kind: 'money',
      value: (row) => row.supplyValueKrw,
      sortable: false,
      hiddenAtFirst: true,
    },
    {
      key: 'source',
      label: t('source'),
      width: 12,
      value: (row) => word(`source_${row.source}`),
      sortable: false,
      hiddenAtFirst: true,
    },
  ];
  return columns;
}

interface ItemCellProps {
  readonly row: Purchase;
  readonly selection: RowSelection | null;
}

function ItemCell({ row, selection }: ItemCellProps) {
  const t = useMessages(purchaseMessages);
  const selectable = row.state === 'submitted' || row.state === 'accepted';
  return (
    <span className="purchase-item">
      {selection !== null && (
        <input
          type="checkbox"
          className="no-print"
          aria-label={t('select', { item: row.item })}
          disabled={!selectable}
          checked={selection.ids.has(row.id)}
          onChange={() => selection.toggle(row.id)}
        />
      )}
      <span>
        <Link to={`/purchases/${row.id}`}>{row.item}</Link>
        {row.adjustsId !== null && <span className="purchase-item__mark">{t('adjustmentMark')}</span>}
      </span>
    </span>
  );
}
