import { describe, expect, it } from '@jest/globals';
import {
  attendRefusal,
  checkInRefusal,
  feedbackRefusal,
  isCheckInCode,
  noShowRefusal,
  resultRefusal,
  tidyCheckInCode,
  walkInRefusal,
} from './fair-day.rules';
import { BOOKING_STATES, EXHIBITOR_STATES, FAIR_STATES, type FairState } from './vocabulary';

const fair = { state: 'open', firstDay: '2017-06-01', lastDay: '2017-06-02', noShowMinutes: 10 } as const;
const inState = (state: FairState) => ({ ...fair, state });
const meeting = { state: 'confirmed', day: '2017-06-02' } as const;

describe('a check-in', () => {
  it('knows a code in either case, in full width, with spaces and hyphens', () => {
    for (const typed of ['K7M4QX', 'k7m4qx', ' k7m 4qx ', 'K7M-4QX', 'Ｋ７Ｍ４ＱＸ'])
      expect(tidyCheckInCode(typed)).toBe('K7M4QX');
  });

  it('knows what could be a code: six letters, none of them read for another', () => {
    expect(isCheckInCode('K7M4QX')).toBe(true);
    for (const typed of ['', 'K7M4Q', 'K7M4QXX', 'K7M4Q0', 'K7M4QO', 'K7M4Q1', 'K7M4QI', 'K7M4QL', 'k7m4qx'])
      expect(isCheckInCode(typed)).toBe(false);
  });

  it('is of a day of the fair that is not ahead', () => {
    const refused = (day: string, today: string, isByStaff = true) =>
      checkInRefusal(fair, 'confirmed', { day, isByStaff }, today)?.code ?? null;
    expect(refused('2017-06-01', '2017-06-01')).toBeNull();
    expect(refused('2017-06-01', '2017-06-05')).toBeNull();
    expect(refused('2017-06-01', '2017-06-05', false)).toBe('CHECK_IN_NOT_TODAY');
    expect(refused('2017-06-01', '2017-06-01', false)).toBeNull();
    expect(refused('2017-06-02', '2017-06-01')).toBe('CHECK_IN_NOT_TODAY');
    expect(refused('2017-05-31', '2017-05-31')).toBe('CHECK_IN_NOT_TODAY');
    expect(refused('2017-06-03', '2017-06-03')).toBe('CHECK_IN_NOT_TODAY');
  });

  it('is of a confirmed exhibitor, from the schedule on until the follow-up has ended', () => {
    const today = '2017-06-01';
    const said = { day: today, isByStaff: false };
    const states = EXHIBITOR_STATES.filter((state) => checkInRefusal(fair, state, said, today) === null);
    expect(states).toEqual(['confirmed']);
    const running = FAIR_STATES.filter(
      (state) => checkInRefusal(inState(state), 'confirmed', said, today) === null,
    );
    expect(running).toEqual(['scheduling', 'open', 'held']);
  });
});

describe('a meeting', () => {
  it('takes place once its day has come, also for who comes late', () => {
    expect(attendRefusal(fair, meeting, '2017-06-01')).toMatchObject({ code: 'BOOKING_TOO_EARLY' });
    const states = BOOKING_STATES.filter(
      (state) => attendRefusal(fair, { ...meeting, state }, '2017-06-02') === null,
    );
    expect(states).toEqual(['confirmed', 'attended', 'no_show', 'walk_in']);
    expect(attendRefusal(inState('planned'), meeting, '2017-06-02')).toMatchObject({ code: 'FAIR_STATE' });
  });

  it('is given up some minutes after its start, and not before', () => {
    const startsAt = new Date('2017-06-02T10:00:00+09:00');
    const at = (time: string) =>
      noShowRefusal(fair, { state: 'confirmed', startsAt }, new Date(`2017-06-02T${time}+09:00`));
    expect(at('10:09:59')).toMatchObject({
      code: 'BOOKING_TOO_EARLY',
      details: { from: '2017-06-02T01:10:00.000Z' },
    });
    expect(at('10:10:00')).toBeNull();
    const late = new Date('2017-06-02T11:00:00+09:00');
    const states = BOOKING_STATES.filter((state) => noShowRefusal(fair, { state, startsAt }, late) === null);
    expect(states).toEqual(['confirmed', 'no_show']);
    expect(noShowRefusal({ ...inState('planned') }, { state: 'confirmed', startsAt }, late)).toMatchObject({
      code: 'FAIR_STATE',
    });
  });

  it('without a booking is put into a slot whose day has come, with a confirmed exhibitor', () => {
    expect(walkInRefusal(fair, 'confirmed', '2017-06-01', '2017-06-01')).toBeNull();
    expect(walkInRefusal(fair, 'confirmed', '2017-06-02', '2017-06-01')).toMatchObject({
      code: 'BOOKING_TOO_EARLY',
    });
    expect(walkInRefusal(fair, 'withdrawn', '2017-06-01', '2017-06-01')).toMatchObject({
      code: 'FAIR_EXHIBITOR_STATE',
    });
    expect(walkInRefusal(inState('applications'), 'confirmed', '2017-06-01', '2017-06-01')).toMatchObject({
      code: 'FAIR_STATE',
    });
  });

  it('has a result when it took place, or is confirmed and its day has come', () => {
    const states = BOOKING_STATES.filter(
      (state) => resultRefusal(fair, { ...meeting, state }, '2017-06-02') === null,
    );
    expect(states).toEqual(['confirmed', 'attended', 'walk_in']);
    expect(resultRefusal(fair, meeting, '2017-06-01')).toMatchObject({ code: 'BOOKING_TOO_EARLY' });
    expect(resultRefusal(inState('followed_up'), meeting, '2017-06-02')).toMatchObject({
      code: 'FAIR_STATE',
    });
  });
});

describe('feedback', () => {
  it('is of who takes part, once the fair has begun', () => {
    expect(feedbackRefusal(fair, true, '2017-06-01')).toBeNull();
    expect(feedbackRefusal(fair, true, '2017-05-31')).toMatchObject({ code: 'FAIR_FEEDBACK_STATE' });
    expect(feedbackRefusal(fair, false, '2017-06-01')).toMatchObject({ code: 'FAIR_FEEDBACK_STATE' });
  });
});
