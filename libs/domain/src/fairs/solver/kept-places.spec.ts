import { describe, expect, it } from '@jest/globals';
import { fairSchedule } from './fair-schedule';
import type { FairSchedule, ScheduleQuestion } from './schedule-terms';
import { SeededRandom } from './seeded-random';
import { exhaustiveBest, smallFair } from './small-fairs';
import { SOLVER_STEPS } from './solve-fair';

const KINDS = [
  { hasAvailability: false, hasLimits: false, hasLocks: false },
  { hasAvailability: true, hasLimits: false, hasLocks: false },
  { hasAvailability: false, hasLimits: true, hasLocks: true },
  { hasAvailability: true, hasLimits: true, hasLocks: true },
] as const;
const fairs = Array.from({ length: 400 }, (_, seed) => smallFair(seed, KINDS[seed % KINDS.length]!));

/** The same fair when the schedule has been applied, computed with another seed. */
function again(question: ScheduleQuestion, { meetings }: FairSchedule): ScheduleQuestion {
  return { ...question, present: meetings.filter(({ isLocked }) => !isLocked), seed: question.seed + 1_000 };
}

/** 30 desks × 80 exhibitors × 12 slots; about a third of the pairs is wanted. */
function largeFair(): ScheduleQuestion {
  const random = new SeededRandom(2019);
  const names = (letter: string, count: number) => Array.from({ length: count }, (_, at) => `${letter}${at}`);
  const slots = names('s', 12);
  const desks = names('d', 30).map((id) => ({ id, seats: 1, slots }));
  const exhibitors = names('e', 80).map((id) => ({ id, slots, floor: 2, ceiling: null }));
  const wishes = desks.flatMap(({ id: deskId }) =>
    exhibitors.flatMap(({ id: exhibitorId }) =>
      random.below(3) === 0
        ? [{ deskId, exhibitorId, by: 'desk' as const, weight: 1 + random.below(5) }]
        : [],
    ),
  );
  return { slots, desks, exhibitors, wishes, locked: [], seed: 1 };
}

const placesOf = ({ meetings }: FairSchedule) =>
  meetings.map(({ deskId, exhibitorId, slot }) => `${deskId} ${exhibitorId} ${slot}`);

describe('a schedule that is computed again', () => {
  it('is the same when nothing changed, whatever the seed', () => {
    for (const question of fairs) {
      const before = fairSchedule(question);
      const after = fairSchedule(again(question, before));
      expect(placesOf(after)).toEqual(placesOf(before));
      expect(after.preference).toBe(before.preference);
      expect(after.bound).toBe(before.bound);
    }
  });

  it('is still worth what trying everything finds when the wishes changed', () => {
    for (const question of fairs) {
      const changed = { ...again(question, fairSchedule(question)), wishes: question.wishes.slice(1) };
      const { preference, bound, proof } = fairSchedule(changed);
      expect(preference).toBe(exhaustiveBest(changed).preference);
      expect(bound).toBe(preference);
      expect(proof).not.toBe('bounded');
    }
  });

  it('leaves nearly everybody where they were when one wish is new; without the step, hardly anybody', () => {
    const question = largeFair();
    const before = fairSchedule(question);
    const wish = { deskId: 'd0', exhibitorId: 'e0', by: 'exhibitor' as const, weight: 5 };
    const changed = { ...again(question, before), wishes: [...question.wishes, wish] };
    const known = new Set(placesOf(before));
    const kept = (schedule: FairSchedule) => placesOf(schedule).filter((place) => known.has(place)).length;
    const after = fairSchedule(changed);
    expect(after.preference).toBeGreaterThan(before.preference);
    expect(after.proof).toBe('optimal_by_prices');
    expect(kept(after)).toBeGreaterThan(before.meetings.length * 0.9);
    const restless = fairSchedule(changed, { ...SOLVER_STEPS, keep: (_, plan) => plan });
    expect(kept(restless)).toBeLessThan(before.meetings.length * 0.5);
  });
});
