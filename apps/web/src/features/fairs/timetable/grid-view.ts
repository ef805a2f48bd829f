import type { Booking, FairSlot, Timetable } from '../api';

export type TimetableDesk = Timetable['desks'][number];

/** How full a place is, in the order in which a legend tells it. */
export const PLACE_KINDS = ['free', 'part', 'full', 'absent'] as const;
export type PlaceKind = (typeof PLACE_KINDS)[number];

/** One desk in one slot. */
export interface Place {
  readonly desk: TimetableDesk;
  readonly slot: FairSlot;
  /** what the reader may see of those who sit here, no-shows last */
  readonly bookings: readonly Booking[];
  /** everybody who sits here, also whom the reader may not see */
  readonly taken: number;
  readonly waiting: number;
  readonly kind: PlaceKind;
}

export interface TimetableGrid {
  readonly slots: readonly FairSlot[];
  readonly rows: readonly { readonly desk: TimetableDesk; readonly places: readonly Place[] }[];
}

export const placeKey = (deskId: string, slotId: string): string => `${deskId}:${slotId}`;

/** Desks by slots. A booking of a desk or slot that is not in the table is left out, never an error. */
export function gridOf(
  timetable: Omit<Timetable, 'now'>,
  slots: readonly FairSlot[] = timetable.slots,
): TimetableGrid {
  const bookings = byPlace(timetable.bookings);
  const taken = new Map(timetable.taken.map((one) => [placeKey(one.deskId, one.slotId), one]));
  const rows = timetable.desks.map((desk) => {
    const absent = new Set(desk.absent.map(({ slotId }) => slotId));
    const places = slots.map((slot): Place => {
      const key = placeKey(desk.id, slot.id);
      const seen = inPlace(bookings.get(key) ?? []);
      const held = seen.filter(holds).length;
      const count = Math.max(taken.get(key)?.taken ?? 0, held);
      const kind = kindOf(count, desk.seats, absent.has(slot.id));
      return { desk, slot, bookings: seen, taken: count, waiting: taken.get(key)?.waiting ?? 0, kind };
    });
    return { desk, places };
  });
  return { slots, rows };
}

function byPlace(bookings: readonly Booking[]): ReadonlyMap<string, readonly Booking[]> {
  const places = new Map<string, Booking[]>();
  for (const one of bookings) {
    const key = placeKey(one.deskId, one.slotId);
    const place = places.get(key);
    if (place === undefined) places.set(key, [one]);
    else place.push(one);
  }
  return places;
}

function kindOf(taken: number, seats: number, isAbsent: boolean): PlaceKind {
  if (taken >= seats) return 'full';
  if (isAbsent) return 'absent';
  return taken > 0 ? 'part' : 'free';
}

/** Whoever did not come gave the place free. */
export const holds = ({ state }: Pick<Booking, 'state'>): boolean =>
  state !== 'no_show' && state !== 'cancelled';

function inPlace(bookings: readonly Booking[]): Booking[] {
  return [...bookings].sort(
    (one, other) => Number(holds(other)) - Number(holds(one)) || one.seat - other.seat,
  );
}

export const daysOf = (slots: readonly FairSlot[]): string[] => [...new Set(slots.map(({ day }) => day))];

export const slotsOfDay = (slots: readonly FairSlot[], day: string): FairSlot[] =>
  slots.filter((slot) => slot.day === day);

/** Where now is among the slots of a day: in one of them, or before the one that comes next. */
export interface NowMark {
  readonly slotId: string;
  readonly isRunning: boolean;
}

export function nowMark(slots: readonly FairSlot[], now: string): NowMark | null {
  const at = Date.parse(now);
  const next = slots.find((slot) => Date.parse(slot.endsAt) > at);
  if (next === undefined || slots[0] === undefined) return null;
  const isRunning = Date.parse(next.startsAt) <= at;
  // Hours before the first slot nothing has to be marked.
  return isRunning || next !== slots[0] ? { slotId: next.id, isRunning } : null;
}

/** Free places of a desk at which the enterprise is free, too, as far as the reader can see; in order of time. */
export function freeSlots(timetable: Timetable, deskId: string, exhibitorId: string | null): FairSlot[] {
  const row = gridOf(timetable).rows.find(({ desk }) => desk.id === deskId);
  const busy = timetable.bookings.filter((one) => one.exhibitorId === exhibitorId && holds(one));
  return (row?.places ?? [])
    .filter(
      ({ kind, slot }) => (kind === 'free' || kind === 'part') && !busy.some((one) => overlaps(one, slot)),
    )
    .map(({ slot }) => slot);
}

type Span = Pick<FairSlot, 'startsAt' | 'endsAt'>;

function overlaps(one: Span, other: Span): boolean {
  return one.startsAt < other.endsAt && other.startsAt < one.endsAt;
}

/** The nearest first; of two equally near ones the earlier. */
export function nearestTo(slot: FairSlot, free: readonly FairSlot[], count: number): FairSlot[] {
  const distance = (one: FairSlot) => Math.abs(Date.parse(one.startsAt) - Date.parse(slot.startsAt));
  return free
    .filter(({ id }) => id !== slot.id)
    .sort((one, other) => distance(one) - distance(other) || (one.startsAt < other.startsAt ? -1 : 1))
    .slice(0, count);
}
