import type { MoneyUnit } from '@ieum/domain';
import type { ReactNode } from 'react';
import { showDay } from '../lib/date-format';
import type { Language } from '../lib/define-messages';
import { useLanguage } from '../lib/language';
import { showKrw } from '../lib/money-format';
import { cellClass, type TableColumn } from './table-column';

interface TableRowProps<Row> {
  readonly row: Row;
  readonly index: number;
  readonly columns: readonly TableColumn<Row>[];
  readonly unit: MoneyUnit;
  readonly tone: string | undefined;
  readonly tabIndexOf: (row: number, column: number) => 0 | -1;
}

export function TableRow<Row>({ row, index, columns, unit, tone, tabIndexOf }: TableRowProps<Row>) {
  const { language } = useLanguage();
  return (
    <tr role="row" aria-rowindex={index + 2} className={tone && `data-table__row--${tone}`}>
      {columns.map((column, place) => (
        <td
          key={column.key}
          role="gridcell"
          aria-colindex={place + 1}
          data-place={`${index}:${place}`}
          data-label={column.label}
          tabIndex={tabIndexOf(index, place)}
          className={cellClass(column)}
        >
          {column.cell ? column.cell(row) : shownValue(column, row, unit, language)}
        </td>
      ))}
    </tr>
  );
}

function shownValue<Row>(column: TableColumn<Row>, row: Row, unit: MoneyUnit, language: Language): ReactNode {
  const value = column.value?.(row) ?? null;
  if (value === null || value === '') return '–';
  if (column.kind === 'day') return showDay(String(value), language);
  if (typeof value !== 'number') return value;
  return column.kind === 'money' ? showKrw(value, unit) : value.toLocaleString('ko-KR');
}
