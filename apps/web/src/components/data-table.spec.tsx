import { beforeEach, describe, expect, it } from '@jest/globals';
import { cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { DataTable } from './data-table';
import type { TableColumn } from './table-column';

interface Row {
  readonly id: string;
  readonly name: string;
  readonly amountKrw: number | null;
}

const columns: readonly TableColumn<Row>[] = [
  { key: 'name', label: 'Name', value: (row) => row.name },
  { key: 'amount', label: 'Amount', kind: 'money', value: (row) => row.amountKrw },
];
const rows: readonly Row[] = [
  { id: '1', name: 'B', amountKrw: 2_000_000 },
  { id: '2', name: 'A', amountKrw: null },
  { id: '3', name: 'C', amountKrw: 160_000 },
];

const show = (more: Partial<Parameters<typeof DataTable<Row>>[0]> = {}) =>
  render(
    <DataTable name="spec" caption="Rows" columns={columns} rows={rows} rowKey={(row) => row.id} {...more} />,
  );
const names = () =>
  screen
    .getAllByRole('row')
    .slice(1)
    .map((row) => within(row).queryAllByRole('gridcell')[0]?.textContent);

describe('data table', () => {
  beforeEach(() => {
    cleanup();
    localStorage.clear();
  });

  it('sorts by a column, missing values last in both directions', () => {
    show();
    const button = screen.getByRole('button', { name: /Amount/ });
    fireEvent.click(button);
    expect(names()).toEqual(['C', 'B', 'A']);
    fireEvent.click(button);
    expect(names()).toEqual(['B', 'C', 'A']);
    expect(screen.getByRole('columnheader', { name: /Amount/ }).getAttribute('aria-sort')).toBe('descending');
  });

  it('shows money in the unit of the table and says what the total sums', () => {
    show({ unit: 'thousand_won', totals: { label: 'Sum', cells: { amount: 2_160_000 } } });
    expect(screen.getByText('2,000')).toBeTruthy();
    expect(within(screen.getByRole('row', { name: /Sum/ })).getByText('2,160')).toBeTruthy();
  });

  it('moves by arrow keys with one cell in the tab order', () => {
    show();
    const first = screen.getAllByRole('gridcell')[0];
    expect(first?.tabIndex).toBe(0);
    first?.focus();
    fireEvent.keyDown(document.activeElement ?? document.body, { key: 'ArrowDown' });
    fireEvent.keyDown(document.activeElement ?? document.body, { key: 'ArrowRight' });
    expect(document.activeElement?.getAttribute('data-place')).toBe('1:1');
    fireEvent.keyDown(document.activeElement ?? document.body, { key: 'Home', ctrlKey: true });
    expect(document.activeElement).toBe(first);
    expect(screen.getAllByRole('gridcell').filter((cell) => cell.tabIndex === 0)).toHaveLength(1);
  });

  it('does not draw ten thousand rows at once, and still counts them', () => {
    const many = Array.from({ length: 10_000 }, (_, index) => ({
      id: `${index}`,
      name: `N${index}`,
      amountKrw: index,
    }));
    show({ rows: many });
    expect(screen.getByRole('grid').getAttribute('aria-rowcount')).toBe('10001');
    expect(screen.getAllByRole('row').length).toBeLessThan(200);
  });
});
