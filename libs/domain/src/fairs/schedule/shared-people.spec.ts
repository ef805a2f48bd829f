import { describe, expect, it } from '@jest/globals';
import { scheduleOfPeople, type ScheduleOfPeople } from './fair-schedule-of-people';
import type { ScheduleQuestion, ScheduleWish } from '../solver/schedule-terms';
import { SeededRandom } from '../solver/seeded-random';
import { sharedPeople } from './shared-people';
import { clashes, smallFair } from '../solver/small-fairs';

const SLOTS = ['s1', 's2', 's3', 's4'];
const DESKS = ['d1', 'd2', 'd3', 'd4'];
const exhibitor = (id: string, change: object = {}) => ({
  id,
  slots: SLOTS,
  floor: 0,
  ceiling: null,
  ...change,
});
const wish = (deskId: string, exhibitorId: string, weight = 1): ScheduleWish => ({
  deskId,
  exhibitorId,
  by: 'desk',
  weight,
});
const question = (change: Partial<ScheduleQuestion> = {}): ScheduleQuestion => ({
  slots: SLOTS,
  desks: DESKS.map((id) => ({ id, seats: 1, slots: SLOTS })),
  exhibitors: [exhibitor('a'), exhibitor('b')],
  wishes: DESKS.flatMap((desk) => [wish(desk, 'a'), wish(desk, 'b')]),
  locked: [],
  seed: 1,
  ...change,
});
const KIM = new Map([
  ['a', 'kim'],
  ['b', 'kim'],
]);
const given = (asked: ScheduleQuestion, id: string) =>
  sharedPeople(asked, KIM).question.exhibitors.find((one) => one.id === id)!.slots;

describe('the time of a person who comes for two enterprises', () => {
  it('is left alone when everybody comes for one', () => {
    const asked = question();
    expect(sharedPeople(asked, new Map([['a', 'kim']]))).toEqual({ question: asked, people: [] });
  });

  it('is halved when as many wish for the one as for the other, and no slot is lost or given twice', () => {
    const asked = question();
    expect(given(asked, 'a')).toHaveLength(2);
    expect([...given(asked, 'a'), ...given(asked, 'b')].sort()).toEqual(SLOTS);
  });

  it('goes to the one that more desks wish for', () => {
    const wishes = [...DESKS.slice(0, 3).map((desk) => wish(desk, 'a')), wish('d1', 'b')];
    expect(given(question({ wishes }), 'a')).toHaveLength(3);
    expect(given(question({ wishes }), 'b')).toHaveLength(1);
  });

  it('first fills the floor, and never gives more than the ceiling while the other could use it', () => {
    const exhibitors = [exhibitor('a', { ceiling: 1 }), exhibitor('b')];
    expect(given(question({ exhibitors }), 'a')).toHaveLength(1);
    const wishes = [...DESKS.map((desk) => wish(desk, 'a')), wish('d1', 'b'), wish('d2', 'b')];
    const withFloor = [exhibitor('a'), exhibitor('b', { floor: 2 })];
    expect(given(question({ exhibitors: withFloor, wishes }), 'b')).toHaveLength(2);
  });

  it('leaves a slot to the only one that is there', () => {
    const exhibitors = [exhibitor('a', { slots: ['s1', 's2'] }), exhibitor('b', { slots: ['s2', 's3'] })];
    const asked = question({ exhibitors });
    expect(given(asked, 'a')).toContain('s1');
    expect(given(asked, 'b')).toContain('s3');
    expect([...given(asked, 'a'), ...given(asked, 'b')]).toHaveLength(3);
  });

  it('is not given to the other while a locked meeting takes it', () => {
    const locked = [{ deskId: 'd1', exhibitorId: 'a', slot: 's2' }];
    expect(given(question({ locked }), 'b')).not.toContain('s2');
  });

  it('says who got what', () => {
    const [person] = sharedPeople(question(), KIM).people;
    expect(person?.exhibitors.map(({ exhibitorId }) => exhibitorId)).toEqual(['a', 'b']);
    expect(person?.exhibitors.flatMap(({ slots }) => slots).sort()).toEqual(SLOTS);
  });
});

/** Everything that does not hold of a schedule with persons, in words. */
function untruths(
  asked: ScheduleQuestion,
  personOf: ReadonlyMap<string, string>,
  schedule: ScheduleOfPeople,
): string[] {
  const wrong = clashes(asked, schedule.meetings);
  const personAt = (slot: string, id: string) =>
    schedule.meetings.filter(
      (one) => one.slot === slot && personOf.get(one.exhibitorId) === personOf.get(id),
    );
  for (const one of schedule.meetings)
    if (!one.isLocked && personAt(one.slot, one.exhibitorId).length > 1)
      wrong.push(`${one.exhibitorId} is in two places in ${one.slot}`);
  if (schedule.preference > schedule.bound) wrong.push('is worth more than its bound');
  if ((schedule.proof !== 'bounded') !== (schedule.preference === schedule.bound))
    wrong.push('proves what it does not reach');
  for (const open of schedule.unmet) {
    const desk = asked.desks.find(({ id }) => id === open.deskId)!;
    const own = asked.exhibitors.find(({ id }) => id === open.exhibitorId)!;
    const meetings = schedule.meetings.filter((one) => one.exhibitorId === own.id);
    const places = desk.slots.filter(
      (slot) =>
        own.slots.includes(slot) &&
        !meetings.some((one) => one.slot === slot) &&
        schedule.meetings.filter((one) => one.slot === slot && one.deskId === desk.id).length < desk.seats,
    );
    const mayMore = meetings.length < (own.ceiling ?? Infinity);
    if (mayMore && places.some((slot) => personAt(slot, own.id).length === 0))
      wrong.push(`${desk.id} and ${own.id} could meet and do not`);
    if ((open.reason === 'shared_person') !== (mayMore && places.length > 0))
      wrong.push(`${desk.id} and ${own.id}: untrue reason ${open.reason}`);
  }
  return wrong;
}

describe('the schedule with persons', () => {
  it('has nobody in two places, no place left that a pair could use, and a bound that holds, in 500 fairs', () => {
    let shares = 0;
    for (let seed = 0; seed < 500; seed += 1) {
      const kind = { hasAvailability: seed % 2 === 0, hasLimits: seed % 3 === 0, hasLocks: seed % 5 === 0 };
      const asked = smallFair(seed, kind);
      const random = new SeededRandom(seed);
      const personOf = new Map(asked.exhibitors.map(({ id }) => [id, `p${random.below(4)}`]));
      const schedule = scheduleOfPeople(asked, personOf);
      shares += schedule.people.length;
      expect({ seed, wrong: untruths(asked, personOf, schedule) }).toEqual({ seed, wrong: [] });
    }
    expect(shares).toBeGreaterThan(300);
  });

  it('gives the one what the other leaves unused', () => {
    const desks = [{ id: 'd1', seats: 1, slots: ['s1', 's2'] }];
    const wishes = [wish('d1', 'a'), wish('d1', 'b')];
    const two = { slots: ['s1', 's2'] };
    const exhibitors = [exhibitor('a', two), exhibitor('b', two)];
    const schedule = scheduleOfPeople(question({ desks, wishes, exhibitors }), KIM);
    expect(schedule.meetings.map(({ exhibitorId }) => exhibitorId).sort()).toEqual(['a', 'b']);
    expect(schedule.proof).toBe('optimal_by_prices');
  });

  it('says that the person is what two parties lack', () => {
    const slots = ['s1'];
    const desks = DESKS.slice(0, 2).map((id) => ({ id, seats: 1, slots }));
    const exhibitors = [exhibitor('a', { slots }), exhibitor('b', { slots })];
    const wishes = [wish('d1', 'a', 5), wish('d2', 'b', 2)];
    const schedule = scheduleOfPeople(question({ slots, desks, exhibitors, wishes }), KIM);
    expect(schedule.meetings).toHaveLength(1);
    expect(schedule.unmet).toEqual([
      expect.objectContaining({ reason: 'shared_person', heldBy: schedule.meetings[0] }),
    ]);
    expect(schedule.bound).toBe(7);
    expect(schedule.proof).toBe('bounded');
  });
});
