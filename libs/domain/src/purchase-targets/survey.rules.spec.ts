import { describe, expect, it } from '@jest/globals';
import { MAX_AMOUNT_KRW } from '../money/exact';
import { refusal } from '../refusal';
import {
  MAX_PLANNED_PURCHASES,
  nextSurveyState,
  proposedTargets,
  surveyActionRefusal,
  surveyAnswerRefusal,
  surveyProgress,
  type PlannedPurchase,
  type SurveyAnswer,
} from './survey.rules';

const banner: PlannedPurchase = { item: '현수막', amountKrw: 160_000, month: 5 };
const answer: SurveyAnswer = {
  plannedPurchases: [banner],
  wishedTargetKrw: 20_000_000,
  wishedMallTargetKrw: 500_000,
};

describe('the answer to the demand survey', () => {
  it('may be submitted with plans, or with a wish alone', () => {
    expect(surveyAnswerRefusal(answer, 'inside')).toBeNull();
    expect(surveyAnswerRefusal({ ...answer, plannedPurchases: [] }, 'inside')).toBeNull();
    expect(
      surveyAnswerRefusal({ ...answer, wishedTargetKrw: null, wishedMallTargetKrw: null }, 'inside'),
    ).toBeNull();
  });

  it('cannot be empty', () => {
    const empty = { plannedPurchases: [], wishedTargetKrw: null, wishedMallTargetKrw: null };
    expect(surveyAnswerRefusal(empty, 'inside')).toEqual(refusal('SURVEY_EMPTY'));
  });

  it.each<Partial<PlannedPurchase>>([
    { item: ' ' },
    { item: '가'.repeat(201) },
    { amountKrw: 0 },
    { amountKrw: 0.5 },
    { amountKrw: MAX_AMOUNT_KRW + 1 },
    { month: 0 },
    { month: 13 },
    { month: 1.5 },
  ])('with a wrong plan names its place (%p)', (change) => {
    const wrong = {
      ...answer,
      plannedPurchases: [
        { ...banner, month: null },
        { ...banner, ...change },
      ],
    };
    expect(surveyAnswerRefusal(wrong, 'inside')).toEqual(
      refusal('SURVEY_INVALID', { field: 'plannedPurchases', index: 1 }),
    );
  });

  it('with too many plans or wrong wishes is refused', () => {
    const many = {
      ...answer,
      plannedPurchases: Array.from({ length: MAX_PLANNED_PURCHASES + 1 }, () => banner),
    };
    expect(surveyAnswerRefusal(many, 'inside')).toEqual(
      refusal('SURVEY_INVALID', { field: 'plannedPurchases' }),
    );
    for (const field of ['wishedTargetKrw', 'wishedMallTargetKrw'] as const) {
      expect(surveyAnswerRefusal({ ...answer, [field]: -1 }, 'inside')).toEqual(
        refusal('SURVEY_INVALID', { field }),
      );
    }
  });

  it('wishes no more through the mall than in all, when the mall lies inside', () => {
    const wish = { ...answer, wishedMallTargetKrw: 20_000_001 };
    expect(surveyAnswerRefusal(wish, 'inside')).toEqual(
      refusal('TARGET_MALL_ABOVE_MAIN', { mallKrw: 20_000_001, mainKrw: 20_000_000 }),
    );
    expect(surveyAnswerRefusal(wish, 'beside')).toBeNull();
  });
});

describe('the steps of a survey answer', () => {
  const open = { cycleState: 'survey_open', reason: null } as const;

  it('lead from draft over submitted to accepted, or back with a reason', () => {
    expect(surveyActionRefusal({ ...open, state: 'draft' }, 'save')).toBeNull();
    expect(surveyActionRefusal({ ...open, state: 'draft' }, 'submit')).toBeNull();
    expect(surveyActionRefusal({ ...open, state: 'submitted' }, 'accept')).toBeNull();
    expect(surveyActionRefusal({ ...open, state: 'submitted' }, 'return')).toEqual(
      refusal('REASON_REQUIRED', { field: 'reason' }),
    );
    expect(surveyActionRefusal({ state: 'submitted', cycleState: 'survey_open' }, 'return')?.code).toBe(
      'REASON_REQUIRED',
    );
    expect(surveyActionRefusal({ ...open, state: 'accepted', reason: '금액 확인' }, 'return')).toBeNull();
    expect(
      (['save', 'submit', 'return', 'accept'] as const).map((action) => nextSurveyState('draft', action)),
    ).toEqual(['draft', 'submitted', 'returned', 'accepted']);
  });

  it('are refused from the wrong state', () => {
    expect(surveyActionRefusal({ ...open, state: 'submitted' }, 'save')).toEqual(
      refusal('SURVEY_STATE', { state: 'submitted' }),
    );
    expect(surveyActionRefusal({ ...open, state: 'draft' }, 'accept')).toEqual(
      refusal('SURVEY_STATE', { state: 'draft' }),
    );
  });

  it('end with the survey, but what was returned may be corrected and judged until targets are set', () => {
    const closed = { cycleState: 'survey_closed', reason: '다시' } as const;
    expect(surveyActionRefusal({ ...closed, state: 'draft' }, 'submit')).toEqual(
      refusal('SURVEY_CLOSED', { cycleState: 'survey_closed' }),
    );
    expect(surveyActionRefusal({ ...closed, state: 'returned' }, 'submit')).toBeNull();
    expect(surveyActionRefusal({ ...closed, state: 'submitted' }, 'accept')).toBeNull();
    expect(surveyActionRefusal({ ...closed, state: 'submitted' }, 'return')).toBeNull();
    expect(surveyActionRefusal({ state: 'returned', cycleState: 'targets_set' }, 'submit')?.code).toBe(
      'SURVEY_CLOSED',
    );
  });

  it('are counted for the monitor', () => {
    expect(surveyProgress([null, 'draft', 'submitted', 'returned', 'accepted'])).toEqual({
      departments: 5,
      answered: 2,
      accepted: 1,
      waiting: 3,
    });
  });
});

describe('what an answer proposes', () => {
  it('is the wish, or else what is planned in all; nothing before it is submitted', () => {
    expect(proposedTargets('accepted', answer)).toEqual({ mainKrw: 20_000_000, mallKrw: 500_000 });
    const plansOnly = { ...answer, wishedTargetKrw: null, wishedMallTargetKrw: null };
    expect(proposedTargets('submitted', plansOnly)).toEqual({ mainKrw: 160_000, mallKrw: null });
    expect(proposedTargets('submitted', { ...plansOnly, plannedPurchases: [] }).mainKrw).toBeNull();
    for (const state of ['draft', 'returned'] as const)
      expect(proposedTargets(state, answer)).toEqual({ mainKrw: null, mallKrw: null });
  });
});
