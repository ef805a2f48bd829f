import { useSyncExternalStore } from 'react';

/** A supplier that somebody ticked to lay beside others. */
export interface ComparedSupplier {
  readonly id: string;
  readonly name: string;
}

/** More do not fit side by side, and nobody weighs five at once. */
export const MAX_COMPARED = 4;
const STORAGE_KEY = 'ieum.compare';
const NOBODY: readonly ComparedSupplier[] = [];

const listeners = new Set<() => void>();
let shown: { readonly text: string | null; readonly chosen: readonly ComparedSupplier[] } = {
  text: null,
  chosen: NOBODY,
};

/** The choice outlives the page and the visit; it is this device's own. */
export function useCompareChoice() {
  const chosen = useSyncExternalStore(listen, comparedSuppliers);
  return {
    chosen,
    isFull: chosen.length >= MAX_COMPARED,
    isChosen: (id: string) => chosen.some((one) => one.id === id),
    toggle: toggleCompared,
    clear: () => keep(NOBODY),
  };
}

export function comparedSuppliers(): readonly ComparedSupplier[] {
  const text = localStorage.getItem(STORAGE_KEY);
  // The same array as long as nothing changed: React compares by identity.
  if (text !== shown.text) shown = { text, chosen: readChoice(text) };
  return shown.chosen;
}

/** In, out, or nothing when four are chosen already. */
export function toggleCompared(supplier: ComparedSupplier): void {
  const chosen = comparedSuppliers();
  if (chosen.some((one) => one.id === supplier.id)) keep(chosen.filter((one) => one.id !== supplier.id));
  else if (chosen.length < MAX_COMPARED) keep([...chosen, { id: supplier.id, name: supplier.name }]);
}

/** The address that shows these side by side. @param context what the search asked, to mark what matched */
export function compareLink(ids: readonly string[], context: Readonly<Record<string, string>> = {}): string {
  const params = new URLSearchParams(ids.slice(0, MAX_COMPARED).map((id) => ['id', id]));
  for (const [key, value] of Object.entries(context)) if (value !== '') params.set(key, value);
  return `/suppliers/compare?${params.toString()}`;
}

function keep(chosen: readonly ComparedSupplier[]): void {
  if (chosen.length === 0) localStorage.removeItem(STORAGE_KEY);
  else localStorage.setItem(STORAGE_KEY, JSON.stringify(chosen));
  listeners.forEach((listener) => listener());
}

function readChoice(text: string | null): readonly ComparedSupplier[] {
  if (text === null) return NOBODY;
  try {
    const value: unknown = JSON.parse(text);
    return Array.isArray(value) ? value.filter(isSupplier).slice(0, MAX_COMPARED) : NOBODY;
  } catch {
    return NOBODY;
  }
}

function isSupplier(value: unknown): value is ComparedSupplier {
  if (typeof value !== 'object' || value === null || !('id' in value) || !('name' in value)) return false;
  return typeof value.id === 'string' && typeof value.name === 'string';
}

function listen(listener: () => void): () => void {
  listeners.add(listener);
  // Ticked in another window of the same browser.
  window.addEventListener('storage', listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener('storage', listener);
  };
}
