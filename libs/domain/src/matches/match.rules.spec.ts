import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import {
  candidateAskRefusal,
  candidateWithdrawRefusal,
  contractedRefusal,
  gatheringRefusal,
  isOpenStage,
  matchDayRefusal,
  mayMoveTo,
  meetingRefusal,
  needsNote,
  nextStages,
  outcomeAfter,
  stageMoveRefusal,
  winnersRefusal,
  type StageMove,
} from './match.rules';
import { CANDIDATE_OUTCOMES, MATCH_STAGES, type MatchStage } from './vocabulary';

const move = (to: MatchStage, more: Partial<StageMove> = {}): StageMove => ({
  to,
  note: null,
  lostReason: null,
  ...more,
});

describe('the way of a match', () => {
  it('goes forward over the open stages, one step back, out, and in again', () => {
    expect(nextStages('identified')).toEqual(['supported', 'proposed', 'selected', 'lost', 'no_result']);
    expect(nextStages('proposed')).toEqual(['supported', 'selected', 'lost', 'no_result']);
    expect(nextStages('selected')).toEqual(['proposed', 'lost', 'no_result']);
    expect(nextStages('lost')).toEqual(['identified', 'supported', 'proposed', 'selected']);
    expect(nextStages('no_result')).toEqual(nextStages('lost'));
  });

  it('reaches and leaves contracted through a contract alone', () => {
    for (const stage of MATCH_STAGES) {
      expect(mayMoveTo(stage, 'contracted')).toBe(false);
      expect(mayMoveTo('contracted', stage)).toBe(false);
      const follows = isOpenStage(stage) || stage === 'contracted';
      expect(contractedRefusal(stage)?.code ?? null).toBe(follows ? null : 'MATCH_STAGE');
    }
  });

  it('meets further needs until it has ended without a contract', () => {
    expect(MATCH_STAGES.filter((stage) => meetingRefusal(stage) !== null)).toEqual(['lost', 'no_result']);
  });

  it('wants a note for a step back and for taking up again', () => {
    expect(stageMoveRefusal('proposed', move('supported'))?.details).toEqual({ field: 'note' });
    expect(stageMoveRefusal('proposed', move('supported', { note: '  ' }))?.code).toBe('REASON_REQUIRED');
    expect(stageMoveRefusal('proposed', move('supported', { note: '예산을 다시 확인' }))).toBeNull();
    expect(stageMoveRefusal('lost', move('proposed'))?.code).toBe('REASON_REQUIRED');
    expect(stageMoveRefusal('no_result', move('identified', { note: '재추진' }))).toBeNull();
    expect(stageMoveRefusal('identified', move('proposed'))).toBeNull();
  });

  it('says why it was lost, and only then', () => {
    expect(stageMoveRefusal('proposed', move('lost'))?.details).toEqual({ field: 'lostReason' });
    expect(stageMoveRefusal('proposed', move('lost', { lostReason: 'general_business' }))).toBeNull();
    expect(stageMoveRefusal('proposed', move('no_result', { lostReason: 'cancelled' }))?.code).toBe(
      'MATCH_INVALID',
    );
    expect(stageMoveRefusal('identified', move('no_result'))).toBeNull();
  });

  it('never stays where it is and never needs a note without a way', () => {
    const stages = fc.constantFrom(...MATCH_STAGES);
    fc.assert(
      fc.property(stages, stages, (from, to) => {
        const refused = stageMoveRefusal(from, move(to, { note: '사유' }))?.code;
        expect(refused === 'MATCH_STAGE').toBe(!mayMoveTo(from, to));
        if (from === to) expect(refused).toBe('MATCH_STAGE');
        if (mayMoveTo(from, to) && isOpenStage(from) && !isOpenStage(to))
          expect(needsNote(from, to)).toBe(false);
      }),
    );
  });
});

describe('the winners', () => {
  const candidates = [
    { id: 'a', outcome: 'candidate' },
    { id: 'b', outcome: 'candidate' },
    { id: 'c', outcome: 'withdrawn' },
  ] as const;
  const of = (
    winnerIds: string[],
    award: 'single' | 'several' | 'consortium' | null,
    leadId: string | null,
  ) => winnersRefusal({ winnerIds, award, leadId }, candidates);

  it('are at least one, of this match, and not withdrawn', () => {
    expect(of([], null, null)?.code).toBe('MATCH_WINNER_MISSING');
    expect(of(['c'], null, null)?.details).toEqual({ field: 'winnerIds' });
    expect(of(['x'], null, null)?.details).toEqual({ field: 'winnerIds' });
    expect(of(['a', 'a'], 'several', 'a')?.details).toEqual({ field: 'winnerIds' });
    expect(of(['a'], null, null)).toBeNull();
  });

  it('fit the award, and several have a lead among them', () => {
    expect(of(['a'], 'several', 'a')?.details).toEqual({ field: 'award' });
    expect(of(['a', 'b'], 'single', 'a')?.details).toEqual({ field: 'award' });
    expect(of(['a', 'b'], null, 'a')?.details).toEqual({ field: 'award' });
    expect(of(['a', 'b'], 'consortium', null)?.details).toEqual({ field: 'leadId' });
    expect(of(['a', 'b'], 'several', 'c')?.details).toEqual({ field: 'leadId' });
    expect(of(['a', 'b'], 'consortium', 'b')).toBeNull();
  });
});

describe('a candidate', () => {
  it('is chosen or not, open again after a step back, and withdrawn for good', () => {
    expect(outcomeAfter('selected', 'candidate', true)).toBe('selected');
    expect(outcomeAfter('selected', 'candidate', false)).toBe('not_selected');
    expect(outcomeAfter('lost', 'selected', false)).toBe('not_selected');
    expect(outcomeAfter('proposed', 'not_selected', false)).toBe('candidate');
    for (const stage of MATCH_STAGES) expect(outcomeAfter(stage, 'withdrawn', true)).toBe('withdrawn');
  });

  it('is added and withdrawn until one is chosen', () => {
    expect(MATCH_STAGES.filter((stage) => gatheringRefusal(stage) === null)).toEqual([
      'identified',
      'supported',
      'proposed',
    ]);
    expect(candidateWithdrawRefusal('proposed', 'candidate')).toBeNull();
    expect(candidateWithdrawRefusal('proposed', 'withdrawn')?.code).toBe('MATCH_CANDIDATE_STATE');
    expect(candidateWithdrawRefusal('selected', 'selected')?.code).toBe('MATCH_STAGE');
  });

  it('is asked while the match is open, when it is in the register and still in it', () => {
    for (const outcome of CANDIDATE_OUTCOMES) {
      const mayBeAsked = outcome === 'candidate' || outcome === 'selected';
      expect(candidateAskRefusal('proposed', outcome, true) === null).toBe(mayBeAsked);
    }
    expect(candidateAskRefusal('proposed', 'candidate', false)?.code).toBe('MATCH_CANDIDATE_STATE');
    expect(candidateAskRefusal('lost', 'candidate', true)?.code).toBe('MATCH_STAGE');
  });
});

it('was found by today', () => {
  expect(matchDayRefusal('2016-06-15', '2016-06-15')).toBeNull();
  expect(matchDayRefusal('2016-06-16', '2016-06-15')?.details).toEqual({ field: 'identifiedOn' });
});
