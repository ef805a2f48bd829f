import { describe, expect, it } from '@jest/globals';
import { fairSchedule } from './fair-schedule';
import { NOT_MET, type OpenFair } from './open-fair';
import type { FairSchedule, ScheduleQuestion, UnmetWish } from './schedule-terms';
import { SeededRandom } from './seeded-random';
import { clashes, exhaustiveBest, smallFair, worthOf, type SmallFairKind } from './small-fairs';
import { SOLVER_STEPS, type SolverSteps } from './solve-fair';

const FAIRS = 1_000;
const KINDS: readonly SmallFairKind[] = [
  { hasAvailability: false, hasLimits: false, hasLocks: false },
  { hasAvailability: false, hasLimits: true, hasLocks: false },
  { hasAvailability: true, hasLimits: false, hasLocks: false },
  { hasAvailability: true, hasLimits: true, hasLocks: false },
  { hasAvailability: true, hasLimits: true, hasLocks: true },
];
const small = (at: number) => smallFair(at, KINDS[at % KINDS.length]!);
const fairs = Array.from({ length: FAIRS }, (_, at) => {
  const question = small(at);
  return { question, best: exhaustiveBest(question) };
});

/** Everything that does not hold of a schedule, in words. */
function untruths({ question, best }: (typeof fairs)[number], schedule: FairSchedule): string[] {
  const wrong = clashes(question, schedule.meetings);
  const worth = worthOf(question, schedule.meetings);
  if (worth.filledFloors !== best.filledFloors) wrong.push('fills fewer places of floors than possible');
  if (worth.preference !== best.preference) wrong.push('is not worth what is possible');
  if (worth.preference !== schedule.preference) wrong.push('says another preference than it has');
  if (schedule.bound < best.preference) wrong.push('has a bound below what is possible');
  if (schedule.proof !== 'bounded' && schedule.bound !== schedule.preference)
    wrong.push('is optimal below its bound');
  const short = schedule.exhibitors.filter(({ meetings, floor }) => meetings < floor);
  const named = new Set(schedule.floorConflicts.flatMap(({ exhibitorIds }) => exhibitorIds));
  if (!short.every(({ exhibitorId }) => named.has(exhibitorId)))
    wrong.push('does not name who is below the floor');
  if (short.length === 0 && named.size > 0) wrong.push('names a conflict that there is not');
  const met = new Set(schedule.meetings.map((one) => `${one.deskId} ${one.exhibitorId}`));
  const wanted = new Set(question.wishes.map((one) => `${one.deskId} ${one.exhibitorId}`));
  const open = [...wanted].filter((pair) => !met.has(pair)).sort();
  if (
    open.join() !==
    schedule.unmet
      .map((one) => `${one.deskId} ${one.exhibitorId}`)
      .sort()
      .join()
  )
    wrong.push('does not list the unmet wishes');
  return [
    ...wrong,
    ...schedule.unmet.flatMap((wish) => (isTrue(question, schedule, wish) ? [] : [`untrue: ${wish.reason}`])),
  ];
}

function isTrue(question: ScheduleQuestion, { meetings }: FairSchedule, wish: UnmetWish): boolean {
  const desk = question.desks.find(({ id }) => id === wish.deskId)!;
  const exhibitor = question.exhibitors.find(({ id }) => id === wish.exhibitorId)!;
  const common = desk.slots.filter((slot) => exhibitor.slots.includes(slot));
  const own = meetings.filter(({ exhibitorId }) => exhibitorId === exhibitor.id);
  const isBusy = (slot: string) => own.some((one) => one.slot === slot);
  const isFull = (slot: string) =>
    meetings.filter((one) => one.deskId === desk.id && one.slot === slot).length >= desk.seats;
  const holds = {
    no_common_slot: common.length === 0,
    exhibitor_ceiling: exhibitor.ceiling !== null && own.length >= exhibitor.ceiling,
    desk_full: common.every(isFull),
    exhibitor_full: common.every(isBusy),
    places_apart: common.every((slot) => isFull(slot) || isBusy(slot)),
    // Of persons the solver knows nothing.
    shared_person: false,
  }[wish.reason];
  const { heldBy } = wish;
  if (heldBy === null) return holds && (wish.reason === 'no_common_slot' || exhibitor.ceiling === 0);
  const isInTheWay = heldBy.deskId === desk.id || heldBy.exhibitorId === exhibitor.id;
  return (
    holds && isInTheWay && meetings.includes(heldBy) && wish.isOutweighed === heldBy.weight >= wish.weight
  );
}

function failures(steps?: SolverSteps): string[] {
  return fairs.flatMap((fair) => untruths(fair, fairSchedule(fair.question, steps)));
}

describe('the schedule of a fair', () => {
  it(`is what trying everything finds, at ${FAIRS} small fairs, and all that it says is true`, () => {
    expect(fairs.flatMap((fair) => untruths(fair, fairSchedule(fair.question)))).toEqual([]);
  });

  it('is proven by prices wherever all are there all the time, and proven at every small fair', () => {
    const proofs = fairs.map(({ question }, at) => ({
      plain: at % KINDS.length < 2,
      ...fairSchedule(question),
    }));
    expect(proofs.filter(({ plain, proof }) => plain && proof !== 'optimal_by_prices')).toEqual([]);
    expect(proofs.filter(({ proof }) => proof === 'bounded')).toEqual([]);
    expect(proofs.filter(({ proof }) => proof === 'optimal_by_search').length).toBeGreaterThan(0);
  });

  it('repeats itself, whatever the order of the rows', () => {
    for (const { question } of fairs.slice(0, 200)) {
      const random = new SeededRandom(question.seed + 7);
      const turned = {
        ...question,
        desks: random.shuffled(question.desks),
        exhibitors: random.shuffled(question.exhibitors),
        wishes: random.shuffled(question.wishes),
      };
      const [one, other] = [fairSchedule(question), fairSchedule(turned)];
      expect(fairSchedule(question)).toEqual(one);
      expect(other.meetings).toEqual(one.meetings);
    }
  });

  it('chooses among equals by the seed, and is worth the same', () => {
    const schedules = Array.from({ length: 20 }, (_, seed) => fairSchedule({ ...small(100), seed }));
    expect(new Set(schedules.map(({ preference }) => preference)).size).toBe(1);
    expect(new Set(schedules.map(({ meetings }) => JSON.stringify(meetings))).size).toBeGreaterThan(1);
  });

  it('is empty where nobody is, or nobody wishes, and leaves out what is no wish', () => {
    const nothing = { slots: [], desks: [], exhibitors: [], wishes: [], locked: [], seed: 1 };
    const question = small(2);
    const wishes = question.wishes.map((wish, at) => ({
      ...wish,
      weight: [0, -1, 0.5, NaN, 1e300][at % 5]!,
    }));
    for (const one of [
      nothing,
      { ...question, wishes: [] },
      { ...question, wishes },
      { ...question, slots: [] },
    ])
      expect(fairSchedule(one)).toMatchObject({
        meetings: [],
        preference: 0,
        bound: 0,
        proof: 'optimal_by_prices',
      });
    expect(fairSchedule({ ...question, desks: [] }).unmet).toEqual([]);
  });
});

describe('floors that cannot be met', () => {
  const question: ScheduleQuestion = {
    slots: ['s1', 's2'],
    desks: [
      { id: 'children', seats: 1, slots: ['s1', 's2'] },
      { id: 'parks', seats: 1, slots: ['s1', 's2'] },
    ],
    exhibitors: ['bakery', 'cleaning', 'printing', 'toys'].map((id) => ({
      id,
      slots: ['s1', 's2'],
      floor: 1,
      ceiling: null,
    })),
    wishes: [
      ...['bakery', 'cleaning', 'printing'].map((exhibitorId) => ({ deskId: 'children', exhibitorId })),
      ...['cleaning', 'toys'].map((exhibitorId) => ({ deskId: 'parks', exhibitorId })),
    ].map((pair) => ({ ...pair, by: 'exhibitor' as const, weight: 3 })),
    locked: [],
    seed: 1,
  };

  it('are met when a desk can be left to those who have no other', () => {
    expect(fairSchedule(question).floorConflicts).toEqual([]);
  });

  it('are explained by who needs more than whom', () => {
    const crowded = {
      ...question,
      wishes: question.wishes.filter(
        ({ deskId, exhibitorId }) => deskId !== 'parks' || exhibitorId === 'toys',
      ),
    };
    expect(fairSchedule(crowded).floorConflicts).toEqual([
      {
        exhibitorIds: ['bakery', 'cleaning', 'printing'],
        deskIds: ['children'],
        needed: 3,
        possible: 2,
        cause: 'places',
        isProven: true,
      },
    ]);
  });

  it('are explained by the exhibitor alone when its own limit is in the way', () => {
    const tooMuch = { ...question.exhibitors[3]!, floor: 3 };
    const { floorConflicts } = fairSchedule({
      ...question,
      exhibitors: [...question.exhibitors.slice(0, 3), tooMuch],
    });
    expect(floorConflicts).toMatchObject([
      { exhibitorIds: ['toys'], needed: 3, possible: 1, cause: 'places' },
    ]);
  });

  it('never have more places than the conflict says, at the small fairs', () => {
    let seen = 0;
    for (const { question: fair } of fairs.slice(0, 400)) {
      for (const { exhibitorIds, possible, needed, cause } of fairSchedule(fair).floorConflicts) {
        if (cause === 'slots') continue;
        const exhibitors = fair.exhibitors.map((one) =>
          exhibitorIds.includes(one.id) ? one : { ...one, floor: 0 },
        );
        const only = { ...fair, exhibitors };
        const byLocks = worthOf(only, fair.locked).filledFloors;
        expect(exhaustiveBest(only).filledFloors - byLocks).toBeLessThanOrEqual(possible);
        expect(possible).toBeLessThan(needed);
        seen += 1;
      }
    }
    expect(seen).toBeGreaterThan(20);
  });
});

describe('a solver with one step taken out is found out', () => {
  const greedy: SolverSteps['choose'] = (fair, classes) => {
    const seats = fair.freeSeats.map((row) => [...row]);
    const left = [...fair.ceilings];
    const classOfPair = fair.pairs.map((): number | null => null);
    const byWeight = fair.pairs.map((pair, at) => ({ ...pair, at })).sort((a, b) => b.weight - a.weight);
    for (const { desk, exhibitor, slots, at } of byWeight) {
      const slot = slots.find((one) => seats[desk]![one]! > 0);
      if (slot === undefined || left[exhibitor] === 0) continue;
      seats[desk]![slot]! -= 1;
      left[exhibitor]! -= 1;
      classOfPair[at] = classes![slot]!;
    }
    return { classOfPair, prices: SOLVER_STEPS.choose(fair, classes).prices };
  };
  const firstSeat = (fair: OpenFair, classes: readonly number[], classOfPair: readonly (number | null)[]) => {
    const seats = fair.freeSeats.map((row) => [...row]);
    return fair.pairs.map(({ desk }, at) => {
      const slot = seats[desk]!.findIndex((free, one) => free > 0 && classes[one] === classOfPair[at]);
      if (slot !== NOT_MET) seats[desk]![slot]! -= 1;
      return slot;
    });
  };
  const rest: SolverSteps = {
    ...SOLVER_STEPS,
    improve: (_, plan) => plan,
    search: (_, plan) => ({ plan, isComplete: false }),
  };

  it('colouring: somebody is in two places', () => {
    expect(failures({ ...rest, place: firstSeat }).join()).toMatch(/e\d twice in s\d/);
  });

  it('the flow, greedy instead: preference is lost', () => {
    expect(failures({ ...rest, choose: greedy }).join()).toMatch(/is not worth what is possible/);
  });

  it('improvement and search: availability costs preference', () => {
    expect(failures(rest).join()).toMatch(/is not worth what is possible/);
  });

  it('a meeting dropped at the end: its wish has no true reason', () => {
    const forgetful: SolverSteps = {
      ...SOLVER_STEPS,
      place: (...given) => {
        const plan = [...SOLVER_STEPS.place(...given)];
        return plan.map((slot, at) => (at === plan.findIndex((one) => one !== NOT_MET) ? NOT_MET : slot));
      },
      improve: (_, plan) => plan,
      search: (_, plan) => ({ plan, isComplete: true }),
    };
    expect(failures(forgetful).join()).toMatch(/untrue: /);
  });
});
