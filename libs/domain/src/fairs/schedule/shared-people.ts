import { pairKey } from '../solver/schedule-question';
import type { ScheduleExhibitor, ScheduleQuestion } from '../solver/schedule-terms';
import { SeededRandom } from '../solver/seeded-random';

/** One person comes for several exhibitors; these are the slots that each of them was given of her time. */
export interface SharedPerson {
  readonly exhibitors: readonly { readonly exhibitorId: string; readonly slots: readonly string[] }[];
}

export interface SharedQuestion {
  readonly question: ScheduleQuestion;
  /** persons with more than one exhibitor at this fair; empty: the question is as it was */
  readonly people: readonly SharedPerson[];
}

/** An exhibitor that shares its person: what it would like, and what it has so far. */
interface Claimant {
  readonly exhibitor: ScheduleExhibitor;
  readonly floor: number;
  readonly wants: number;
  readonly given: Set<string>;
}

/**
 * Divides the time of everybody who comes for several exhibitors among these, because nobody is in two places and the
 * solver knows exhibitors only. A locked meeting keeps its slot from the others. A slot in which only one of them is
 * there is that one's; the rest goes, scarce slots first, to who is below its floor, then in proportion to how many
 * desks wish or are wished (each slot to the greatest number of wishes per slot it would then have, as seats are given in
 * proportional elections); at equal claims the seed decides.
 */
export function sharedPeople(
  question: ScheduleQuestion,
  personOf: ReadonlyMap<string, string | null>,
): SharedQuestion {
  const groups = new Map<string, ScheduleExhibitor[]>();
  for (const exhibitor of [...question.exhibitors].sort((one, other) => (one.id < other.id ? -1 : 1))) {
    const person = personOf.get(exhibitor.id) ?? null;
    if (person !== null) groups.set(person, [...(groups.get(person) ?? []), exhibitor]);
  }
  const random = new SeededRandom(question.seed);
  const slotsOf = new Map<string, readonly string[]>();
  const people = [...groups.keys()].sort().flatMap((person): SharedPerson[] => {
    const group = groups.get(person) ?? [];
    if (group.length < 2) return [];
    const claimants = divided(question, random.shuffled(group));
    for (const { exhibitor, given } of claimants)
      slotsOf.set(
        exhibitor.id,
        exhibitor.slots.filter((slot) => given.has(slot)),
      );
    return [{ exhibitors: group.map(({ id }) => ({ exhibitorId: id, slots: slotsOf.get(id) ?? [] })) }];
  });
  if (people.length === 0) return { question, people };
  const exhibitors = question.exhibitors.map((one) => ({ ...one, slots: slotsOf.get(one.id) ?? one.slots }));
  return { question: { ...question, exhibitors }, people };
}

function divided(question: ScheduleQuestion, group: readonly ScheduleExhibitor[]): Claimant[] {
  const claimants = group.map((exhibitor) => claimOf(question, exhibitor));
  const ids = new Set(group.map(({ id }) => id));
  const taken = new Set(question.locked.flatMap((one) => (ids.has(one.exhibitorId) ? [one.slot] : [])));
  const contested = question.slots
    .filter((slot) => !taken.has(slot))
    .map((slot) => ({ slot, of: claimants.filter(({ exhibitor }) => exhibitor.slots.includes(slot)) }))
    .filter(({ of }) => of.length > 0)
    .sort((one, other) => one.of.length - other.of.length);
  for (const { slot, of } of contested)
    of.reduce((best, one) => (isBefore(one, best) ? one : best)).given.add(slot);
  return claimants;
}

function claimOf(question: ScheduleQuestion, exhibitor: ScheduleExhibitor): Claimant {
  const locked = question.locked.filter(({ exhibitorId }) => exhibitorId === exhibitor.id);
  const met = new Set(locked.map(pairKey));
  const own = question.wishes.filter((one) => one.exhibitorId === exhibitor.id && !met.has(pairKey(one)));
  const wished = new Set(own.map(({ deskId }) => deskId)).size;
  const room = exhibitor.ceiling === null ? wished : Math.max(0, exhibitor.ceiling - locked.length);
  const wants = Math.min(wished, room);
  return {
    exhibitor,
    wants,
    floor: Math.min(wants, Math.max(0, exhibitor.floor - locked.length)),
    given: new Set(),
  };
}

function isBefore(one: Claimant, other: Claimant): boolean {
  const step = stepOf(one) - stepOf(other);
  if (step !== 0) return step < 0;
  // one.wants ÷ (given + 1) against the same of the other, without division
  return one.wants * (other.given.size + 1) > other.wants * (one.given.size + 1);
}

/** 0: below its floor; 1: it could use a further slot; 2: it has one for every wish. */
function stepOf({ floor, wants, given }: Claimant): number {
  if (given.size < floor) return 0;
  return given.size < wants ? 1 : 2;
}
