import { useMemo } from 'react';
import { today } from '../../../lib/date-format';
import { useUrlState } from '../../../lib/use-url-state';
import type { FairDetail, FairSlot, Timetable } from '../api';
import { daysOf, gridOf, slotsOfDay, type Place, type TimetableGrid } from './grid-view';

/** What a list can be narrowed to, beside the four kinds of places. */
export const SEAT_FILTERS = ['booked', 'waiting', 'free', 'part', 'full', 'absent'] as const;

const DEFAULTS = { as: '', day: '', desk: '', seat: '' } as const;
export const ALL_DAYS = 'all';
export const REFRESH_MS = 15_000;

/** While the fair runs the grid is read again and again; before and after it that would be for nothing. */
export function refreshes({ firstDay, lastDay }: Pick<FairDetail, 'firstDay' | 'lastDay'>): number | false {
  const day = today();
  return firstDay <= day && day <= lastDay ? REFRESH_MS : false;
}

export interface TimetableView {
  readonly isList: boolean;
  readonly day: string;
  readonly days: readonly string[];
  readonly desk: string;
  readonly seat: string;
  readonly change: (patch: { as?: string; day?: string; desk?: string; seat?: string }) => void;
}

/** The view in the address: a grid of one day, or a list of the places of a day or of all. */
export function useTimetableView(slots: readonly FairSlot[]): TimetableView {
  const [state, change] = useUrlState(DEFAULTS);
  const days = useMemo(() => daysOf(slots), [slots]);
  const isList = state.as === '' ? isNarrow() : state.as === 'list';
  const isAll = isList && state.day === ALL_DAYS;
  const day = isAll ? ALL_DAYS : (days.find((one) => one === state.day) ?? nearestDay(days));
  return { isList, day, days, desk: state.desk, seat: state.seat, change };
}

/** On a phone a list is read more easily than sixteen columns; the grid is one press away. */
function isNarrow(): boolean {
  return window.matchMedia?.('(max-width: 640px)').matches ?? false;
}

function nearestDay(days: readonly string[]): string {
  const now = today();
  return days.find((day) => day >= now) ?? days.at(-1) ?? '';
}

export function useGrid(timetable: Timetable, day: string): TimetableGrid {
  // The clock of the server moves with every answer; the grid is built anew only when something in it did.
  const { slots, desks, bookings, taken } = timetable;
  return useMemo(
    () => gridOf({ slots, desks, bookings, taken }, day === ALL_DAYS ? slots : slotsOfDay(slots, day)),
    [slots, desks, bookings, taken, day],
  );
}

/** The places of the list in order of time, then of the desks. */
export function placesOf(grid: TimetableGrid, desk: string, seat: string): Place[] {
  const rows = desk === '' ? grid.rows : grid.rows.filter((row) => row.desk.id === desk);
  return grid.slots.flatMap((_, column) =>
    rows.flatMap(({ places }) => {
      const place = places[column];
      return place !== undefined && fits(place, seat) ? [place] : [];
    }),
  );
}

function fits(place: Place, seat: string): boolean {
  if (seat === '') return true;
  if (seat === 'booked') return place.taken > 0 || place.bookings.length > 0;
  return seat === 'waiting' ? place.waiting > 0 : place.kind === seat;
}
