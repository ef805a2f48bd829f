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

  const pairs: OpenPair[] = [];
  desks.forEach(({ id: deskId }, desk) =>
    exhibitors.forEach(({ id: exhibitorId }, exhibitor) => {
      const key = pairKey({ deskId, exhibitorId });
      const weight = wanted.get(key)?.weight;
      if (weight === undefined || lockedPairs.has(key)) return;
      const slots = question.slots.flatMap((_, slot) =>
        freeSeats[desk]![slot]! > 0 && isFree[exhibitor]![slot] ? [slot] : [],
      );
      if (slots.length > 0) pairs.push({ desk, exhibitor, weight, slots });
    }),
  );
  const hasFloors = floors.some((floor) => floor > 0);
  const floorReward = hasFloors ? 1 + pairs.reduce((sum, { weight }) => sum + weight, 0) : 0;
  return {
    fair: { freeSeats, isFree, floors, ceilings, pairs, floorReward },
    deskIds: desks.map(({ id }) => id),
    exhibitorIds: exhibitors.map(({ id }) => id),
  };
}

const byId = (one: { readonly id: string }, other: { readonly id: string }) => (one.id < other.id ? -1 : 1);
