import { useMessages } from '../lib/language';
import { Icon } from './icon';
import { componentMessages } from './messages';
import { cellClass, type TableColumn, type TableSort } from './table-column';

interface TableHeadProps<Row> {
  readonly columns: readonly TableColumn<Row>[];
  readonly sort: TableSort | null;
  readonly onSort: (sort: TableSort) => void;
}

export function TableHead<Row>({ columns, sort, onSort }: TableHeadProps<Row>) {
  return (
    <thead role="rowgroup">
      <tr role="row" aria-rowindex={1}>
        {columns.map((column, index) => {
          const direction = sort?.key === column.key ? sort.direction : undefined;
          const sortable = column.sortable ?? column.value !== undefined;
          return (
            <th
              key={column.key}
              role="columnheader"
              scope="col"
              aria-colindex={index + 1}
              aria-sort={sortable ? (direction ?? 'none') : undefined}
              className={cellClass(column)}
            >
              {sortable ? (
                <SortButton
                  label={column.label}
                  direction={direction}
                  onSort={(next) => onSort({ key: column.key, direction: next })}
                />
              ) : (
                column.label
              )}
            </th>
          );
        })}
      </tr>
    </thead>
  );
}

interface SortButtonProps {
  readonly label: string;
  readonly direction: TableSort['direction'] | undefined;
  readonly onSort: (direction: TableSort['direction']) => void;
}

function SortButton({ label, direction, onSort }: SortButtonProps) {
  const t = useMessages(componentMessages);
  const next = direction === 'ascending' ? 'descending' : 'ascending';
  const title = t(next === 'ascending' ? 'sortAscending' : 'sortDescending', { column: label });
  return (
    <button type="button" className="data-table__sort" onClick={() => onSort(next)} title={title}>
      {label}
      <span className={direction ? 'data-table__arrow' : 'data-table__arrow data-table__arrow--idle'}>
        <Icon name={direction === 'descending' ? 'down' : 'up'} size={14} />
      </span>
    </button>
  );
}
