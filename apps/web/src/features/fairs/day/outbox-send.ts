import { createClient, type ApiClient } from '@ieum/api-client';
import { fetchAs } from '../../../lib/api';
import { today } from '../../../lib/date-format';
import { ProblemError } from '../../../lib/problem-error';
import { unwrap } from '../../../lib/unwrap';
import type { Sent } from './outbox';
import type { OutboxEntry } from './outbox-entry';

/** A line that neither answers nor breaks counts as broken after this long. */
const PATIENCE_MS = 20_000;

/** Sends in the name of one account, each entry under its own key. */
export function senderOf(userId: string): (entry: OutboxEntry) => Promise<Sent> {
  const api = createClient({
    baseUrl: window.location.origin,
    fetch: (request) => fetchAs(userId, new Request(request, { signal: AbortSignal.timeout(PATIENCE_MS) })),
  });
  return async (entry) => {
    try {
      return { status: 200, problem: null, answer: await deliver(api, entry) };
    } catch (error) {
      const problem = error instanceof ProblemError ? error : null;
      return { status: problem?.status ?? 0, problem, answer: null };
    }
  };
}

function deliver(api: ApiClient, { fairId: id, key, work }: OutboxEntry): Promise<unknown> {
  const header = { 'Idempotency-Key': key };
  if (work.kind === 'check_in') {
    // A day is said only when it is not today's any more: a device whose clock is wrong checks in all the same.
    const body = { code: work.code, ...(work.day === today() ? {} : { day: work.day }) };
    return unwrap(api.POST('/api/v1/fairs/{id}/check-ins', { body, params: { path: { id }, header } }));
  }
  if (work.kind === 'walk_in') {
    const { deskId, exhibitorId, slotId } = work;
    const params = { path: { id }, header };
    return unwrap(api.POST('/api/v1/fairs/{id}/walk-ins', { body: { deskId, exhibitorId, slotId }, params }));
  }
  const params = { path: { id, bookingId: work.bookingId }, header };
  if (work.kind === 'attend')
    return unwrap(api.POST('/api/v1/fairs/{id}/bookings/{bookingId}/attend', { params }));
  if (work.kind === 'no_show')
    return unwrap(api.POST('/api/v1/fairs/{id}/bookings/{bookingId}/no-show', { params }));
  return unwrap(api.PUT('/api/v1/fairs/{id}/bookings/{bookingId}/result', { body: work.outcome, params }));
}
