import { describe, expect, it } from '@jest/globals';
import { refusal } from '../refusal';
import { CERTIFIED_ONLY, DEFAULT_SCHEMES, schemeRefusal, type Scheme } from './scheme';

const women: Scheme = {
  code: 'women',
  name: '여성기업',
  basis: 'certification',
  certificationTypes: ['women_owned'],
  channels: [],
};

describe('a scheme', () => {
  it('of its own may be added beside the two that everybody has', () => {
    expect(DEFAULT_SCHEMES.map((scheme) => schemeRefusal(scheme, []))).toEqual([null, null]);
    expect(schemeRefusal(women, ['social_economy'])).toBeNull();
    expect(schemeRefusal({ ...women, basis: 'channel', channels: ['card'] }, [])).toBeNull();
  });

  it('cannot take a code that is used or reserved', () => {
    expect(schemeRefusal(women, ['women'])).toEqual(refusal('SCHEME_CODE_TAKEN'));
    expect(schemeRefusal({ ...women, code: CERTIFIED_ONLY }, [])).toEqual(refusal('SCHEME_CODE_TAKEN'));
  });

  it.each<[keyof Scheme, unknown]>([
    ['code', 'Women'],
    ['code', 'w'],
    ['name', ' '],
    ['name', '가'.repeat(101)],
    ['basis', 'both'],
    ['certificationTypes', []],
    ['certificationTypes', ['chaebol']],
    ['channels', ['bazaar']],
  ])('with a malformed %s is refused (%p)', (field, value) => {
    expect(schemeRefusal({ ...women, [field]: value }, [])).toEqual(refusal('SCHEME_INVALID', { field }));
  });

  it('by channel needs a channel', () => {
    expect(schemeRefusal({ ...women, basis: 'channel' }, [])).toEqual(
      refusal('SCHEME_INVALID', { field: 'channels' }),
    );
  });
});
