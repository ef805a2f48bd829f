import { describe, expect, it } from '@jest/globals';
import { institutionPlaceRefusal, sameInstitutionRefusal } from './register.rules';

describe('entering an institution into the register', () => {
  it('lies in a district or in none; a district and the city lie in none', () => {
    expect(institutionPlaceRefusal('school', 'district')).toBeNull();
    expect(institutionPlaceRefusal('school', null)).toBeNull();
    expect(institutionPlaceRefusal('district', null)).toBeNull();
    expect(institutionPlaceRefusal('district', 'district')?.code).toBe('INSTITUTION_INVALID');
    expect(institutionPlaceRefusal('city_hq', 'district')?.code).toBe('INSTITUTION_INVALID');
    expect(institutionPlaceRefusal('school', 'school')?.code).toBe('INSTITUTION_INVALID');
  });

  it('warns of a namesake of the same area until somebody says that it is another one', () => {
    const others = [{ id: 'a', name: '원당초등학교' }];
    expect(sameInstitutionRefusal([], false)).toBeNull();
    expect(sameInstitutionRefusal(others, true)).toBeNull();
    expect(sameInstitutionRefusal(others, false)).toEqual({
      code: 'INSTITUTION_NAME_EXISTS',
      details: { institutionId: 'a', name: '원당초등학교', count: 1 },
    });
  });
});
