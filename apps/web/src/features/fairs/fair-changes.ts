import type { Schema } from '@ieum/api-client';
import { api } from '../../lib/api';
import { etagOf, ifMatch, unwrap } from '../../lib/unwrap';
import type {
  FairDesk,
  FairDetail,
  FairExhibitor,
  FairExhibitorDetail,
  FairSchedule,
  FairState,
  FairSummary,
  FairWish,
  FollowUp,
} from './api';

export type NewFair = Schema<'CreateFairDto'>;
export type FairChange = Schema<'ChangeFairDto'>;
export type NewDesk = Schema<'CreateFairDeskDto'>;
export type DeskChange = Schema<'ChangeFairDeskDto'>;
export type Application = Schema<'ApplyToFairDto'>;
export type ExhibitorChange = Schema<'ChangeFairExhibitorDto'>;
export type ExhibitorDecision = Schema<'DecideFairExhibitorDto'>;
export type Wishes = Schema<'PutFairWishesDto'>;
type IdempotencyHeaders = { readonly 'Idempotency-Key': string };
interface Versioned {
  readonly id: string;
  readonly version: number;
}

const atFair = ({ id, version }: Versioned) => ({ path: { id }, header: ifMatch(etagOf(version)) });
const atDesk = ({ id: deskId, fairId: id, version }: FairDesk) => ({
  path: { id, deskId },
  header: ifMatch(etagOf(version)),
});
const atExhibitor = ({ id: exhibitorId, fairId: id, version }: FairExhibitor) => ({
  path: { id, exhibitorId },
  header: ifMatch(etagOf(version)),
});

export function createFair(body: NewFair, header: IdempotencyHeaders): Promise<FairDetail> {
  return unwrap(api.POST('/api/v1/fairs', { body, params: { header } }));
}

export function changeFair(fair: Versioned, body: FairChange): Promise<FairDetail> {
  return unwrap(api.PATCH('/api/v1/fairs/{id}', { body, params: atFair(fair) }));
}

/** @throws ProblemError FAIR_STATE with what is missing */
export function moveFair(fair: Versioned, state: FairState): Promise<FairDetail> {
  return unwrap(api.POST('/api/v1/fairs/{id}/state', { body: { state }, params: atFair(fair) }));
}

/** @throws ProblemError FAIR_HAS_BOOKINGS */
export function layFairSlots(fair: Versioned, body: Schema<'LaySlotsDto'>): Promise<FairDetail> {
  return unwrap(api.PUT('/api/v1/fairs/{id}/slots', { body, params: atFair(fair) }));
}

export function createDesk(id: string, body: NewDesk, header: IdempotencyHeaders): Promise<FairDesk> {
  return unwrap(api.POST('/api/v1/fairs/{id}/desks', { body, params: { path: { id }, header } }));
}

export function changeDesk(desk: FairDesk, body: DeskChange): Promise<FairDesk> {
  return unwrap(api.PATCH('/api/v1/fairs/{id}/desks/{deskId}', { body, params: atDesk(desk) }));
}

/** Its bookings that hold a place are cancelled. */
export function withdrawDesk(desk: FairDesk, reason: string): Promise<FairDesk> {
  const params = atDesk(desk);
  return unwrap(api.POST('/api/v1/fairs/{id}/desks/{deskId}/withdraw', { body: { reason }, params }));
}

/** By the enterprise itself, or by the organiser for another one, which is confirmed at once. */
export function applyToFair(
  id: string,
  body: Application,
  header: IdempotencyHeaders,
): Promise<FairExhibitorDetail> {
  return unwrap(api.POST('/api/v1/fairs/{id}/exhibitors', { body, params: { path: { id }, header } }));
}

export function changeExhibitor(one: FairExhibitor, body: ExhibitorChange): Promise<FairExhibitorDetail> {
  const params = atExhibitor(one);
  return unwrap(api.PATCH('/api/v1/fairs/{id}/exhibitors/{exhibitorId}', { body, params }));
}

export function decideExhibitor(one: FairExhibitor, body: ExhibitorDecision): Promise<FairExhibitorDetail> {
  const params = atExhibitor(one);
  return unwrap(api.POST('/api/v1/fairs/{id}/exhibitors/{exhibitorId}/decision', { body, params }));
}

export function withdrawExhibitor(one: FairExhibitor, reason: string): Promise<FairExhibitorDetail> {
  const params = atExhibitor(one);
  return unwrap(
    api.POST('/api/v1/fairs/{id}/exhibitors/{exhibitorId}/withdraw', { body: { reason }, params }),
  );
}

/** All wishes of one desk; what is left out is taken back. */
export function putDeskWishes(id: string, deskId: string, body: Wishes): Promise<{ items: FairWish[] }> {
  const params = { path: { id, deskId } };
  return unwrap(api.PUT('/api/v1/fairs/{id}/desks/{deskId}/wishes', { body, params }));
}

/** All wishes of one enterprise; what is left out is taken back. */
export function putExhibitorWishes(
  id: string,
  exhibitorId: string,
  body: Wishes,
): Promise<{ items: FairWish[] }> {
  const params = { path: { id, exhibitorId } };
  return unwrap(api.PUT('/api/v1/fairs/{id}/exhibitors/{exhibitorId}/wishes', { body, params }));
}

export function computeSchedule(id: string, seed: number, header: IdempotencyHeaders) {
  const params = { path: { id }, header };
  return unwrap(api.POST('/api/v1/fairs/{id}/schedules', { body: { seed }, params }));
}

/** @throws ProblemError FAIR_SCHEDULE_OUTDATED */
export function applySchedule(id: string, scheduleId: string, header: IdempotencyHeaders) {
  const params = { path: { id, scheduleId }, header };
  return unwrap(api.POST('/api/v1/fairs/{id}/schedules/{scheduleId}/apply', { params }));
}

export function discardSchedule(id: string, scheduleId: string): Promise<FairSchedule> {
  const params = { path: { id, scheduleId } };
  return unwrap(api.POST('/api/v1/fairs/{id}/schedules/{scheduleId}/discard', { params }));
}

type OfficialFigure = FairSummary['official'][number]['figure'];

export function putOfficialFigure(
  year: number,
  figure: OfficialFigure,
  body: Schema<'PutOfficialFigureDto'>,
): Promise<FairSummary> {
  const params = { path: { year, figure } };
  return unwrap(api.PUT('/api/v1/fair-summary/{year}/official/{figure}', { body, params }));
}

/** A match that carries the meeting on. */
export function beginFairMatch(
  { fairId, bookingId }: Pick<FollowUp, 'fairId' | 'bookingId'>,
  body: Schema<'BeginFairMatchDto'>,
  header: IdempotencyHeaders,
): Promise<FollowUp> {
  const params = { path: { id: fairId, bookingId }, header };
  return unwrap(api.POST('/api/v1/fairs/{id}/bookings/{bookingId}/match', { body, params }));
}

/** Nothing will come of the meeting. */
export function closeFollowUp(
  { fairId, bookingId }: Pick<FollowUp, 'fairId' | 'bookingId'>,
  reason: string,
): Promise<FollowUp> {
  const params = { path: { id: fairId, bookingId } };
  return unwrap(
    api.POST('/api/v1/fairs/{id}/bookings/{bookingId}/close-follow-up', { body: { reason }, params }),
  );
}

export function giveDeskFeedback(id: string, deskId: string, body: Schema<'GiveFeedbackDto'>) {
  const params = { path: { id, deskId } };
  return unwrap(api.PUT('/api/v1/fairs/{id}/feedback/desks/{deskId}', { body, params }));
}

export function giveExhibitorFeedback(id: string, exhibitorId: string, body: Schema<'GiveFeedbackDto'>) {
  const params = { path: { id, exhibitorId } };
  return unwrap(api.PUT('/api/v1/fairs/{id}/feedback/exhibitors/{exhibitorId}', { body, params }));
}
