import { fairSchedule } from '../solver/fair-schedule';
import { gains, inOrder, totalWeight } from './schedule-meetings';
import { wantedPairs } from '../solver/schedule-question';
import type { FairSchedule, ScheduledMeeting, ScheduleQuestion, UnmetWish } from '../solver/schedule-terms';
import { sharedPeople, type SharedPerson } from './shared-people';
import { SOLVER_STEPS, type SolverSteps } from '../solver/solve-fair';
import { unmetWishes } from '../solver/unmet-wishes';

export interface ScheduleOfPeople extends FairSchedule {
  readonly people: readonly SharedPerson[];
}

/**
 * The schedule of a fair at which one person may come for several exhibitors: their time is divided first, and what one
 * of them leaves unused the others get. The bound is that of the same fair with a person for everybody, which nothing
 * can exceed; the proof holds when the schedule reaches it all the same.
 */
export function scheduleOfPeople(
  question: ScheduleQuestion,
  personOf: ReadonlyMap<string, string | null>,
  steps: SolverSteps = SOLVER_STEPS,
): ScheduleOfPeople {
  const shared = sharedPeople(question, personOf);
  if (shared.people.length === 0) return { ...fairSchedule(question, steps), people: [] };
  const unbounded = fairSchedule(question, steps);
  const divided = fairSchedule(shared.question, steps);
  const day = new PersonsDay(question, personOf, divided.meetings);
  for (const wish of divided.unmet) day.useLeftSlot(wish);
  const meetings = inOrder(question, day.meetings);
  const preference = totalWeight(meetings);
  const { desks, exhibitors } = gains(question, meetings);
  const fillsAsMany = filledFloors(exhibitors) >= filledFloors(unbounded.exhibitors);
  const bound = fillsAsMany ? unbounded.bound : fairSchedule(withoutFloors(question), steps).bound;
  const reached = fillsAsMany ? unbounded.proof : 'optimal_by_prices';
  const sharing = new Set(
    shared.people.flatMap((one) => one.exhibitors.map(({ exhibitorId }) => exhibitorId)),
  );
  const below = new Set(exhibitors.flatMap((one) => (one.meetings < one.floor ? [one.exhibitorId] : [])));
  return {
    meetings,
    preference,
    bound,
    proof: preference < bound ? 'bounded' : reached === 'bounded' ? 'optimal_by_prices' : reached,
    desks,
    exhibitors,
    unmet: unmetWishes(question, wantedPairs(question), meetings).map((wish) => day.explained(wish)),
    floorConflicts: divided.floorConflicts
      .filter(({ exhibitorIds }) => exhibitorIds.some((id) => below.has(id)))
      .map((one) => ({ ...one, isProven: one.isProven && !one.exhibitorIds.some((id) => sharing.has(id)) })),
    people: shared.people,
  };
}

const withoutFloors = (question: ScheduleQuestion): ScheduleQuestion => ({
  ...question,
  exhibitors: question.exhibitors.map((one) => ({ ...one, floor: 0 })),
});

const filledFloors = (list: FairSchedule['exhibitors']) =>
  list.reduce((sum, { floor, meetings }) => sum + Math.min(floor, meetings), 0);

/** Who is where when, with persons. */
class PersonsDay {
  readonly meetings: ScheduledMeeting[];
  private readonly weights;
  private readonly desks;
  private readonly exhibitors;

  constructor(
    question: ScheduleQuestion,
    private readonly personOf: ReadonlyMap<string, string | null>,
    meetings: readonly ScheduledMeeting[],
  ) {
    this.meetings = [...meetings];
    this.weights = wantedPairs(question);
    this.desks = new Map(question.desks.map((one) => [one.id, one]));
    this.exhibitors = new Map(question.exhibitors.map((one) => [one.id, one]));
  }

  /** Places the pair where the person has a slot to spare that was another exhibitor's. */
  useLeftSlot({ deskId, exhibitorId, weight }: UnmetWish): void {
    const own = this.meetings.filter((one) => one.exhibitorId === exhibitorId);
    if (own.length >= (this.exhibitors.get(exhibitorId)?.ceiling ?? Infinity)) return;
    const slot = this.openSlots(deskId, exhibitorId).find(
      (one) => this.elsewhere(exhibitorId, one).length === 0,
    );
    if (slot !== undefined) this.meetings.push({ deskId, exhibitorId, slot, weight, isLocked: false });
  }

  /** Where both sides have a place and the pair does not meet, the person is what is missing. */
  explained(wish: UnmetWish): UnmetWish {
    if (wish.reason !== 'places_apart') return wish;
    const elsewhere = this.openSlots(wish.deskId, wish.exhibitorId).flatMap((slot) =>
      this.elsewhere(wish.exhibitorId, slot),
    );
    if (elsewhere.length === 0) return wish;
    const heldBy = elsewhere.reduce((least, one) => (one.weight < least.weight ? one : least));
    return { ...wish, reason: 'shared_person', heldBy, isOutweighed: heldBy.weight >= wish.weight };
  }

  private openSlots(deskId: string, exhibitorId: string): string[] {
    const [desk, exhibitor] = [this.desks.get(deskId), this.exhibitors.get(exhibitorId)];
    if (desk === undefined || exhibitor === undefined) return [];
    return desk.slots.filter((slot) => {
      if (!exhibitor.slots.includes(slot)) return false;
      const now = this.meetings.filter((one) => one.slot === slot);
      return (
        now.filter((one) => one.deskId === deskId).length < desk.seats &&
        !now.some((one) => one.exhibitorId === exhibitorId)
      );
    });
  }

  /** The meetings of the same person for others in the slot. */
  private elsewhere(exhibitorId: string, slot: string): ScheduledMeeting[] {
    const person = this.personOf.get(exhibitorId) ?? null;
    if (person === null) return [];
    return this.meetings.filter(
      (one) =>
        one.slot === slot && one.exhibitorId !== exhibitorId && this.personOf.get(one.exhibitorId) === person,
    );
  }
}
