import { useState } from 'react';
import type { TableColumn } from './table-column';

interface ColumnChoice<Row> {
  readonly shown: readonly TableColumn<Row>[];
  readonly isShown: (key: string) => boolean;
  readonly toggle: (key: string) => void;
}

/** Which columns a reader wants to see; remembered on this device under `name`. */
export function useColumnChoice<Row>(name: string, columns: readonly TableColumn<Row>[]): ColumnChoice<Row> {
  const storageKey = `ieum.columns.${name}`;
  const [hidden, setHidden] = useState<readonly string[]>(
    () =>
      readHidden(storageKey) ?? columns.filter((column) => column.hiddenAtFirst).map((column) => column.key),
  );
  const isShown = (key: string) => !hidden.includes(key);
  const toggle = (key: string) => {
    const next = isShown(key) ? [...hidden, key] : hidden.filter((one) => one !== key);
    localStorage.setItem(storageKey, JSON.stringify(next));
    setHidden(next);
  };
  return { shown: columns.filter((column, index) => index === 0 || isShown(column.key)), isShown, toggle };
}

function readHidden(storageKey: string): readonly string[] | null {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(storageKey) ?? 'null');
    return Array.isArray(stored) ? stored.filter((key) => typeof key === 'string') : null;
  } catch {
    return null;
  }
}
