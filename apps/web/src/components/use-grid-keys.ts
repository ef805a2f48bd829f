import { useEffect, useRef, useState, type FocusEvent, type KeyboardEvent } from 'react';

interface Place {
  readonly row: number;
  readonly column: number;
}

const PAGE_ROWS = 10;

/**
 * One cell of the grid is in the tab order; arrows, Home, End and Page keys move it (ARIA grid pattern).
 * Enter goes to the link or button inside a cell. `reveal` scrolls a row that is not drawn yet into view.
 */
export function useGridKeys(rowCount: number, columnCount: number, reveal: (row: number) => void) {
  const [active, setActive] = useState<Place>({ row: 0, column: 0 });
  const body = useRef<HTMLTableSectionElement>(null);
  const waiting = useRef<Place | null>(null);

  // The cell may be drawn only after the scrolling: every drawing looks whether the awaited one is there.
  useEffect(() => {
    if (waiting.current === null) return;
    const { row, column } = waiting.current;
    const cell = body.current?.querySelector<HTMLElement>(`[data-place="${row}:${column}"]`);
    if (!cell) return;
    waiting.current = null;
    cell.focus();
  });

  const move = (row: number, column: number) => {
    const place = {
      row: Math.max(0, Math.min(rowCount - 1, row)),
      column: Math.max(0, Math.min(columnCount - 1, column)),
    };
    waiting.current = place;
    reveal(place.row);
    setActive(place);
  };

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (!(event.target instanceof HTMLElement)) return;
    // Inside a field or list of a cell the keys belong to that control.
    if (event.target.matches('input, select, textarea')) return;
    const { row, column } = active;
    const whole = event.ctrlKey || event.metaKey;
    const target: Readonly<Record<string, readonly [number, number]>> = {
      ArrowDown: [row + 1, column],
      ArrowUp: [row - 1, column],
      ArrowLeft: [row, column - 1],
      ArrowRight: [row, column + 1],
      PageDown: [row + PAGE_ROWS, column],
      PageUp: [row - PAGE_ROWS, column],
      Home: [whole ? 0 : row, 0],
      End: [whole ? rowCount - 1 : row, columnCount - 1],
    };
    const next = target[event.key];
    if (next) {
      event.preventDefault();
      move(next[0], next[1]);
    } else if (event.key === 'Enter' && event.target.dataset.place !== undefined) {
      event.target.querySelector<HTMLElement>('a, button, input, select')?.focus();
    }
  };

  const onFocus = (event: FocusEvent<HTMLElement>) => {
    const place = event.target.closest<HTMLElement>('[data-place]')?.dataset.place?.split(':').map(Number);
    const [row, column] = place ?? [];
    if (row === undefined || column === undefined || (row === active.row && column === active.column)) return;
    setActive({ row, column });
  };

  const tabIndexOf = (row: number, column: number) =>
    Math.min(active.row, rowCount - 1) === row && Math.min(active.column, columnCount - 1) === column
      ? 0
      : -1;
  return { body, onKeyDown, onFocus, tabIndexOf };
}
