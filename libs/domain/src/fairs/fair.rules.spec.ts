import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  dayChangeRefusal,
  fairMoveRefusal,
  fairRefusal,
  isRecorded,
  nextFairStates,
  slotChangeRefusal,
  type FairFields,
  type FairMoveFacts,
} from './fair.rules';
import { FAIR_STATES } from './vocabulary';

const nothing = {
  visitors: null,
  recordedEnterprises: null,
  recordedDesks: null,
  recordedConsultations: null,
};
const fair: FairFields = {
  today: '2026-06-01',
  state: 'planned',
  name: '공공구매 박람회',
  firstDay: '2026-06-16',
  lastDay: '2026-06-17',
  applicationsCloseOn: '2026-06-10',
  ...nothing,
};
const facts: FairMoveFacts = {
  today: '2026-06-17',
  lastDay: '2026-06-17',
  slots: 12,
  openFollowUps: 0,
  ...nothing,
};

describe('a fair', () => {
  it('has a name, days in order, ten at most, and applications that close before it ends', () => {
    expect(fairRefusal(fair)).toBeNull();
    expect(fairRefusal({ ...fair, lastDay: '2026-06-25' })).toBeNull();
    expect(fairRefusal({ ...fair, applicationsCloseOn: '2026-06-17' })).toBeNull();
    expect(fairRefusal({ ...fair, applicationsCloseOn: null })).toBeNull();
    const fieldOf = (more: Partial<FairFields>) => fairRefusal({ ...fair, ...more })?.details?.['field'];
    expect(fieldOf({ name: '  ' })).toBe('name');
    expect(fieldOf({ lastDay: '2026-06-15' })).toBe('lastDay');
    expect(fieldOf({ lastDay: '2026-06-26' })).toBe('lastDay');
    expect(fieldOf({ applicationsCloseOn: '2026-06-18' })).toBe('applicationsCloseOn');
  });

  it('has figures once it has begun', () => {
    for (const figure of ['visitors', 'recordedEnterprises', 'recordedDesks', 'recordedConsultations']) {
      expect(fairRefusal({ ...fair, [figure]: 0 })?.details).toEqual({ field: figure });
      expect(fairRefusal({ ...fair, [figure]: 0, today: '2026-06-16' })).toBeNull();
    }
  });

  it('that was held does not lie ahead', () => {
    expect(fairRefusal({ ...fair, state: 'held' })?.details).toEqual({ field: 'lastDay' });
    expect(fairRefusal({ ...fair, state: 'followed_up', today: '2026-06-17' })).toBeNull();
  });

  it('gets slots until it was held', () => {
    expect(FAIR_STATES.filter((state) => dayChangeRefusal(state) !== null)).toEqual(['open']);
    expect(FAIR_STATES.filter((state) => slotChangeRefusal(state) !== null)).toEqual(['held', 'followed_up']);
  });
});

describe('the way of a fair', () => {
  const waitsFor = (...[from, to, more]: [...Parameters<typeof fairMoveRefusal>]) =>
    fairMoveRefusal(from, to, more)?.details?.['waitsFor'];

  it('goes one step further, and from scheduling back to applications', () => {
    const steps = FAIR_STATES.flatMap((from) => nextFairStates(from).map((to) => `${from} → ${to}`));
    expect(steps).toEqual([
      'planned → applications',
      'planned → held',
      'applications → scheduling',
      'scheduling → open',
      'scheduling → applications',
      'open → held',
      'held → followed_up',
    ]);
  });

  it('says from where to where and what it waits for', () => {
    expect(fairMoveRefusal('planned', 'applications', { ...facts, slots: 0 })).toEqual({
      code: 'FAIR_STATE',
      details: { from: 'planned', to: 'applications', waitsFor: 'slots' },
    });
    expect(waitsFor('planned', 'open', facts)).toBe('step');
    expect(waitsFor('open', 'applications', facts)).toBe('step');
  });

  it('is announced, planned and opened only with slots', () => {
    for (const [from, to] of [
      ['planned', 'applications'],
      ['applications', 'scheduling'],
      ['scheduling', 'open'],
    ] as const) {
      expect(fairMoveRefusal(from, to, { ...facts, slots: 1 })).toBeNull();
      expect(waitsFor(from, to, { ...facts, slots: 0 })).toBe('slots');
    }
  });

  it('was held on its last day at the earliest', () => {
    expect(waitsFor('open', 'held', { ...facts, today: '2026-06-16' })).toBe('days');
    expect(fairMoveRefusal('open', 'held', facts)).toBeNull();
  });

  it('was held without being run here once its days are past and its report tells of it', () => {
    const past = { ...facts, slots: 0, today: '2026-06-18' };
    expect(waitsFor('planned', 'held', { ...past, recordedDesks: 10, today: '2026-06-17' })).toBe('days');
    expect(waitsFor('planned', 'held', past)).toBe('figures');
    expect(waitsFor('planned', 'held', { ...past, visitors: 50 })).toBe('figures');
    expect(fairMoveRefusal('planned', 'held', { ...past, recordedDesks: 10 })).toBeNull();
    expect(isRecorded({ ...nothing, recordedConsultations: 0 })).toBe(true);
  });

  it('ends when no follow-up is open', () => {
    expect(waitsFor('held', 'followed_up', { ...facts, openFollowUps: 1 })).toBe('follow_ups');
    expect(fairMoveRefusal('held', 'followed_up', facts)).toBeNull();
  });

  it('never leads where no step leads, whatever the facts', () => {
    const state = fc.constantFrom(...FAIR_STATES);
    fc.assert(
      fc.property(state, state, fc.nat(3), fc.nat(3), (from, to, slots, openFollowUps) => {
        const allowed = fairMoveRefusal(from, to, { ...facts, slots, openFollowUps }) === null;
        expect(allowed && !nextFairStates(from).includes(to)).toBe(false);
      }),
    );
  });
});
