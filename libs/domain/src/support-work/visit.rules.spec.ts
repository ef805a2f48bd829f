import { describe, expect, it } from '@jest/globals';
import { needChangeRefusal, needRefusal } from './need.rules';
import { NEED_STATES, VISIT_STATES } from './vocabulary';
import {
  nextVisitState,
  VISIT_ACTIONS,
  visitActionRefusal,
  visitChangeRefusal,
  visiteeKey,
  visiteeKindOf,
  visitPlanRefusal,
  visitRefusal,
  type VisitFacts,
} from './visit.rules';

const visit: VisitFacts = {
  today: '2017-05-10',
  state: 'done',
  visitedOn: '2017-05-10',
  institutionId: 'school',
  supplierId: null,
  organisationName: null,
  departmentId: null,
  result: null,
  nextStep: null,
  nextStepOn: null,
  needCount: 0,
};
const fieldOf = (facts: Partial<VisitFacts>) => visitRefusal({ ...visit, ...facts })?.details?.['field'];
const nobody = { institutionId: null, supplierId: null, organisationName: null };

describe('whom a visit is counted for', () => {
  it('tells schools and education offices from public bodies, and both from whoever is neither', () => {
    expect(visiteeKindOf('school')).toBe('education');
    expect(visiteeKindOf('education_office')).toBe('education');
    expect(visiteeKindOf('district')).toBe('public_agency');
    expect(visiteeKindOf('other')).toBe('public_agency');
    expect(visiteeKindOf(null)).toBe('enterprise_or_network');
  });

  it('counts an organisation once, however its name was written', () => {
    const named = (organisationName: string) => visiteeKey({ ...nobody, organisationName });
    expect(named('(주) 마을 네트워크')).toBe(named('마을네트워크 주식회사'));
    expect(named('마을네트워크')).not.toBe(named('동네네트워크'));
    expect(visiteeKey({ ...nobody, institutionId: 'a' })).toBe('i:a');
    expect(visiteeKey({ ...nobody, supplierId: 'a' })).toBe('s:a');
  });
});

describe('writing a visit down', () => {
  it('names one visitee, not none and not two', () => {
    expect(fieldOf({})).toBeUndefined();
    expect(fieldOf(nobody)).toBe('visitee');
    expect(fieldOf({ supplierId: 'a' })).toBe('visitee');
    expect(fieldOf({ ...nobody, organisationName: '마을네트워크' })).toBeUndefined();
  });

  it('knows departments and needs of institutions only', () => {
    expect(fieldOf({ departmentId: 'd' })).toBeUndefined();
    expect(fieldOf({ ...nobody, supplierId: 'a', departmentId: 'd' })).toBe('departmentId');
    expect(fieldOf({ needCount: 1 })).toBeUndefined();
    expect(fieldOf({ ...nobody, supplierId: 'a', needCount: 1 })).toBe('needs');
  });

  it('takes place today or before, and is planned for today or later', () => {
    expect(fieldOf({ visitedOn: '2017-05-11' })).toBe('visitedOn');
    expect(fieldOf({ visitedOn: '2017-05-11', state: 'planned' })).toBeUndefined();
    expect(visitPlanRefusal('planned', '2017-05-09', '2017-05-10')?.code).toBe('VISIT_INVALID');
    expect(visitPlanRefusal('planned', '2017-05-10', '2017-05-10')).toBeNull();
    expect(visitPlanRefusal('done', '2017-05-09', '2017-05-10')).toBeNull();
  });

  it('has no result and no need before it took place', () => {
    expect(fieldOf({ state: 'planned', result: '홍보' })).toBe('result');
    expect(fieldOf({ state: 'planned', needCount: 1 })).toBe('needs');
  });

  it('has a next step with its day, not the day alone and not one before the visit', () => {
    expect(fieldOf({ nextStepOn: '2017-05-20' })).toBe('nextStep');
    expect(fieldOf({ nextStep: '견적 전달', nextStepOn: '2017-05-09' })).toBe('nextStepOn');
    expect(fieldOf({ nextStep: '견적 전달', nextStepOn: '2017-05-10' })).toBeUndefined();
  });
});

describe('the steps of a visit', () => {
  it('are these and no others', () => {
    const steps = VISIT_STATES.flatMap((state) =>
      VISIT_ACTIONS.flatMap((action) => {
        const next = nextVisitState(state, action);
        expect(visitActionRefusal(state, action, { reason: '일정 변경' }) === null).toBe(next !== undefined);
        return next === undefined ? [] : [`${state} ${action} ${next}`];
      }),
    );
    expect(steps).toEqual([
      'planned done done',
      'planned cancel cancelled',
      'done follow_up followed_up',
      'done undo planned',
      'followed_up undo done',
    ]);
  });

  it('cancel with a reason, and take back no visit that a need or a survey rests on', () => {
    expect(visitActionRefusal('planned', 'cancel')?.code).toBe('REASON_REQUIRED');
    expect(visitActionRefusal('planned', 'cancel', { reason: '  ' })?.code).toBe('REASON_REQUIRED');
    expect(visitActionRefusal('done', 'undo', { needCount: 2 })?.details).toEqual({
      state: 'done',
      needs: 2,
    });
    expect(visitActionRefusal('followed_up', 'undo', { needCount: 2 })).toBeNull();
    expect(visitActionRefusal('done', 'undo', { isOfSurvey: true })?.details).toEqual({
      state: 'done',
      survey: true,
    });
    expect(visitActionRefusal('followed_up', 'undo', { isOfSurvey: true })).toBeNull();
  });

  it('end with a cancelled visit, which stays as it was', () => {
    expect(VISIT_STATES.filter((state) => visitChangeRefusal(state) !== null)).toEqual(['cancelled']);
  });
});

describe('a need', () => {
  it('is wanted on the day it was found or later', () => {
    expect(needRefusal({ foundOn: '2017-05-10', wantedBy: null })).toBeNull();
    expect(needRefusal({ foundOn: '2017-05-10', wantedBy: '2017-05-10' })).toBeNull();
    expect(needRefusal({ foundOn: '2017-05-10', wantedBy: '2017-05-09' })?.code).toBe('NEED_INVALID');
  });

  it('is changed while it is open', () => {
    expect(NEED_STATES.filter((state) => needChangeRefusal(state) === null)).toEqual(['open']);
  });
});
