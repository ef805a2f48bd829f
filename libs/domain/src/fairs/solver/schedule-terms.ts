/** A desk of the fair as the schedule sees it. Parties and slots are named by id; weights are whole numbers. */
export interface ScheduleDesk {
  readonly id: string;
  /** meetings that it can hold at the same time, at least 1 */
  readonly seats: number;
  /** ids of the slots in which it consults */
  readonly slots: readonly string[];
}

export interface ScheduleExhibitor {
  readonly id: string;
  /** ids of the slots in which it is there */
  readonly slots: readonly string[];
  /** meetings that it should have at least, 0 = no floor */
  readonly floor: number;
  /** meetings that it may have at most, null = as many as its slots */
  readonly ceiling: number | null;
}

/** Keeps the sums of a large fair exact, with room to spare. */
export const MAX_WISH_WEIGHT = 1_000_000;

/** One side wants to meet the other; a meeting weighs what both put on it. What is no whole number from 1 is no wish. */
export interface ScheduleWish {
  readonly deskId: string;
  readonly exhibitorId: string;
  readonly by: 'desk' | 'exhibitor';
  readonly weight: number;
}

/** A meeting that stays where it is, whatever the availability says. */
export interface LockedMeeting {
  readonly deskId: string;
  readonly exhibitorId: string;
  readonly slot: string;
}

export interface ScheduleQuestion {
  /** ids in the order of the days */
  readonly slots: readonly string[];
  readonly desks: readonly ScheduleDesk[];
  readonly exhibitors: readonly ScheduleExhibitor[];
  /** wishes of parties that are not in the lists are left out */
  readonly wishes: readonly ScheduleWish[];
  readonly locked: readonly LockedMeeting[];
  /** the meetings of the schedule so far, which may go: among equally good schedules the one that is closest is taken */
  readonly present?: readonly LockedMeeting[];
  /** chooses among schedules that are equally good; the same question and seed give the same schedule */
  readonly seed: number;
}

export interface ScheduledMeeting extends LockedMeeting {
  readonly weight: number;
  readonly isLocked: boolean;
}

/**
 * How far the schedule is proven best. By prices: places have prices at which no schedule can be worth more (duality).
 * By search: every other schedule was ruled out. Bounded: nothing is worth more than the bound, the rest is open.
 */
export const SCHEDULE_PROOFS = ['optimal_by_prices', 'optimal_by_search', 'bounded'] as const;
export type ScheduleProof = (typeof SCHEDULE_PROOFS)[number];

export const UNMET_REASONS = [
  /** they are never there at the same time */
  'no_common_slot',
  /** the exhibitor has as many meetings as it may have */
  'exhibitor_ceiling',
  /** every seat of the desk is taken in every slot that both share */
  'desk_full',
  /** the exhibitor meets somebody else in every slot that both share */
  'exhibitor_full',
  /** both have places left, but never at the same time */
  'places_apart',
  /** both have places left, but whoever comes for the exhibitor is with another enterprise of hers then */
  'shared_person',
] as const;
export type UnmetReason = (typeof UNMET_REASONS)[number];

/** A pair that at least one side wanted and that does not meet. */
export interface UnmetWish {
  readonly deskId: string;
  readonly exhibitorId: string;
  readonly by: readonly ('desk' | 'exhibitor')[];
  readonly weight: number;
  readonly reason: UnmetReason;
  /** the lightest meeting that holds a place which this one would need; null when no meeting is in the way */
  readonly heldBy: ScheduledMeeting | null;
  /** even that one weighs as much: it was simply preferred. Otherwise only the whole schedule says why. */
  readonly isOutweighed: boolean;
}

/** Floors that cannot all be met: these exhibitors need more meetings than these desks and their other wishes allow. */
export interface FloorConflict {
  readonly exhibitorIds: readonly string[];
  /** desks without a place left for them; none when the exhibitor's own slots, ceiling or wishes are too few */
  readonly deskIds: readonly string[];
  /** meetings beside the locked ones that the floors ask for, and that are possible */
  readonly needed: number;
  readonly possible: number;
  /** places: too few, whoever is chosen. slots: enough places, but not at times that fit. */
  readonly cause: 'places' | 'slots';
  /** false: the schedule found no way, and there may be one */
  readonly isProven: boolean;
}

export interface DeskGain {
  readonly deskId: string;
  readonly meetings: number;
  /** seats × slots in which it consults */
  readonly places: number;
  readonly weight: number;
}

export interface ExhibitorGain {
  readonly exhibitorId: string;
  readonly meetings: number;
  readonly floor: number;
  readonly weight: number;
}

export interface FairSchedule {
  /** in the order of slots, then desks, then exhibitors */
  readonly meetings: readonly ScheduledMeeting[];
  readonly preference: number;
  /** no schedule that meets the floors as well is worth more */
  readonly bound: number;
  readonly proof: ScheduleProof;
  readonly desks: readonly DeskGain[];
  readonly exhibitors: readonly ExhibitorGain[];
  readonly unmet: readonly UnmetWish[];
  readonly floorConflicts: readonly FloorConflict[];
}
