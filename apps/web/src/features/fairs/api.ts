import type { operations, Schema } from '@ieum/api-client';
import { infiniteQueryOptions, queryOptions, skipToken } from '@tanstack/react-query';
import { api } from '../../lib/api';
import { unwrap } from '../../lib/unwrap';

export type Fair = Schema<'FairDto'>;
export type FairDetail = Schema<'FairDetailDto'>;
export type FairSlot = Schema<'FairSlotDto'>;
export type FairDesk = Schema<'FairDeskDto'>;
export type FairExhibitor = Schema<'FairExhibitorDto'>;
export type FairExhibitorDetail = Schema<'FairExhibitorDetailDto'>;
export type FairWish = Schema<'FairWishDto'>;
export type FairSchedule = Schema<'FairScheduleDto'>;
export type SchedulePreview = Schema<'FairSchedulePreviewDto'>;
export type Booking = Schema<'BookingDto'>;
export type WaitingEntry = Schema<'WaitingEntryDto'>;
export type Timetable = Schema<'FairTimetableDto'>;
export type CheckedIn = Schema<'CheckedInDto'>;
export type MeetingResult = Schema<'MeetingResultDto'>;
export type FairSummary = Schema<'FairSummaryDto'>;
export type FairReport = Schema<'FairReportDto'>;
export type FollowUp = Schema<'FollowUpDto'>;
export type PublicFair = Schema<'PublicFairDto'>;
export type PublicFairDetail = Schema<'PublicFairDetailDto'>;

type QueryOf<Operation extends keyof operations> = NonNullable<operations[Operation]['parameters']['query']>;
export type FairFilter = Omit<QueryOf<'listFairs'>, 'limit' | 'cursor'>;
export type BookingFilter = Omit<QueryOf<'listBookings'>, 'limit' | 'cursor'>;
export type WaitingFilter = QueryOf<'listWaiting'>;
export type TimetableFilter = QueryOf<'getFairTimetable'>;
export type FollowUpFilter = Omit<QueryOf<'listFairFollowUps'>, 'limit' | 'cursor'>;
export type FairState = Fair['state'];

/** Begins the key of everything that a change at any fair makes stale. */
export const FAIRS_KEY = ['fairs'] as const;

/** Begins the key of everything of one fair. */
export const fairKey = (id: string) => [...FAIRS_KEY, 'one', id] as const;

export function fairPagesQuery(filter: FairFilter) {
  return infiniteQueryOptions({
    queryKey: [...FAIRS_KEY, 'list', filter],
    queryFn: ({ pageParam, signal }) => {
      const query = { ...filter, limit: 100, ...(pageParam === null ? {} : { cursor: pageParam }) };
      return unwrap(api.GET('/api/v1/fairs', { params: { query }, signal }));
    },
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.nextCursor,
  });
}

export function fairQuery(id: string) {
  return queryOptions({
    queryKey: [...fairKey(id), 'fair'],
    queryFn: ({ signal }) => unwrap(api.GET('/api/v1/fairs/{id}', { params: { path: { id } }, signal })),
  });
}

export const publicFairsQuery = queryOptions({
  queryKey: [...FAIRS_KEY, 'public'],
  queryFn: ({ signal }) => unwrap(api.GET('/api/v1/public-fairs', { signal })),
});

export function publicFairQuery(id: string) {
  return queryOptions({
    queryKey: [...FAIRS_KEY, 'public', id],
    queryFn: ({ signal }) =>
      unwrap(api.GET('/api/v1/public-fairs/{id}', { params: { path: { id } }, signal })),
  });
}

export function fairDesksQuery(id: string) {
  return queryOptions({
    queryKey: [...fairKey(id), 'desks'],
    queryFn: ({ signal }) =>
      unwrap(api.GET('/api/v1/fairs/{id}/desks', { params: { path: { id } }, signal })),
  });
}

/** All of them, whatever their state; screens narrow by themselves. */
export function fairExhibitorsQuery(id: string) {
  return queryOptions({
    queryKey: [...fairKey(id), 'exhibitors'],
    queryFn: ({ signal }) =>
      unwrap(api.GET('/api/v1/fairs/{id}/exhibitors', { params: { path: { id } }, signal })),
  });
}

/** One application with who comes for it. */
export function fairExhibitorQuery(id: string, exhibitorId: string) {
  return queryOptions({
    queryKey: [...fairKey(id), 'exhibitors', exhibitorId],
    queryFn: ({ signal }) =>
      unwrap(
        api.GET('/api/v1/fairs/{id}/exhibitors/{exhibitorId}', {
          params: { path: { id, exhibitorId } },
          signal,
        }),
      ),
  });
}

export function fairWishesQuery(id: string) {
  return queryOptions({
    queryKey: [...fairKey(id), 'wishes'],
    queryFn: ({ signal }) =>
      unwrap(api.GET('/api/v1/fairs/{id}/wishes', { params: { path: { id } }, signal })),
  });
}

export function fairSchedulesQuery(id: string) {
  return queryOptions({
    queryKey: [...fairKey(id), 'schedules'],
    queryFn: ({ signal }) =>
      unwrap(api.GET('/api/v1/fairs/{id}/schedules', { params: { path: { id } }, signal })),
  });
}

export function fairScheduleQuery(id: string, scheduleId: string) {
  return queryOptions({
    queryKey: [...fairKey(id), 'schedules', scheduleId],
    queryFn: ({ signal }) =>
      unwrap(
        api.GET('/api/v1/fairs/{id}/schedules/{scheduleId}', {
          params: { path: { id, scheduleId } },
          signal,
        }),
      ),
  });
}

/** Work in the background; asked again by the screen until it ended. null = there is none. */
export function fairJobQuery(jobId: string | null) {
  return queryOptions({
    queryKey: ['jobs', jobId],
    queryFn:
      jobId === null
        ? skipToken
        : ({ signal }) => unwrap(api.GET('/api/v1/jobs/{id}', { params: { path: { id: jobId } }, signal })),
  });
}

export function bookingPagesQuery(id: string, filter: BookingFilter) {
  return infiniteQueryOptions({
    queryKey: [...fairKey(id), 'bookings', filter],
    queryFn: ({ pageParam, signal }) => {
      const query = { ...filter, limit: 200, ...(pageParam === null ? {} : { cursor: pageParam }) };
      return unwrap(api.GET('/api/v1/fairs/{id}/bookings', { params: { path: { id }, query }, signal }));
    },
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.nextCursor,
  });
}

export function waitingListQuery(id: string, filter: WaitingFilter = {}) {
  return queryOptions({
    queryKey: [...fairKey(id), 'waiting', filter],
    queryFn: ({ signal }) =>
      unwrap(api.GET('/api/v1/fairs/{id}/waiting-list', { params: { path: { id }, query: filter }, signal })),
  });
}

/** The grid of desks by slots; narrowed to one desk or one enterprise. */
export function fairTimetableQuery(id: string, filter: TimetableFilter = {}) {
  return queryOptions({
    queryKey: [...fairKey(id), 'timetable', filter],
    queryFn: ({ signal }) =>
      unwrap(api.GET('/api/v1/fairs/{id}/timetable', { params: { path: { id }, query: filter }, signal })),
  });
}

export const timetableSheetPath = (id: string) => `/api/v1/fairs/${id}/timetable/sheet`;
export const deskCalendarPath = (id: string, deskId: string) =>
  `/api/v1/fairs/${id}/desks/${deskId}/calendar`;
export const exhibitorCalendarPath = (id: string, exhibitorId: string) =>
  `/api/v1/fairs/${id}/exhibitors/${exhibitorId}/calendar`;

export function meetingResultQuery(id: string, bookingId: string) {
  return queryOptions({
    queryKey: [...fairKey(id), 'bookings', bookingId, 'result'],
    queryFn: ({ signal }) =>
      unwrap(
        api.GET('/api/v1/fairs/{id}/bookings/{bookingId}/result', {
          params: { path: { id, bookingId } },
          signal,
        }),
      ),
  });
}

export function fairSummaryQuery(year: number) {
  return queryOptions({
    queryKey: [...FAIRS_KEY, 'summary', year],
    queryFn: ({ signal }) => unwrap(api.GET('/api/v1/fair-summary', { params: { query: { year } }, signal })),
  });
}

export function fairReportQuery(id: string) {
  return queryOptions({
    queryKey: [...fairKey(id), 'report'],
    queryFn: ({ signal }) =>
      unwrap(api.GET('/api/v1/fairs/{id}/report', { params: { path: { id } }, signal })),
  });
}

export function followUpPagesQuery(filter: FollowUpFilter) {
  return infiniteQueryOptions({
    queryKey: [...FAIRS_KEY, 'follow-ups', filter],
    queryFn: ({ pageParam, signal }) => {
      const query = { ...filter, limit: 100, ...(pageParam === null ? {} : { cursor: pageParam }) };
      return unwrap(api.GET('/api/v1/fair-follow-ups', { params: { query }, signal }));
    },
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.nextCursor,
  });
}
