import { describe, expect, it } from '@jest/globals';
import {
  correctionRefusal,
  countedUntil,
  coveredQuarters,
  publicationRefusal,
  type PublicationFacts,
} from './publication.rules';

const firstQuarter: PublicationFacts = {
  fiscalYear: 2016,
  quarter: 1,
  asOf: '2016-04-05',
  today: '2016-04-05',
  openQuarters: [2, 3, 4],
  reason: null,
};

describe('publishing', () => {
  it('publishes a quarter once it and those before it are closed, whatever the reason', () => {
    expect(publicationRefusal(firstQuarter)).toBeNull();
    expect(publicationRefusal({ ...firstQuarter, openQuarters: [1], reason: '급함' })).toEqual({
      code: 'PUBLICATION_PERIOD_OPEN',
      details: { quarter: 1 },
    });
    const second = { ...firstQuarter, quarter: 2 as const, asOf: '2016-07-01', today: '2016-07-01' };
    expect(publicationRefusal({ ...second, openQuarters: [1] })?.details).toEqual({ quarter: 1 });
  });

  it('publishes an interim state over open quarters only for a reason', () => {
    const interim = { ...firstQuarter, quarter: null };
    expect(publicationRefusal(interim)?.code).toBe('PUBLICATION_PERIOD_OPEN');
    expect(publicationRefusal({ ...interim, reason: '   ' })?.code).toBe('PUBLICATION_PERIOD_OPEN');
    expect(publicationRefusal({ ...interim, reason: '구의회 보고' })).toBeNull();
    expect(publicationRefusal({ ...interim, openQuarters: [3, 4] })).toBeNull();
  });

  it('takes an as-of day from the end of the quarter to today', () => {
    expect(publicationRefusal({ ...firstQuarter, asOf: '2016-03-31' })).toBeNull();
    for (const asOf of ['2016-03-30', '2016-04-06']) {
      expect(publicationRefusal({ ...firstQuarter, asOf })?.code).toBe('INVALID_INPUT');
    }
    expect(publicationRefusal({ ...firstQuarter, quarter: null, asOf: '2015-12-31' })?.code).toBe(
      'INVALID_INPUT',
    );
  });

  it('says which quarters it states and until when purchases count', () => {
    expect(coveredQuarters({ fiscalYear: 2016, quarter: 3, asOf: '2016-12-01' })).toEqual([1, 2, 3]);
    expect(coveredQuarters({ fiscalYear: 2016, quarter: null, asOf: '2016-04-01' })).toEqual([1, 2]);
    expect(coveredQuarters({ fiscalYear: 2016, quarter: null, asOf: '2016-03-31' })).toEqual([1]);
    expect(countedUntil({ fiscalYear: 2016, quarter: 1, asOf: '2016-05-01' })).toBe('2016-03-31');
    expect(countedUntil({ fiscalYear: 2016, quarter: null, asOf: '2016-05-01' })).toBe('2016-05-01');
    expect(countedUntil({ fiscalYear: 2016, quarter: null, asOf: '2017-02-01' })).toBe('2016-12-31');
  });

  it('refuses a version that says nothing new', () => {
    const nothing = { previousVersion: 1, differences: [], changedPurchases: 0 };
    expect(correctionRefusal(nothing)).toEqual({ code: 'PUBLICATION_UNCHANGED', details: { version: 1 } });
    expect(correctionRefusal({ ...nothing, changedPurchases: 2 })).toBeNull();
    expect(correctionRefusal({ ...nothing, previousVersion: null })).toBeNull();
  });
});
