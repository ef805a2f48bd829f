import { describe, expect, it } from '@jest/globals';
import { refusal } from '../refusal';
import {
  CYCLE_ACTIONS,
  cycleActionsFrom,
  cycleRefusal,
  CYCLE_STATES,
  CYCLE_STEPS,
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
