import { describe, expect, it } from '@jest/globals';
import { MATCH_STAGES } from '../matches/vocabulary';
import {
  followUpAfter,
  followUpRefusal,
  isOutcomeKnown,
  meetingOutcomeRefusal,
  opensFollowUp,
} from './result.rules';
import { FOLLOW_UP_STATES, MEETING_NEXT_STEPS } from './vocabulary';

describe('what is put down of a meeting', () => {
  it('expects no value where nothing follows', () => {
    expect(meetingOutcomeRefusal({ nextStep: 'nothing', expectedValueKrw: 1 })).toMatchObject({
      code: 'FAIR_RESULT_INVALID',
      details: { field: 'expectedValueKrw', rule: 'unexpected' },
    });
    expect(meetingOutcomeRefusal({ nextStep: 'nothing', expectedValueKrw: null })).toBeNull();
    expect(meetingOutcomeRefusal({ nextStep: 'later', expectedValueKrw: 700_000 })).toBeNull();
  });

  it('opens a follow-up whenever it leads further', () => {
    expect(MEETING_NEXT_STEPS.filter(opensFollowUp)).toEqual(['contract', 'offer', 'visit', 'later']);
    expect(followUpAfter(null, 'offer')).toBe('open');
    expect(followUpAfter(null, 'nothing')).toBe('none');
  });

  it('may be put down anew: the last word holds, a match stays, and the same again leaves closed what was closed', () => {
    const before = (state: 'none' | 'open' | 'matched' | 'closed') => ({ state, nextStep: 'offer' as const });
    expect(followUpAfter(before('open'), 'nothing')).toBe('none');
    expect(followUpAfter({ state: 'none', nextStep: 'nothing' }, 'visit')).toBe('open');
    expect(followUpAfter(before('matched'), 'nothing')).toBe('matched');
    expect(followUpAfter(before('closed'), 'offer')).toBe('closed');
    expect(followUpAfter(before('closed'), 'contract')).toBe('open');
    expect(followUpAfter(before('closed'), 'nothing')).toBe('none');
  });
});

describe('a follow-up', () => {
  it('becomes a match or is closed while it is open', () => {
    expect(FOLLOW_UP_STATES.filter((state) => followUpRefusal(state) === null)).toEqual(['open']);
    expect(followUpRefusal('closed')).toMatchObject({
      code: 'FAIR_FOLLOW_UP_STATE',
      details: { state: 'closed' },
    });
  });

  it('is known once it is closed or its match has ended', () => {
    expect(isOutcomeKnown('open', null)).toBe(false);
    expect(isOutcomeKnown('closed', null)).toBe(true);
    expect(isOutcomeKnown('none', null)).toBe(true);
    expect(isOutcomeKnown('matched', null)).toBe(false);
    expect(MATCH_STAGES.filter((stage) => isOutcomeKnown('matched', stage))).toEqual([
      'contracted',
      'lost',
      'no_result',
    ]);
  });
});
