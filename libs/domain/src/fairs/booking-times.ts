import { addDays, koreanDay } from '../calendar/day';

/** One slot of a fair: [startsAt, endsAt). */
export interface SlotFacts {
  readonly id: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
}

const MINUTE_MS = 60_000;

function earlier(one: Date, other: Date): Date {
  return one <= other ? one : other;
}

/**
 * Until when an asked place is kept for the answer: the Korean midnight that ends the `holdDays`-th day after asking (0 =
 * the day itself), never beyond the slot's start. At that instant it is free.
 */
export function holdUntil(now: Date, holdDays: number, slot: Pick<SlotFacts, 'startsAt'>): Date {
  const midnight = new Date(`${addDays(koreanDay(now), holdDays + 1)}T00:00:00+09:00`);
  return earlier(midnight, slot.startsAt);
}

/** Has the time to answer passed? A booking without such a time keeps its place. */
export function isLapsed(heldUntil: Date | null, now: Date): boolean {
  return heldUntil !== null && heldUntil <= now;
}

/**
 * Until when an offer of the waiting list stands: so many minutes, never beyond the slot's start; a place that becomes
 * free while the slot runs stands until its end.
 */
export function offerUntil(now: Date, offerMinutes: number, slot: SlotFacts): Date {
  const end = now < slot.startsAt ? slot.startsAt : slot.endsAt;
  return earlier(new Date(now.getTime() + offerMinutes * MINUTE_MS), end);
}

/** Close to the start and later only who stands at the door can still come. */
export function isForStandBy(slot: Pick<SlotFacts, 'startsAt'>, noShowMinutes: number, now: Date): boolean {
  return slot.startsAt.getTime() - now.getTime() <= noShowMinutes * MINUTE_MS;
}

/**
 * The free slots nearest in time to a wanted one, the earlier first of two that are equally near.
 * @param isFree for both parties
 */
export function nearestFreeSlots(
  slots: readonly SlotFacts[],
  wanted: Pick<SlotFacts, 'id' | 'startsAt'>,
  isFree: (slot: SlotFacts) => boolean,
  now: Date,
  limit = 3,
): SlotFacts[] {
  const distance = (slot: SlotFacts) => Math.abs(slot.startsAt.getTime() - wanted.startsAt.getTime());
  return slots
    .filter((slot) => slot.id !== wanted.id && slot.startsAt > now && isFree(slot))
    .sort((a, b) => distance(a) - distance(b) || a.startsAt.getTime() - b.startsAt.getTime())
    .slice(0, limit);
}
