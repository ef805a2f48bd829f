import type { Schema } from '@ieum/api-client';
import { api } from '../../lib/api';
import { etagOf, ifMatch, unwrap } from '../../lib/unwrap';
import type { Booking, CheckedIn, MeetingResult, WaitingEntry } from './api';

export type NewBooking = Schema<'CreateBookingDto'>;
export type BookingMove = Schema<'MoveBookingDto'>;
export type NewWaiting = Schema<'JoinWaitingListDto'>;
export type WalkIn = Schema<'WalkInDto'>;
export type ResultEntry = Schema<'PutMeetingResultDto'>;
type IdempotencyHeaders = { readonly 'Idempotency-Key': string };
type BookingRef = Pick<Booking, 'id' | 'fairId'>;
type WaitingRef = Pick<WaitingEntry, 'id' | 'fairId'>;

const at = ({ id: bookingId, fairId: id }: BookingRef) => ({ path: { id, bookingId } });
const atVersion = (booking: BookingRef & Pick<Booking, 'version'>) => ({
  ...at(booking),
  header: ifMatch(etagOf(booking.version)),
});
const waitingAt = ({ id: waitingId, fairId: id }: WaitingRef) => ({ path: { id, waitingId } });

/** Confirmed at once by the organiser; proposed to the other side by a desk or an enterprise. */
export function createBooking(id: string, body: NewBooking, header: IdempotencyHeaders): Promise<Booking> {
  return unwrap(api.POST('/api/v1/fairs/{id}/bookings', { body, params: { path: { id }, header } }));
}

export function acceptBooking(booking: BookingRef): Promise<Booking> {
  return unwrap(api.POST('/api/v1/fairs/{id}/bookings/{bookingId}/accept', { params: at(booking) }));
}

export function declineBooking(booking: BookingRef, reason: string): Promise<Booking> {
  const params = at(booking);
  return unwrap(api.POST('/api/v1/fairs/{id}/bookings/{bookingId}/decline', { body: { reason }, params }));
}

/** @throws ProblemError VERSION_STALE, BOOKING_DESK_TAKEN {nearestSlotIds, canWait} … */
export function moveBooking(
  booking: BookingRef & Pick<Booking, 'version'>,
  body: BookingMove,
): Promise<Booking> {
  const params = atVersion(booking);
  return unwrap(api.POST('/api/v1/fairs/{id}/bookings/{bookingId}/move', { body, params }));
}

export function cancelBooking(booking: BookingRef, reason: string): Promise<Booking> {
  const params = at(booking);
  return unwrap(api.POST('/api/v1/fairs/{id}/bookings/{bookingId}/cancel', { body: { reason }, params }));
}

/** Takes a cancellation back, while the place is still free. */
export function restoreBooking(booking: BookingRef): Promise<Booking> {
  return unwrap(api.POST('/api/v1/fairs/{id}/bookings/{bookingId}/restore', { params: at(booking) }));
}

/** The schedule leaves a locked booking where it is. */
export function lockBooking(
  booking: BookingRef & Pick<Booking, 'version'>,
  isLocked: boolean,
): Promise<Booking> {
  const params = atVersion(booking);
  return unwrap(api.POST('/api/v1/fairs/{id}/bookings/{bookingId}/lock', { body: { isLocked }, params }));
}

export function joinWaitingList(
  id: string,
  body: NewWaiting,
  header: IdempotencyHeaders,
): Promise<WaitingEntry> {
  return unwrap(api.POST('/api/v1/fairs/{id}/waiting-list', { body, params: { path: { id }, header } }));
}

export function acceptOffer(entry: WaitingRef): Promise<Booking> {
  return unwrap(api.POST('/api/v1/fairs/{id}/waiting-list/{waitingId}/accept', { params: waitingAt(entry) }));
}

export function declineOffer(entry: WaitingRef): Promise<WaitingEntry> {
  return unwrap(
    api.POST('/api/v1/fairs/{id}/waiting-list/{waitingId}/decline', { params: waitingAt(entry) }),
  );
}

export function leaveWaitingList(entry: WaitingRef): Promise<WaitingEntry> {
  return unwrap(
    api.POST('/api/v1/fairs/{id}/waiting-list/{waitingId}/withdraw', { params: waitingAt(entry) }),
  );
}

/** By the code on the paper or the phone. */
export function checkIn(id: string, code: string, header: IdempotencyHeaders): Promise<CheckedIn> {
  const params = { path: { id }, header };
  return unwrap(api.POST('/api/v1/fairs/{id}/check-ins', { body: { code }, params }));
}

export function createWalkIn(id: string, body: WalkIn, header: IdempotencyHeaders): Promise<Booking> {
  return unwrap(api.POST('/api/v1/fairs/{id}/walk-ins', { body, params: { path: { id }, header } }));
}

export function attendBooking(booking: BookingRef, header: IdempotencyHeaders): Promise<Booking> {
  const params = { ...at(booking), header };
  return unwrap(api.POST('/api/v1/fairs/{id}/bookings/{bookingId}/attend', { params }));
}

/** Frees the place; who stands by is promoted. */
export function markNoShow(booking: BookingRef, header: IdempotencyHeaders): Promise<Booking> {
  const params = { ...at(booking), header };
  return unwrap(api.POST('/api/v1/fairs/{id}/bookings/{bookingId}/no-show', { params }));
}

/** The last one who writes is right; the same key may be sent again after a lost answer. */
export function putMeetingResult(
  booking: BookingRef,
  body: ResultEntry,
  header: IdempotencyHeaders,
): Promise<MeetingResult> {
  const params = { ...at(booking), header };
  return unwrap(api.PUT('/api/v1/fairs/{id}/bookings/{bookingId}/result', { body, params }));
}
