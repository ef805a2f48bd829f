import type { MoneyUnit } from '@ieum/domain';
import { showKrw } from '../lib/money-format';
import { cellClass, type TableColumn, type TableTotals } from './table-column';

interface TableTotalsRowProps<Row> {
  readonly totals: TableTotals;
  readonly columns: readonly TableColumn<Row>[];
  readonly unit: MoneyUnit;
  readonly index: number;
}

/** Sums at the foot; the first cell says what they are the sum of. */
export function TableTotalsRow<Row>({ totals, columns, unit, index }: TableTotalsRowProps<Row>) {
  return (
    <tfoot role="rowgroup">
      <tr role="row" aria-rowindex={index}>
        {columns.map((column, place) => {
          const cell = totals.cells[column.key];
          const shown = column.kind === 'money' && typeof cell === 'number' ? showKrw(cell, unit) : cell;
          return place === 0 ? (
            <th key={column.key} role="rowheader" scope="row">
              {totals.label}
            </th>
          ) : (
            <td key={column.key} role="gridcell" data-label={column.label} className={cellClass(column)}>
              {shown}
            </td>
          );
        })}
      </tr>
    </tfoot>
  );
}
