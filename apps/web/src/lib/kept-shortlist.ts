import { isSameChoice, MAX_SHORTLIST_ENTRIES, type ShortlistChoice } from '@ieum/domain';
import { useSyncExternalStore } from 'react';

/** What somebody put aside before signing in: enough to show it and to take it over later. */
export interface KeptChoice extends ShortlistChoice {
  readonly supplierName: string;
  readonly itemName: string | null;
}

const STORAGE_KEY = 'ieum.shortlist';
const NOTHING: readonly KeptChoice[] = [];

const listeners = new Set<() => void>();
let shown: { readonly text: string | null; readonly kept: readonly KeptChoice[] } = {
  text: null,
  kept: NOTHING,
};

/** Stays in this browser until it is taken over into a list or emptied. */
export function useKeptShortlist(): readonly KeptChoice[] {
  return useSyncExternalStore(listen, keptShortlist);
}

export function keptShortlist(): readonly KeptChoice[] {
  const text = localStorage.getItem(STORAGE_KEY);
  // The same array as long as nothing changed: React compares by identity.
  if (text !== shown.text) shown = { text, kept: readKept(text) };
  return shown.kept;
}

/** In, or out when it is there already; nothing when the list is full. */
export function toggleKept(choice: KeptChoice): void {
  const kept = keptShortlist();
  if (kept.some((one) => isSameChoice(one, choice))) keep(kept.filter((one) => !isSameChoice(one, choice)));
  else if (kept.length < MAX_SHORTLIST_ENTRIES) keep([...kept, choice]);
}

export function emptyKept(): void {
  keep(NOTHING);
}

function keep(kept: readonly KeptChoice[]): void {
  if (kept.length === 0) localStorage.removeItem(STORAGE_KEY);
  else localStorage.setItem(STORAGE_KEY, JSON.stringify(kept));
  listeners.forEach((listener) => listener());
}

function readKept(text: string | null): readonly KeptChoice[] {
  if (text === null) return NOTHING;
  try {
    const value: unknown = JSON.parse(text);
    return Array.isArray(value) ? value.filter(isKept).slice(0, MAX_SHORTLIST_ENTRIES) : NOTHING;
  } catch {
    return NOTHING;
  }
}

function isKept(value: unknown): value is KeptChoice {
  if (typeof value !== 'object' || value === null) return false;
  const { supplierId, catalogueItemId, supplierName, itemName }: Partial<Record<keyof KeptChoice, unknown>> =
    value;
  const isText = (one: unknown) => typeof one === 'string' && one !== '';
  return (
    isText(supplierId) &&
    isText(supplierName) &&
    (catalogueItemId === null ? itemName === null : isText(catalogueItemId) && isText(itemName))
  );
}

function listen(listener: () => void): () => void {
  listeners.add(listener);
  // Chosen in another window of the same browser.
  window.addEventListener('storage', listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener('storage', listener);
  };
}
