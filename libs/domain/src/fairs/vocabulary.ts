/** What a fair is in the course of its life; every step is one further, and scheduling may go back to applications. */
export const FAIR_STATES = ['planned', 'applications', 'scheduling', 'open', 'held', 'followed_up'] as const;
export type FairState = (typeof FAIR_STATES)[number];

/** An enterprise applies; the organiser confirms or declines; either side may take it back. */
export const EXHIBITOR_STATES = ['applied', 'confirmed', 'declined', 'withdrawn'] as const;
export type ExhibitorState = (typeof EXHIBITOR_STATES)[number];

export const FAIR_SIDES = ['desk', 'exhibitor'] as const;
export type FairSide = (typeof FAIR_SIDES)[number];

/** Who acts at a fair: its organiser, or somebody of one side. */
export const FAIR_STANDS = ['organiser', ...FAIR_SIDES] as const;
export type FairStand = (typeof FAIR_STANDS)[number];

export const BOOKING_STATES = [
  'proposed',
  'confirmed',
  'cancelled',
  'attended',
  'no_show',
  'walk_in',
] as const;
export type BookingState = (typeof BOOKING_STATES)[number];

/** The states in which nobody else can have the place; the exclusion constraints name the same ones. */
export const HOLDING_STATES = [
  'proposed',
  'confirmed',
  'attended',
  'walk_in',
] as const satisfies readonly BookingState[];

export const BOOKING_ORIGINS = [
  'schedule',
  'request',
  'organiser',
  'waiting_list',
  'stand_by',
  'walk_in',
] as const;
export type BookingOrigin = (typeof BOOKING_ORIGINS)[number];

/** Reasons for which a booking ends that nobody writes: its answer did not come, a new schedule took it back. */
export const BOOKING_ENDS = ['expired', 'rescheduled'] as const;
export type BookingEnd = (typeof BOOKING_ENDS)[number];

export const BOOKING_ACTIONS = [
  'accept',
  'decline',
  'move',
  'cancel',
  'restore',
  'attend',
  'no_show',
  'lock',
] as const;
export type BookingAction = (typeof BOOKING_ACTIONS)[number];

/** Why a booking ended when no person wrote the reason; the screens have a sentence for each. */
export const OWN_CANCEL_REASONS = ['expired', 'offer_declined'] as const;
export type OwnCancelReason = (typeof OWN_CANCEL_REASONS)[number];

/** What becomes of a booking, as those who did not do it are told. */
export const BOOKING_CHANGES = [
  'booked',
  'accepted',
  'declined',
  'cancelled',
  'moved',
  'restored',
  'expired',
] as const;
export type BookingChange = (typeof BOOKING_CHANGES)[number];

export const WAITING_STATES = ['waiting', 'offered', 'accepted', 'declined', 'expired', 'withdrawn'] as const;
export type WaitingState = (typeof WAITING_STATES)[number];

export const SCHEDULE_STATES = ['solving', 'ready', 'applied', 'discarded', 'failed'] as const;
export type ScheduleState = (typeof SCHEDULE_STATES)[number];

export const MEETING_INTERESTS = ['strong', 'some', 'none'] as const;
export type MeetingInterest = (typeof MEETING_INTERESTS)[number];

export const MEETING_NEXT_STEPS = ['contract', 'offer', 'visit', 'later', 'nothing'] as const;
export type MeetingNextStep = (typeof MEETING_NEXT_STEPS)[number];

/** open: nobody knows yet what came of it; matched: a match carries it on; closed: nothing will come, with the reason. */
export const FOLLOW_UP_STATES = ['none', 'open', 'matched', 'closed'] as const;
export type FollowUpState = (typeof FOLLOW_UP_STATES)[number];

/** What an official report states about the contracts of a year's fairs. */
export const FAIR_OFFICIAL_FIGURES = ['contracts', 'suppliers', 'amount_krw'] as const;
export type FairOfficialFigure = (typeof FAIR_OFFICIAL_FIGURES)[number];

export const MAX_FAIR_DAYS = 10;
export const MAX_FAIR_SLOTS = 300;
export const MAX_FAIR_DESKS = 500;
export const MAX_FAIR_EXHIBITORS = 2000;
export const MAX_DESK_SEATS = 20;
/** As the screens offer it: a wish is 1 (would be good) to 5 (must meet). */
export const MAX_FAIR_WISH = 5;
