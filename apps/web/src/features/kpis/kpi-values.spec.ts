import { describe, expect, it } from '@jest/globals';
import { bodyOf, contentOf, EMPTY_KPI, isKpiValues, refusalOf } from './kpi-values';

const typed = { ...EMPTY_KPI, programme: 'p', group: 'g', item: 'i', target: 650, enteredActual: 654 };
const faulty = (values: typeof typed) => refusalOf(values, 2017)?.details?.['field'] ?? null;

describe('what is typed of an indicator', () => {
  it('is sent with the key made of programme and item, and the board’s rounding left to the board', () => {
    expect(bodyOf(typed, 2017)).toMatchObject({
      year: 2017,
      itemKey: 'p/i',
      target: 650,
      enteredActual: 654,
      rounding: null,
      decimals: null,
    });
    expect(faulty(typed)).toBeNull();
  });

  it('leaves out what the basis or the source does not have, whatever was typed there before', () => {
    expect(contentOf({ ...typed, source: 'visits' }).enteredActual).toBeNull();
    expect(contentOf({ ...typed, basis: 'quality' })).toMatchObject({
      target: null,
      enteredActual: null,
      qualityState: 'planned',
      source: 'entered',
    });
    expect(contentOf({ ...typed, basis: 'amount', source: 'visits' }).source).toBe('entered');
    expect(contentOf({ ...typed, formerTarget: 600 }).formerTarget).toBeNull();
  });

  it('is refused by the rule that the server asks', () => {
    expect(faulty({ ...typed, item: ' ' })).toBe('item');
    expect(faulty({ ...typed, target: 0 })).toBe('target');
  });

  it('is kept as a draft, and a draft of another form is not taken', () => {
    expect(isKpiValues(JSON.parse(JSON.stringify(typed)))).toBe(true);
    expect(isKpiValues({ ...typed, changedGoal: 'yes' })).toBe(false);
    expect(isKpiValues(null)).toBe(false);
  });
});
