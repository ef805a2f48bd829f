import { describe, expect, it } from '@jest/globals';
import {
  SUPPLIER_SURVEY_STATES,
  supplierSurveyAnswerRefusal,
  supplierSurveySendRefusal,
  supplierSurveyStateOf,
  supplierSurveyVisitRefusal,
} from './supplier-survey.rules';

const answer = { canSell: true, offers: '현수막', capacity: null, obstacles: null };
const visit = { state: 'done', isToSupplier: true } as const;

describe('the supplier survey', () => {
  it('stands where its rounds say', () => {
    const stateOf = (canSell: boolean | null, visitId: string | null = null) =>
      supplierSurveyStateOf({ canSell, visitId });
    expect([stateOf(null), stateOf(true), stateOf(false), stateOf(true, 'visit')]).toEqual([
      'sent',
      'can_sell',
      'cannot_sell',
      'visited',
    ]);
  });

  it('asks enterprises that stand and are in business', () => {
    const to = (isMerged: boolean, closedOn: string | null) =>
      supplierSurveySendRefusal('2017-06-15', { isMerged, closedOn })?.code ?? null;
    expect(to(false, null)).toBeNull();
    expect(to(false, '2017-06-16')).toBeNull();
    expect(to(false, '2017-06-15')).toBe('SUPPLIER_SURVEY_INVALID');
    expect(to(true, null)).toBe('SUPPLIER_MERGED');
  });

  it('is answered once, and whoever can sell says what', () => {
    for (const state of SUPPLIER_SURVEY_STATES) {
      const code = supplierSurveyAnswerRefusal(state, answer)?.code ?? null;
      expect(code).toBe(state === 'sent' ? null : 'SUPPLIER_SURVEY_STATE');
    }
    expect(supplierSurveyAnswerRefusal('sent', { ...answer, offers: ' ' })?.details).toEqual({
      field: 'offers',
    });
    expect(supplierSurveyAnswerRefusal('sent', { ...answer, canSell: false, offers: null })).toBeNull();
  });

  it('visits those who can, and names a visit that took place there', () => {
    for (const state of SUPPLIER_SURVEY_STATES) {
      const code = supplierSurveyVisitRefusal(state, visit)?.code ?? null;
      expect(code).toBe(state === 'can_sell' ? null : 'SUPPLIER_SURVEY_STATE');
    }
    const fieldOf = (other: Partial<{ state: 'planned' | 'followed_up'; isToSupplier: boolean }>) =>
      supplierSurveyVisitRefusal('can_sell', { ...visit, ...other })?.details?.['field'];
    expect(fieldOf({ state: 'planned' })).toBe('visitId');
    expect(fieldOf({ isToSupplier: false })).toBe('visitId');
    expect(fieldOf({ state: 'followed_up' })).toBeUndefined();
  });
});
