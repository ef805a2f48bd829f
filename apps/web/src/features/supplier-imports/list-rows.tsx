import { formatBusinessNumber } from '@ieum/domain';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { PagedTable } from '../../components/paged-table';
import type { TableColumn } from '../../components/table-column';
import { useMessages } from '../../lib/language';
import { listedWords } from '../../lib/listed-words';
import { listRowsQuery, type ListRow, type SupplierImport, type Verdict } from './api';
import { ListDifferences, RowKept, RowProblems } from './list-row-parts';
import { listMessages } from './messages';
import './list-rows.css';

export interface RowChoice {
  readonly rowNumber: number;
  readonly included?: boolean;
  readonly takeFields?: ListRow['differences'][number]['field'][];
}

interface ListRowsProps {
  readonly one: SupplierImport;
  readonly shown: Verdict | 'kept';
  /** rows of that kind in the whole list */
  readonly total: number;
  readonly busy: boolean;
  readonly onChoose: (choice: RowChoice) => void;
}

/** The list as it was read, each row with what it means for the register. */
export function ListRows({ one, shown, total, busy, onChoose }: ListRowsProps) {
  const t = useMessages(listMessages);
  const word = useMessages(listedWords);
  const pages = useInfiniteQuery(listRowsQuery(one, shown));
  const isOpen = one.state === 'checked';
  const isChoosable = shown === 'new' || shown === 'changed' || shown === 'review';
  const choice: TableColumn<ListRow> = {
    key: 'include',
    label: t('include'),
    width: 7,
    cell: (row) => (
      <input
        type="checkbox"
        className="list-rows__choice"
        aria-label={t('includeRow', { row: row.rowNumber })}
        checked={row.included}
        disabled={!isOpen || busy}
        onChange={() => onChoose({ rowNumber: row.rowNumber, included: !row.included })}
      />
    ),
  };
  const outcome: TableColumn<ListRow> = {
    key: 'outcome',
    label: t('outcome'),
    width: 12,
    value: (row) => (row.outcome === null ? '' : t(`outcome_${row.outcome}`)),
  };
  const doubt: TableColumn<ListRow>[] = [
    {
      key: 'reason',
      label: t('reason'),
      width: 26,
      value: (row) => (row.reviewReason === null ? '' : word(`reason_${row.reviewReason}`)),
    },
    {
      key: 'likeness',
      label: t('likeness'),
      width: 10,
      value: (row) => row.likenessBp,
      cell: (row) => t('likenessValue', { percent: Math.round((row.likenessBp ?? 0) / 100) }),
    },
  ];
  const columns: readonly TableColumn<ListRow>[] = [
    { key: 'rowNumber', label: t('rowNumber'), kind: 'number', width: 7, value: (row) => row.rowNumber },
    ...(isChoosable ? [choice] : []),
    { key: 'name', label: t('name'), width: 20, value: nameOf, cell: (row) => <RowName row={row} /> },
    ...(shown === 'changed'
      ? [
          {
            key: 'differences',
            label: t('differences'),
            width: 44,
            cell: (row: ListRow) => (
              <ListDifferences row={row} disabled={!isOpen || busy} onChoose={onChoose} />
            ),
          },
        ]
      : []),
    ...(shown === 'review' ? doubt : []),
    ...(shown === 'kept'
      ? [{ key: 'kept', label: t('kept'), width: 30, cell: (row: ListRow) => <RowKept row={row} /> }]
      : []),
    {
      key: 'problems',
      label: t('problems'),
      width: 24,
      cell: (row) => <RowProblems row={row} />,
    },
    ...(one.appliedAt === null ? [] : [outcome]),
    {
      key: 'businessNumber',
      label: t('businessNumber'),
      width: 14,
      value: (row) =>
        typeof row.entry?.businessNumber === 'string' ? formatBusinessNumber(row.entry.businessNumber) : null,
    },
    {
      key: 'certificateNumber',
      label: t('certificateNumber'),
      width: 15,
      value: (row) => row.entry?.certificateNumber ?? null,
    },
    {
      key: 'certifiedOn',
      label: t('certifiedOn'),
      kind: 'day',
      value: (row) => row.entry?.certifiedOn ?? null,
    },
    { key: 'address', label: t('address'), width: 26, value: (row) => row.entry?.address ?? null },
  ];
  return (
    <PagedTable
      pages={pages}
      name={`supplier-import-rows-${shown}`}
      caption={t('rowsCaption')}
      columns={columns}
      rowKey={(row) => String(row.rowNumber)}
      totalCount={total}
      rowTone={(row) =>
        row.verdict === 'invalid' ? 'danger' : row.verdict === 'review' ? 'warning' : undefined
      }
    />
  );
}

function nameOf(row: ListRow): string {
  return row.entry?.name ?? row.supplierName ?? '';
}

function RowName({ row }: { readonly row: ListRow }) {
  const name = nameOf(row);
  return row.supplierId === null || row.supplierName === null ? (
    <>{name}</>
  ) : (
    <Link to={`/suppliers/${row.supplierId}`}>{name === '' ? row.supplierName : name}</Link>
  );
}
