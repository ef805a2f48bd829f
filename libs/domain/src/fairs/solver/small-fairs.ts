import type { LockedMeeting, ScheduledMeeting, ScheduleQuestion, ScheduleWish } from './schedule-terms';
import { SeededRandom } from './seeded-random';

/** For the specs: small random fairs, and what is true of a schedule, found without any part of the solver. */
export interface SmallFairKind {
  readonly hasAvailability: boolean;
  readonly hasLimits: boolean;
  readonly hasLocks: boolean;
}

/** 2–4 desks of 1–2 seats, 2–5 exhibitors, 1–4 slots. */
export function smallFair(seed: number, kind: SmallFairKind): ScheduleQuestion {
  const random = new SeededRandom(seed);
  const names = (letter: string, least: number, most: number) =>
    Array.from({ length: least + random.below(most - least + 1) }, (_, at) => `${letter}${at + 1}`);
  const slots = names('s', 1, 4);
  const there = () => (kind.hasAvailability ? slots.filter(() => random.below(3) > 0) : slots);
  const desks = names('d', 2, 4).map((id) => ({ id, seats: random.below(5) === 0 ? 2 : 1, slots: there() }));
  const exhibitors = names('e', 2, 5).map((id) => {
    const floor = kind.hasLimits ? random.below(3) : 0;
    const ceiling = kind.hasLimits && random.below(2) === 0 ? floor + random.below(3) : null;
    return { id, slots: there(), floor, ceiling };
  });
  const wishes = desks.flatMap((desk) =>
    exhibitors.flatMap((exhibitor) =>
      (['desk', 'exhibitor'] as const).flatMap((by): ScheduleWish[] => {
        const wish = { deskId: desk.id, exhibitorId: exhibitor.id, by, weight: 1 + random.below(9) };
        return random.below(5) < 2 ? [wish] : [];
      }),
    ),
  );
  const locked: LockedMeeting[] = [];
  for (const slot of kind.hasLocks ? slots : []) {
    const [desk, exhibitor] = [random.shuffled(desks)[0]!, random.shuffled(exhibitors)[0]!];
    const isAgain = locked.some((one) => one.deskId === desk.id && one.exhibitorId === exhibitor.id);
    if (!isAgain && random.below(2) === 0) locked.push({ deskId: desk.id, exhibitorId: exhibitor.id, slot });
  }
  return { slots, desks, exhibitors, wishes, locked, seed };
}

export interface Worth {
  readonly filledFloors: number;
  readonly preference: number;
}

const FLOOR = 1_000_000;

/** A way in which an exhibitor may spend the fair: the seats that it takes (desk × slots + slot), and its worth. */
interface Day {
  readonly seats: readonly number[];
  readonly worth: number;
}

/** The best there is, by trying everything: exhibitor by exhibitor, every day, per state of the seats left. */
export function exhaustiveBest(question: ScheduleQuestion): Worth {
  const { slots, desks, exhibitors, locked } = question;
  const seatsLeft = desks.flatMap(({ id, seats, slots: own }) =>
    slots.map((slot) =>
      own.includes(slot) ? seats - locked.filter((one) => one.deskId === id && one.slot === slot).length : 0,
    ),
  );
  // Two bits of one number per desk and slot: at most 4 × 4 × 2.
  const start = seatsLeft.reduce((sum, seats, at) => (sum | (Math.max(0, seats) << (2 * at))) >>> 0, 0);
  let states = new Map([[start, weightOf(question, locked)]]);
  const daysOfAll = exhibitors.map(({ id }) => daysOf(question, id)).sort((a, b) => a.length - b.length);
  for (const [at, days] of daysOfAll.entries()) {
    const isLast = at === exhibitors.length - 1;
    const next = new Map<number, number>();
    for (const [left, before] of states) {
      for (const { seats, worth } of days) {
        if (seats.some((seat) => ((left >>> (2 * seat)) & 3) === 0)) continue;
        const after = isLast ? 0 : seats.reduce((rest, seat) => (rest - (1 << (2 * seat))) >>> 0, left);
        if (before + worth > (next.get(after) ?? -1)) next.set(after, before + worth);
      }
    }
    states = next;
  }
  const best = states.get(0) ?? 0;
  return { filledFloors: Math.floor(best / FLOOR), preference: best % FLOOR };
}

function daysOf(question: ScheduleQuestion, exhibitorId: string): Day[] {
  const { slots, desks } = question;
  const exhibitor = question.exhibitors.find(({ id }) => id === exhibitorId)!;
  const locked = question.locked.filter((one) => one.exhibitorId === exhibitorId);
  const days: Day[] = [];
  const visit = (slot: number, seats: readonly number[], met: readonly string[], weight: number) => {
    const name = slots[slot];
    if (name === undefined) {
      days.push({ seats, worth: weight + FLOOR * Math.min(exhibitor.floor, met.length) });
      return;
    }
    visit(slot + 1, seats, met, weight);
    const isBusy = locked.some((one) => one.slot === name);
    if (!exhibitor.slots.includes(name) || isBusy || met.length >= (exhibitor.ceiling ?? Infinity)) return;
    desks.forEach(({ id: deskId }, desk) => {
      const gained = weightOf(question, [{ deskId, exhibitorId }]);
      if (gained === 0 || met.includes(deskId)) return;
      visit(slot + 1, [...seats, desk * slots.length + slot], [...met, deskId], weight + gained);
    });
  };
  const metByLock = locked.map(({ deskId }) => deskId);
  visit(0, [], metByLock, 0);
  return days;
}

export function worthOf(question: ScheduleQuestion, meetings: readonly LockedMeeting[]): Worth {
  const filled = question.exhibitors.map(({ id, floor }) =>
    Math.min(floor, meetings.filter(({ exhibitorId }) => exhibitorId === id).length),
  );
  return {
    filledFloors: filled.reduce((sum, one) => sum + one, 0),
    preference: weightOf(question, meetings),
  };
}

function weightOf(
  question: ScheduleQuestion,
  pairs: readonly Pick<LockedMeeting, 'deskId' | 'exhibitorId'>[],
) {
  return pairs.reduce((sum, { deskId, exhibitorId }) => {
    const wishes = question.wishes.filter((one) => one.deskId === deskId && one.exhibitorId === exhibitorId);
    return sum + wishes.reduce((both, { weight }) => both + weight, 0);
  }, 0);
}

/** Everything that is wrong with the meetings themselves; nothing about how good they are. */
export function clashes(question: ScheduleQuestion, meetings: readonly ScheduledMeeting[]): string[] {
  const wrong: string[] = [];
  for (const slot of question.slots) {
    const now = meetings.filter((one) => one.slot === slot);
    for (const { id, seats } of question.desks)
      if (now.filter(({ deskId }) => deskId === id).length > seats)
        wrong.push(`${id} has no seat in ${slot}`);
    for (const { id } of question.exhibitors)
      if (now.filter(({ exhibitorId }) => exhibitorId === id).length > 1)
        wrong.push(`${id} twice in ${slot}`);
  }
  for (const one of meetings) {
    const { deskId, exhibitorId, slot } = one;
    const name = `${deskId} with ${exhibitorId} in ${slot}`;
    const same = meetings.filter((other) => other.deskId === deskId && other.exhibitorId === exhibitorId);
    if (same.length > 1) wrong.push(`${name}: they meet again`);
    if (question.locked.some((lock) => isSame(lock, one))) continue;
    if (one.isLocked) wrong.push(`${name}: nobody locked it`);
    if (!isThere(question.desks, deskId, slot)) wrong.push(`${name}: the desk is not there`);
    if (!isThere(question.exhibitors, exhibitorId, slot)) wrong.push(`${name}: the exhibitor is not there`);
    if (weightOf(question, [one]) === 0) wrong.push(`${name}: nobody wants it`);
  }
  for (const { id, ceiling } of question.exhibitors) {
    const own = meetings.filter(({ exhibitorId }) => exhibitorId === id);
    if (own.some((one) => !one.isLocked) && own.length > (ceiling ?? Infinity))
      wrong.push(`${id} above its ceiling`);
  }
  for (const lock of question.locked) {
    const stays = meetings.some((one) => one.isLocked && isSame(one, lock));
    if (!stays) wrong.push(`${lock.deskId} with ${lock.exhibitorId} lost its lock`);
  }
  return wrong;
}

const isSame = (one: LockedMeeting, other: LockedMeeting) =>
  one.deskId === other.deskId && one.exhibitorId === other.exhibitorId && one.slot === other.slot;

const isThere = (parties: readonly { id: string; slots: readonly string[] }[], id: string, slot: string) =>
  parties.some((one) => one.id === id && one.slots.includes(slot));
