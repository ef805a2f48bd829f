import type { MoneyUnit } from '@ieum/domain';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useId, useMemo, useRef, useState, type ReactNode } from 'react';
import { useMessages } from '../lib/language';
import { ColumnChoice } from './column-choice';
import { EmptyState } from './empty-state';
import { componentMessages } from './messages';
import { Skeleton } from './skeleton';
import { columnWidth, sortRows, type TableColumn, type TableSort, type TableTotals } from './table-column';
import { TableHead } from './table-head';
import { TableRow } from './table-row';
import { TableTotalsRow } from './table-totals-row';
import { useColumnChoice } from './use-column-choice';
import { useGridKeys } from './use-grid-keys';
import './data-table.css';

export interface DataTableProps<Row> {
  /** tells apart the remembered column choice of each table */
  readonly name: string;
  /** names the table for everybody; shown above it */
  readonly caption: string;
  readonly columns: readonly TableColumn<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  readonly loading?: boolean;
  readonly empty?: ReactNode;
  /** given with onSort, the rows come sorted (by the server); otherwise the table sorts what it has */
  readonly sort?: TableSort | null;
  readonly onSort?: (sort: TableSort) => void;
  readonly totals?: TableTotals | undefined;
  readonly unit?: MoneyUnit;
  /** how many rows there are beyond those given */
  readonly totalCount?: number | undefined;
  /** unit switch, export, filters */
  readonly tools?: ReactNode;
  /** on phones: a card per row, or the table scrolls sideways. Long tables always scroll. */
  readonly phone?: 'cards' | 'scroll';
  readonly rowTone?: (row: Row) => 'warning' | 'danger' | 'muted' | undefined;
  /** CSS length; long tables scroll inside it under their heading */
  readonly maxHeight?: string;
}

/** Above this many rows only those in sight are drawn. */
const DRAW_ALL_UP_TO = 200;
/** height of a row of a long table, as in data-table.css */
const ROW_REM = 4.1;
const OVERSCAN = 12;

export function DataTable<Row>(props: DataTableProps<Row>) {
  const {
    name,
    caption,
    columns,
    rows,
    rowKey,
    loading = false,
    totals,
    unit = 'won',
    phone = 'cards',
  } = props;
  const t = useMessages(componentMessages);
  const captionId = useId();
  const [ownSort, setOwnSort] = useState<TableSort | null>(null);
  const choice = useColumnChoice(name, columns);
  const scroll = useRef<HTMLDivElement>(null);
  const sort = props.onSort ? (props.sort ?? null) : ownSort;
  const ordered = useMemo(
    () => (props.onSort ? rows : sortRows(rows, columns, ownSort)),
    [props.onSort, rows, columns, ownSort],
  );
  const long = ordered.length > DRAW_ALL_UP_TO;
  const virtual = useVirtualizer({
    count: long ? ordered.length : 0,
    getScrollElement: () => scroll.current,
    estimateSize: rowPixels,
    overscan: OVERSCAN,
    // Heading and totals cover one row each at the edges of the scrolled area.
    scrollPaddingEnd: 2 * rowPixels(),
  });
  const grid = useGridKeys(ordered.length, choice.shown.length, (row) => {
    if (long) virtual.scrollToIndex(row);
  });

  const drawn = long ? virtual.getVirtualItems() : ordered.map((_, index) => ({ index }));
  const above = long ? (virtual.getVirtualItems()[0]?.start ?? 0) : 0;
  const below = long ? virtual.getTotalSize() - (virtual.getVirtualItems().at(-1)?.end ?? 0) : 0;
  const count = ordered.length;
  const empty = !loading && count === 0;
  const classes = [
    'data-table',
    long && 'data-table--long',
    !long && phone === 'cards' && 'data-table--cards',
  ];
  return (
    <div className={classes.filter(Boolean).join(' ')}>
      <div className="data-table__bar">
        <h2 className="data-table__caption" id={captionId}>
          {caption}
          {!loading && (
            <span className="data-table__count">
              {props.totalCount === undefined || props.totalCount === count
                ? t('rowsShown', { count })
                : t('rowsShownOf', { count, total: props.totalCount })}
            </span>
          )}
        </h2>
        <div className="data-table__tools no-print">
          {props.tools}
          <ColumnChoice columns={columns} isShown={choice.isShown} onToggle={choice.toggle} />
        </div>
      </div>
      {loading && <TableSkeleton label={t('loadingRows')} />}
      {empty && (props.empty ?? <EmptyState title={t('noRows')} />)}
      {!loading && !empty && (
        <div
          className="data-table__scroll"
          ref={scroll}
          role="region"
          aria-labelledby={captionId}
          tabIndex={0}
          style={long || props.maxHeight ? { maxHeight: props.maxHeight ?? '70vh' } : undefined}
        >
          <table
            role="grid"
            aria-labelledby={captionId}
            aria-rowcount={count + 1}
            aria-colcount={choice.shown.length}
            style={{ minWidth: `${choice.shown.reduce((sum, column) => sum + columnWidth(column), 0)}rem` }}
          >
            <colgroup>
              {choice.shown.map((column) => (
                <col key={column.key} style={{ width: `${columnWidth(column)}rem` }} />
              ))}
            </colgroup>
            <TableHead columns={choice.shown} sort={sort} onSort={props.onSort ?? setOwnSort} />
            <tbody role="rowgroup" ref={grid.body} onKeyDown={grid.onKeyDown} onFocus={grid.onFocus}>
              <Spacer height={above} columns={choice.shown.length} />
              {drawn.map(({ index }) => {
                const row = ordered[index];
                return row === undefined ? null : (
                  <TableRow
                    key={rowKey(row)}
                    row={row}
                    index={index}
                    columns={choice.shown}
                    unit={unit}
                    tone={props.rowTone?.(row)}
                    tabIndexOf={grid.tabIndexOf}
                  />
                );
              })}
              <Spacer height={below} columns={choice.shown.length} />
            </tbody>
            {totals && (
              <TableTotalsRow totals={totals} columns={choice.shown} unit={unit} index={count + 2} />
            )}
          </table>
        </div>
      )}
    </div>
  );
}

/** Follows the text size that the reader has set in the browser. */
function rowPixels(): number {
  const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
  return ROW_REM * (Number.isFinite(rem) ? rem : 10);
}

/** Holds the place of the rows that are not drawn. */
function Spacer({ height, columns }: { readonly height: number; readonly columns: number }) {
  if (height <= 0) return null;
  return (
    <tr aria-hidden="true" className="data-table__spacer">
      <td colSpan={columns} style={{ height }} />
    </tr>
  );
}

function TableSkeleton({ label }: { readonly label: string }) {
  return (
    <div className="data-table__skeleton" role="status" aria-busy="true">
      <span className="visually-hidden">{label}</span>
      {Array.from({ length: 8 }, (_, index) => (
        <Skeleton key={index} height="3.2rem" />
      ))}
    </div>
  );
}
