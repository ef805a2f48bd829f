import { useEffect, useSyncExternalStore } from 'react';
import { accessTokenUserId, onAccessTokenChange } from '../../../lib/access-token';
import { useUser } from '../../../lib/session';
import { Outbox, type OutboxView } from './outbox';
import { senderOf } from './outbox-send';
import { shelfOf } from './outbox-shelf';

const outboxes = new Map<string, Outbox>();

/** The outbox of one account at this device; it goes on sending while other pages are open. */
export function outboxOf(userId: string): Outbox {
  const known = outboxes.get(userId);
  if (known !== undefined) return known;
  const shelf = shelfOf(userId);
  const outbox = new Outbox({
    shelf,
    send: senderOf(userId),
    alone: (work) => aloneAmongTabs(`ieum.outbox.${userId}`, work),
    later: (work, ms) => {
      const timer = window.setTimeout(work, ms);
      return () => window.clearTimeout(timer);
    },
  });
  outboxes.set(userId, outbox);
  window.addEventListener('online', () => outbox.wake());
  window.addEventListener('storage', ({ key }) => {
    if (shelf.isOwn(key)) outbox.refresh();
  });
  onAccessTokenChange(() => {
    if (accessTokenUserId() === userId) outbox.wake();
  });
  return outbox;
}

/** What this account did here and the server does not have yet. */
export function useOutbox(): { readonly outbox: Outbox; readonly view: OutboxView } {
  const outbox = outboxOf(useUser().id);
  const view = useSyncExternalStore(outbox.subscribe, outbox.snapshot);
  useEffect(() => outbox.wake(), [outbox]);
  return { outbox, view };
}

/** Offices open this by address, without https, where there are no locks: there the keys alone keep things single. */
async function aloneAmongTabs(name: string, work: () => Promise<void>): Promise<boolean> {
  if (!('locks' in navigator)) {
    await work();
    return true;
  }
  return navigator.locks.request(name, { ifAvailable: true }, async (lock) => {
    if (lock === null) return false;
    await work();
    return true;
  });
}
