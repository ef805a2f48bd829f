import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays } from '../calendar/day';
import { LINEAR_PACE, paceOf, paceStatusOf, type PaceShape } from './pace';

const facts = { fiscalYear: 2016, today: '2016-06-30', targetKrw: 1_200_000_000, actualKrw: 500_000_000 };

describe('the pace of a target', () => {
  it('expects half of it by the end of June and forecasts twice the actual', () => {
    expect(paceOf(facts)).toEqual({
      expectedKrw: 600_000_000,
      aheadKrw: -100_000_000,
      forecastKrw: 1_000_000_000,
      elapsedPercent: 50,
    });
  });

  it('counts the days of the running month by their share', () => {
    expect(paceOf({ ...facts, today: '2016-02-29' }).expectedKrw).toBe(200_000_000);
    expect(paceOf({ ...facts, today: '2016-04-15' }).expectedKrw).toBe(350_000_000);
  });

  it('runs over the reporting months only', () => {
    const fromMarch: PaceShape = { kind: 'linear', firstMonth: 3, lastMonth: 12 };
    expect(paceOf({ ...facts, today: '2016-02-29' }, fromMarch)).toMatchObject({
      expectedKrw: 0,
      forecastKrw: null,
    });
    expect(paceOf({ ...facts, today: '2016-03-31' }, fromMarch).expectedKrw).toBe(120_000_000);
  });

  it('takes the shape of last year when it is given', () => {
    const lateYear: PaceShape = { kind: 'last_year', monthlyKrw: [0, 0, 0, 0, 0, 25, 0, 0, 0, 0, 0, 75] };
    expect(paceOf(facts, lateYear)).toMatchObject({
      expectedKrw: 300_000_000,
      forecastKrw: 2_000_000_000,
      elapsedPercent: 25,
    });
  });

  it('is linear where a shape says nothing', () => {
    const linear = paceOf(facts, LINEAR_PACE);
    expect(paceOf(facts, { kind: 'last_year', monthlyKrw: [] })).toEqual(linear);
    expect(paceOf(facts, { kind: 'last_year', monthlyKrw: [-5] })).toEqual(linear);
    expect(paceOf(facts, { kind: 'linear', firstMonth: 12, lastMonth: 1 })).toEqual(linear);
  });

  it('before the year expects nothing and forecasts nothing, after it all and the actual', () => {
    expect(paceOf({ ...facts, today: '2015-12-31' })).toMatchObject({
      expectedKrw: 0,
      forecastKrw: null,
      elapsedPercent: 0,
    });
    for (const today of ['2016-12-31', '2017-03-01']) {
      expect(paceOf({ ...facts, today })).toMatchObject({
        expectedKrw: 1_200_000_000,
        forecastKrw: 500_000_000,
        elapsedPercent: 100,
      });
    }
  });

  it.each([null, 0])('of the target %s has a forecast and no expectation', (targetKrw) => {
    expect(paceOf({ ...facts, targetKrw })).toMatchObject({
      expectedKrw: null,
      aheadKrw: null,
      forecastKrw: 1_000_000_000,
    });
  });

  it('says in a word whether the target is reached, on track or behind', () => {
    const target = { targetKrw: 100 };
    expect(paceStatusOf({ aheadKrw: 50 }, { ...target, actualKrw: 100 })).toBe('reached');
    expect(paceStatusOf({ aheadKrw: 0 }, { ...target, actualKrw: 99 })).toBe('on_track');
    expect(paceStatusOf({ aheadKrw: -1 }, { ...target, actualKrw: 99 })).toBe('behind');
    expect(paceStatusOf({ aheadKrw: null }, { ...target, actualKrw: 99 })).toBeNull();
    expect(paceStatusOf({ aheadKrw: 0 }, { targetKrw: null, actualKrw: 99 })).toBeNull();
  });

  it('never runs backwards', () => {
    fc.assert(
      fc.property(fc.nat(364), fc.array(fc.nat(1_000), { minLength: 12, maxLength: 12 }), (count, months) => {
        const shape: PaceShape = { kind: 'last_year', monthlyKrw: months };
        const on = (today: string) => paceOf({ ...facts, today }, shape).expectedKrw ?? 0;
        const today = addDays('2016-01-01', count);
        expect(on(addDays(today, 1))).toBeGreaterThanOrEqual(on(today));
        expect(on(today)).toBeLessThanOrEqual(facts.targetKrw);
      }),
    );
  });
});
