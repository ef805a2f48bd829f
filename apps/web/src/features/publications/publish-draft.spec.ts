import { describe, expect, it } from '@jest/globals';
import { asOfRange, draftRefusal, latestClosed, isPublishValues, type PublishValues } from './publish-draft';

const draft: PublishValues = {
  fiscalYear: '2016',
  quarter: '1',
  schemeCode: 'social_economy',
  asOf: '2016-04-10',
  reason: '',
};
const facts = { today: '2016-04-10', openQuarters: [2, 3, 4] as const };

describe('a ranking to be published', () => {
  it('may be, once its quarter is closed', () => {
    expect(draftRefusal(draft, facts)).toBeNull();
    expect(
      draftRefusal({ ...draft, quarter: '2', asOf: '2016-07-01' }, { ...facts, today: '2016-07-01' }),
    ).toEqual({
      code: 'PUBLICATION_PERIOD_OPEN',
      details: { quarter: 2 },
    });
  });

  it('as an interim state needs a reason over an open quarter', () => {
    expect(draftRefusal({ ...draft, quarter: '' }, facts)?.code).toBe('PUBLICATION_PERIOD_OPEN');
    expect(draftRefusal({ ...draft, quarter: '', reason: '의회 보고' }, facts)).toBeNull();
  });

  it('has an as-of day from the end of the quarter to today', () => {
    expect(asOfRange(draft, '2016-04-10')).toEqual({ earliest: '2016-03-31', latest: '2016-04-10' });
    expect(draftRefusal({ ...draft, asOf: '2016-03-30' }, facts)?.code).toBe('INVALID_INPUT');
    expect(draftRefusal({ ...draft, asOf: null }, facts)).toBeNull();
  });

  it('is kept as a draft only in its own shape', () => {
    expect(isPublishValues(draft)).toBe(true);
    expect(isPublishValues({ ...draft, reason: 3 })).toBe(false);
    expect(isPublishValues(null)).toBe(false);
  });
});

describe('the quarter that the form begins with', () => {
  it('is the latest closed one, and the first while none is', () => {
    const period = (quarter: number, state: string) => ({ quarter, state });
    expect(latestClosed([period(1, 'closed'), period(2, 'closed'), period(3, 'open')])).toBe('2');
    expect(latestClosed([period(1, 'open')])).toBe('1');
    expect(latestClosed([])).toBe('1');
  });
});
