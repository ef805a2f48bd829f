import { describe, expect, it } from '@jest/globals';
import { conversionLink } from './conversion-links';

const nobody = { year: null, adviserId: null, teamId: null };

describe('a figure of the conversion', () => {
  it('opens the contracts that it counts, by adviser, team or year', () => {
    const adviser = { ...nobody, adviserId: 'a' };
    expect(conversionLink('adviser', adviser, 2017, 'contracts')).toBe(
      '/contracts?year=2017&state=signed&adviserId=a',
    );
    const team = { ...nobody, teamId: 't' };
    expect(conversionLink('team', team, 2017, 'purchases')).toBe(
      '/contracts?year=2017&state=signed&isPurchased=true&teamId=t',
    );
    expect(conversionLink('year', { ...nobody, year: 2016 }, 2017, 'visits')).toBe(
      '/visits?year=2016&state=visited',
    );
  });

  it('opens nothing where the list would show more than it counts', () => {
    expect(conversionLink('team', nobody, 2017, 'contracts')).toBeUndefined();
    expect(conversionLink('team', { ...nobody, teamId: 't' }, 2017, 'visits')).toBeUndefined();
    expect(conversionLink('adviser', { ...nobody, adviserId: 'a' }, 2017, 'matches')).toBeUndefined();
  });
});
