import { useQueries, useQuery } from '@tanstack/react-query';
import type { Booking, Fair, FairDetail, Timetable, WaitingEntry } from '../api';
import { fairQuery, fairTimetableQuery, waitingListQuery } from '../api';
import { holds } from '../timetable/grid-view';
import { refreshes } from '../timetable/timetable-view';

export const LIVING_WAITS: ('waiting' | 'offered')[] = ['waiting', 'offered'];

/** What an enterprise has at one fair. */
export interface OwnAtFair {
  readonly bookings: readonly Booking[];
  /** asked by somebody else: it is the enterprise's to answer */
  readonly toAnswer: readonly Booking[];
  /** still to come, in order of time */
  readonly next: readonly Booking[];
}

export function ownAtFair(
  timetable: Pick<Timetable, 'bookings' | 'now'>,
  exhibitorId: string | null,
): OwnAtFair {
  const bookings = timetable.bookings
    .filter((one) => one.exhibitorId === exhibitorId)
    .sort((one, other) => (one.startsAt < other.startsAt ? -1 : 1));
  const isAhead = ({ endsAt }: Booking) => Date.parse(endsAt) > Date.parse(timetable.now);
  return {
    bookings,
    toAnswer: bookings.filter(
      (one) => one.state === 'proposed' && one.askedBy !== 'exhibitor' && isAhead(one),
    ),
    next: bookings.filter((one) => one.state === 'confirmed' && holds(one) && isAhead(one)),
  };
}

export const offersOf = (entries: readonly WaitingEntry[] | undefined): WaitingEntry[] =>
  (entries ?? []).filter(({ state }) => state === 'offered');

export const isExhibitor = (fair: FairDetail | undefined): boolean => (fair?.ownExhibitorId ?? null) !== null;

/** The fair with the reader's own stand, and what is planned there; nothing is asked where nobody applied. */
export function useOwnFair(fair: FairDetail) {
  const exhibitorId = fair.ownExhibitorId;
  const timetable = useQuery({
    ...fairTimetableQuery(fair.id),
    enabled: exhibitorId !== null,
    refetchInterval: refreshes(fair),
  });
  const waiting = useQuery({
    ...waitingListQuery(fair.id, { ...(exhibitorId === null ? {} : { exhibitorId }), state: LIVING_WAITS }),
    enabled: exhibitorId !== null,
    refetchInterval: refreshes(fair),
  });
  return { timetable, waiting };
}

/** How the own application stands at each of some fairs: the list alone does not tell it. */
export function useFairDetails(fairs: readonly Pick<Fair, 'id'>[]): ReadonlyMap<string, FairDetail> {
  return useQueries({
    queries: fairs.map(({ id }) => fairQuery(id)),
    combine: (results) =>
      new Map(results.flatMap(({ data }) => (data === undefined ? [] : [[data.id, data] as const]))),
  });
}
