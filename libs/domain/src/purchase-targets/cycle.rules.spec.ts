import { describe, expect, it } from '@jest/globals';
import { refusal } from '../refusal';
import {
  CYCLE_ACTIONS,
  cycleActionsFrom,
  cycleRefusal,
  CYCLE_STATES,
  CYCLE_STEPS,
  departmentsDay,
  institutionTargetsRefusal,
  proposeRefusal,
  type CycleAction,
} from './cycle.rules';

const manager = { role: 'manager', reason: '정정' };

describe('the year of a purchase-target scheme', () => {
  it('goes from survey to close, step by step', () => {
    const steps: CycleAction[] = ['close_survey', 'confirm', 'notify', 'start_reporting', 'close'];
    const passed = steps.map((step) => [CYCLE_STEPS[step].from, CYCLE_STEPS[step].to]);
    expect([...passed.map(([from]) => from), passed.at(-1)?.[1]]).toEqual([...CYCLE_STATES]);
  });

  it('allows a step from its own state only, to the manager only', () => {
    for (const state of CYCLE_STATES) {
      for (const action of CYCLE_ACTIONS) {
        const needed = CYCLE_STEPS[action].from;
        const expected = state === needed ? null : refusal('CYCLE_STATE', { state, needed });
        expect(cycleRefusal(state, action, manager)).toEqual(expected);
        expect(cycleRefusal(state, action, { role: 'clerk' })).toEqual(refusal('FORBIDDEN'));
      }
    }
  });

  it('is re-opened only for a reason', () => {
    const refused = refusal('REASON_REQUIRED', { field: 'reason' });
    expect(cycleRefusal('closed', 'reopen', { role: 'manager' })).toEqual(refused);
    expect(cycleRefusal('closed', 'reopen', { role: 'manager', reason: ' ' })).toEqual(refused);
  });

  it('offers in each state what can be done', () => {
    expect(CYCLE_STATES.map(cycleActionsFrom)).toEqual([
      ['close_survey'],
      ['open_survey', 'confirm'],
      ['notify'],
      ['start_reporting'],
      ['close'],
      ['reopen'],
    ]);
  });
});

describe('the departments that take part', () => {
  it('are those of today in the running year, of 1 January in another', () => {
    expect(departmentsDay(2026, '2026-11-20')).toBe('2026-11-20');
    expect(departmentsDay(2016, '2026-11-20')).toBe('2016-01-01');
    expect(departmentsDay(2027, '2026-12-28')).toBe('2027-01-01');
  });
});

describe('before and after the targets are set', () => {
  it('targets are proposed until they are confirmed', () => {
    expect(CYCLE_STATES.filter((state) => proposeRefusal(state) === null)).toEqual([
      'survey_open',
      'survey_closed',
    ]);
    expect(proposeRefusal('notified')).toEqual(
      refusal('CYCLE_STATE', { state: 'notified', needed: 'survey_closed' }),
    );
  });

  it("the institution's targets change freely, then for a reason, then no more", () => {
    const without = CYCLE_STATES.map((state) => institutionTargetsRefusal(state, '  ')?.code ?? null);
    const reason = 'REASON_REQUIRED';
    expect(without).toEqual([null, null, reason, reason, reason, 'CYCLE_STATE']);
    const given = CYCLE_STATES.map((state) => institutionTargetsRefusal(state, '추경')?.code ?? null);
    expect(given).toEqual([null, null, null, null, null, 'CYCLE_STATE']);
  });
});
