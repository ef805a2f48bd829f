import { describe, expect, it } from '@jest/globals';
import {
  EDUCATION_SESSION_ACTIONS,
  educationSessionActionRefusal,
  educationSessionRefusal,
} from './education-session.rules';
import { EDUCATION_SESSION_STATES } from './vocabulary';

describe('an education session', () => {
  it('is held once, corrected while it counts, and final when it was cancelled', () => {
    const allowed = EDUCATION_SESSION_STATES.map((state) =>
      EDUCATION_SESSION_ACTIONS.filter(
        (action) => educationSessionActionRefusal(state, action, '강사 사정') === null,
      ),
    );
    expect(allowed).toEqual([['change', 'hold', 'cancel'], ['change', 'recount', 'cancel'], []]);
  });

  it('is cancelled with a reason only', () => {
    expect(educationSessionActionRefusal('planned', 'cancel', '  ')?.code).toBe('REASON_REQUIRED');
    expect(educationSessionActionRefusal('planned', 'cancel')?.code).toBe('REASON_REQUIRED');
  });

  it('has attendees when its day has come, and always an area', () => {
    const held = { today: '2017-02-23', heldOn: '2017-02-23', attendees: 45, hasArea: true };
    const fieldOf = (facts: Partial<typeof held> | { attendees: null }) =>
      educationSessionRefusal({ ...held, ...facts })?.details?.['field'];
    expect(educationSessionRefusal(held)).toBeNull();
    expect(fieldOf({ heldOn: '2017-02-24' })).toBe('heldOn');
    expect(educationSessionRefusal({ ...held, heldOn: '2017-02-24', attendees: null })).toBeNull();
    expect(fieldOf({ hasArea: false })).toBe('areaId');
  });
});
