import { inOrder } from './outbox-core';
import { readEntry, type OutboxEntry } from './outbox-entry';

const PREFIX = 'ieum.outbox.';

export interface Shelf {
  readonly read: () => OutboxEntry[];
  /** @returns false when this device could not keep it: then it lives only as long as the page */
  readonly put: (entry: OutboxEntry) => boolean;
  readonly take: (key: string) => void;
  /** whether a change of this stored thing is a change of the shelf */
  readonly isOwn: (storedKey: string | null) => boolean;
}

/**
 * What one account has not sent yet, on this device. Each entry lies under a key of its own: two tabs that add and take
 * at the same moment never overwrite each other's.
 */
export function shelfOf(userId: string, storage: Storage = localStorage): Shelf {
  const prefix = `${PREFIX}${userId}.`;
  const unkept = new Map<string, OutboxEntry>();
  return {
    read: () => {
      const kept = Object.keys(storage)
        .filter((name) => name.startsWith(prefix))
        .map((name) => readEntry(storage.getItem(name) ?? ''));
      return inOrder([...kept.filter((entry) => entry !== null), ...unkept.values()]);
    },
    put: (entry) => {
      try {
        storage.setItem(prefix + entry.key, JSON.stringify(entry));
        return true;
      } catch {
        storage.removeItem(prefix + entry.key);
        unkept.set(entry.key, entry);
        return false;
      }
    },
    take: (key) => {
      storage.removeItem(prefix + key);
      unkept.delete(key);
    },
    // A cleared storage tells no key.
    isOwn: (storedKey) => storedKey === null || storedKey.startsWith(prefix),
  };
}
