import { useSyncExternalStore } from 'react';

export interface KeptList<Item> {
  /** the same array as long as nothing changed: React compares by identity */
  readonly items: () => readonly Item[];
  /** the items, drawn again when they change, in this window or another one of the same browser */
  readonly useItems: () => readonly Item[];
  /** In, or out when it is there already; nothing when the list is full. */
  readonly toggle: (item: Item) => void;
  readonly empty: () => void;
}

interface KeptListOptions<Item> {
  readonly key: string;
  readonly max: number;
  /** is this really one: the storage may hold what an older version wrote, or anybody */
  readonly isItem: (value: unknown) => value is Item;
  readonly isSame: (one: Item, other: Item) => boolean;
}

/** A short list that stays in this browser over pages and visits, without an account. */
export function keptList<Item>({ key, max, isItem, isSame }: KeptListOptions<Item>): KeptList<Item> {
  const none: readonly Item[] = [];
  const listeners = new Set<() => void>();
  let shown: { readonly text: string | null; readonly items: readonly Item[] } = { text: null, items: none };

  const read = (text: string | null): readonly Item[] => {
    if (text === null) return none;
    try {
      const value: unknown = JSON.parse(text);
      return Array.isArray(value) ? value.filter(isItem).slice(0, max) : none;
    } catch {
      return none;
    }
  };
  const items = () => {
    const text = localStorage.getItem(key);
    if (text !== shown.text) shown = { text, items: read(text) };
    return shown.items;
  };
  const keep = (kept: readonly Item[]) => {
    if (kept.length === 0) localStorage.removeItem(key);
    else localStorage.setItem(key, JSON.stringify(kept));
    listeners.forEach((listener) => listener());
  };
  const listen = (listener: () => void) => {
    listeners.add(listener);
    window.addEventListener('storage', listener);
    return () => {
      listeners.delete(listener);
      window.removeEventListener('storage', listener);
    };
  };
  return {
    items,
    useItems: () => useSyncExternalStore(listen, items),
    toggle: (item) => {
      const kept = items();
      if (kept.some((one) => isSame(one, item))) keep(kept.filter((one) => !isSame(one, item)));
      else if (kept.length < max) keep([...kept, item]);
    },
    empty: () => keep(none),
  };
}
