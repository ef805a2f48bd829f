import { useInfiniteQuery } from '@tanstack/react-query';
import { Button } from '../../components/button';
import { PagedTable } from '../../components/paged-table';
import { StateBadge } from '../../components/state-badge';
import type { TableColumn } from '../../components/table-column';
import { useMessages } from '../../lib/language';
import {
  importRowsQuery,
  type ImportChange,
  type ImportRow,
  type PurchaseImport,
  type RowClass,
} from './api';
import { importMessages } from './messages';
import './import-rows.css';

interface ImportRowsProps {
  readonly one: PurchaseImport;
  readonly rowClass: RowClass | null;
  /** rows of that class in the whole sheet */
  readonly total: number;
  readonly busy: boolean;
  readonly onChoose: (change: ImportChange) => void;
}

/** As many rows as one request of choices takes. */
const MAX_CHOICES = 1000;

/** The sheet as it was read, each row with its number, its verdict and whether it will be written. */
export function ImportRows({ one, rowClass, total, busy, onChoose }: ImportRowsProps) {
  const t = useMessages(importMessages);
  const pages = useInfiniteQuery(importRowsQuery(one, rowClass));
  const rows = pages.data?.pages.flatMap((page) => page.items) ?? [];
  const isOpen = one.state === 'checked';
  const doubtful = rows.filter((row) => row.class === 'probable_duplicate').slice(0, MAX_CHOICES);
  const numbers = doubtful.map((row) => row.rowNumber);

  const choose: TableColumn<ImportRow> = {
    key: 'include',
    label: t('include'),
    width: 7,
    hideable: false,
    cell: (row) =>
      isChoosable(row) ? (
        <input
          type="checkbox"
          className="import-rows__choice"
          aria-label={t('includeRow', { row: row.rowNumber })}
          checked={row.included}
          disabled={!isOpen || busy}
          onChange={() =>
            onChoose(row.included ? { exclude: [row.rowNumber] } : { include: [row.rowNumber] })
          }
        />
      ) : (
        '–'
      ),
  };
  const columns: readonly TableColumn<ImportRow>[] = [
    { key: 'rowNumber', label: t('rowNumber'), kind: 'number', width: 7, value: (row) => row.rowNumber },
    choose,
    { key: 'verdict', label: t('verdict'), kind: 'state', width: 15, cell: (row) => <Verdict row={row} /> },
    { key: 'amount', label: t('amount'), kind: 'money', value: (row) => row.amountKrw },
    { key: 'problems', label: t('problems'), width: 22, cell: (row) => <Problems row={row} /> },
    ...one.mapping.map(({ field, column }): TableColumn<ImportRow> => ({
      key: `column-${column}`,
      label: t(`field_${field}`),
      width: 13,
      value: (row) => row.cells[column] ?? null,
    })),
  ];
  return (
    <PagedTable
      pages={pages}
      name="import-rows"
      caption={t('rowsCaption')}
      columns={columns}
      rowKey={(row) => String(row.rowNumber)}
      totalCount={total}
      phone="scroll"
      maxHeight="70vh"
      rowTone={(row) => (row.class === 'invalid' ? 'danger' : isDoubtful(row) ? 'warning' : undefined)}
      tools={
        isOpen &&
        numbers.length > 0 && (
          <>
            <Button
              size="small"
              variant="secondary"
              busy={busy}
              onClick={() => onChoose({ include: numbers })}
            >
              {t('includeAll')}
            </Button>
            <Button
              size="small"
              variant="secondary"
              busy={busy}
              onClick={() => onChoose({ exclude: numbers })}
            >
              {t('excludeAll')}
            </Button>
          </>
        )
      }
    />
  );
}

function Verdict({ row }: { readonly row: ImportRow }) {
  const t = useMessages(importMessages);
  const tone =
    row.class === 'purchase'
      ? 'success'
      : row.class === 'invalid'
        ? 'danger'
        : isDoubtful(row)
          ? 'warning'
          : 'neutral';
  return <StateBadge tone={tone} label={t(`class_${row.class}`)} />;
}

function Problems({ row }: { readonly row: ImportRow }) {
  const t = useMessages(importMessages);
  const lines = [...row.problems, ...row.notes].map(({ field, code }) =>
    t('problemLine', { field: t(`field_${field}`), problem: t(`problem_${code}`) }),
  );
  if (row.duplicateOf !== null) lines.unshift(t('duplicateOf', { row: row.duplicateOf }));
  return <>{lines.join(', ')}</>;
}

function isChoosable(row: ImportRow): boolean {
  return row.class === 'purchase' || row.class === 'probable_duplicate';
}

function isDoubtful(row: ImportRow): boolean {
  return row.class === 'probable_duplicate' || row.class === 'negative_unlinked';
}
