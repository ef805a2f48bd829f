import type { OpenFair, OpenPair } from './open-fair';
import { MAX_WISH_WEIGHT, type LockedMeeting, type ScheduleQuestion } from './schedule-terms';
import type { SeededRandom } from './seeded-random';

/** A pair that somebody wants, with what both sides put on it. */
export interface WantedPair {
  readonly deskId: string;
  readonly exhibitorId: string;
  readonly by: readonly ('desk' | 'exhibitor')[];
  readonly weight: number;
}

export interface NumberedFair {
  readonly fair: OpenFair;
  readonly deskIds: readonly string[];
  readonly exhibitorIds: readonly string[];
  /** what a weight of 1 is worth in this fair; the rest of a pair's weight says that it meets already */
  readonly scale: number;
}

export const pairKey = ({ deskId, exhibitorId }: Pick<LockedMeeting, 'deskId' | 'exhibitorId'>) =>
  JSON.stringify([deskId, exhibitorId]);

/** The wishes of both sides, pair by pair, by key. */
export function wantedPairs(question: ScheduleQuestion): Map<string, WantedPair> {
  const desks = new Set(question.desks.map(({ id }) => id));
  const exhibitors = new Set(question.exhibitors.map(({ id }) => id));
  const wanted = new Map<string, WantedPair>();
  for (const { deskId, exhibitorId, by, weight } of question.wishes) {
    const isWish = Number.isInteger(weight) && weight >= 1 && weight <= MAX_WISH_WEIGHT;
    if (!isWish || !desks.has(deskId) || !exhibitors.has(exhibitorId)) continue;
    const key = pairKey({ deskId, exhibitorId });
    const before = wanted.get(key);
    wanted.set(key, {
      deskId,
      exhibitorId,
      by: [...new Set([...(before?.by ?? []), by])].sort(),
      weight: (before?.weight ?? 0) + weight,
    });
  }
  return wanted;
}

/**
 * What is left to decide when the locked meetings have their places. Numbers are given by the seed and not by the
 * order of the rows, so that nobody is preferred for being entered first and the rows may come in any order.
 */
export function numberedFair(
  question: ScheduleQuestion,
  wanted: ReadonlyMap<string, WantedPair>,
  random: SeededRandom,
): NumberedFair {
  const desks = random.shuffled([...question.desks].sort(byId));
  const exhibitors = random.shuffled([...question.exhibitors].sort(byId));
  const lockedAt = (slot: string, isOf: (one: LockedMeeting) => boolean) =>
    question.locked.filter((one) => one.slot === slot && isOf(one)).length;
  const lockedPairs = new Set(question.locked.map(pairKey));

  const freeSeats = desks.map(({ id, seats, slots }) =>
    question.slots.map((slot) =>
      slots.includes(slot) ? Math.max(0, seats - lockedAt(slot, (one) => one.deskId === id)) : 0,
    ),
  );
  const isFree = exhibitors.map(({ id, slots }) =>
    question.slots.map(
      (slot) => slots.includes(slot) && lockedAt(slot, (one) => one.exhibitorId === id) === 0,
    ),
  );
  const remaining = (limit: number, id: string) =>
    Math.max(0, limit - question.locked.filter((one) => one.exhibitorId === id).length);
  const ceilings = exhibitors.map(({ id, ceiling }, at) => {
    const free = isFree[at]!.filter(Boolean).length;
    return ceiling === null ? free : Math.min(free, remaining(ceiling, id));
  });
  const floors = exhibitors.map(({ id, floor }, at) => Math.min(ceilings[at]!, remaining(floor, id)));

  const present = new Map(question.present?.map((one) => [pairKey(one), question.slots.indexOf(one.slot)]));
  const scale = scaleFor(present.size, wanted, floors);
  const pairs: OpenPair[] = [];
  desks.forEach(({ id: deskId }, desk) =>
    exhibitors.forEach(({ id: exhibitorId }, exhibitor) => {
      const key = pairKey({ deskId, exhibitorId });
      const weight = wanted.get(key)?.weight;
      if (weight === undefined || lockedPairs.has(key)) return;
      const slots = question.slots.flatMap((_, slot) =>
        freeSeats[desk]![slot]! > 0 && isFree[exhibitor]![slot] ? [slot] : [],
      );
      if (slots.length === 0) return;
      const slot = present.get(key);
      if (slot === undefined) pairs.push({ desk, exhibitor, weight: weight * scale, slots });
      else
        pairs.push({ desk, exhibitor, weight: weight * scale + (scale > 1 ? 1 : 0), slots, present: slot });
    }),
  );
  const hasFloors = floors.some((floor) => floor > 0);
  const floorReward = hasFloors ? 1 + pairs.reduce((sum, { weight }) => sum + weight, 0) : 0;
  return {
    fair: { freeSeats, isFree, floors, ceilings, pairs, floorReward },
    deskIds: desks.map(({ id }) => id),
    exhibitorIds: exhibitors.map(({ id }) => id),
    scale,
  };
}

/**
 * All present meetings together weigh less than a wish of 1, so that they decide among equals and never against a wish.
 * Where the sums would leave what a number holds exactly they decide nothing.
 */
function scaleFor(
  present: number,
  wanted: ReadonlyMap<string, WantedPair>,
  floors: readonly number[],
): number {
  if (present === 0) return 1;
  const weights = [...wanted.values()].reduce((sum, { weight }) => sum + weight, 0);
  const places = floors.reduce((sum, floor) => sum + floor, 2);
  return (weights + 1) * (present + 1) * places < Number.MAX_SAFE_INTEGER / 4 ? present + 1 : 1;
}

const byId = (one: { readonly id: string }, other: { readonly id: string }) => (one.id < other.id ? -1 : 1);
