import { describe, expect, it } from '@jest/globals';
import type { Role } from '../access/permissions';
import {
  accountEndRefusal,
  accountPlaceRefusal,
  enterpriseChangeRefusal,
  enterpriseDistrictRefusal,
  grantableRoles,
  roleChangeRefusal,
  type AccountPlace,
} from './account.rules';

const clerk: AccountPlace = {
  role: 'clerk',
  institutionId: 'gangbuk',
  departmentId: 'jobs',
  enterpriseId: null,
  assignedInstitutionIds: [],
};
const centre = { ...clerk, institutionId: null, departmentId: null };

describe('giving an account', () => {
  it('is for managers within their institution, for administrators everywhere, for nobody else', () => {
    expect(grantableRoles('manager')).toEqual(['clerk', 'manager', 'enterprise']);
    expect(grantableRoles('admin')).toEqual(['clerk', 'manager', 'support', 'admin', 'enterprise']);
    for (const role of ['clerk', 'support', 'enterprise'] as const) expect(grantableRoles(role)).toEqual([]);
    expect(accountPlaceRefusal('manager', clerk)).toBeNull();
    expect(accountPlaceRefusal('manager', { ...centre, role: 'admin' })?.code).toBe('ROLE_NOT_ALLOWED');
    expect(accountPlaceRefusal('support', { ...centre, role: 'enterprise' })?.details).toMatchObject({
      field: 'role',
    });
  });

  it('puts it into exactly one organisation', () => {
    const field = (place: AccountPlace) => accountPlaceRefusal('admin', place)?.details?.['field'];
    expect(field({ ...clerk, departmentId: null })).toBe('departmentId');
    expect(field({ ...clerk, institutionId: null })).toBe('institutionId');
    expect(field({ ...clerk, role: 'manager', departmentId: null })).toBeUndefined();
    expect(field({ ...clerk, role: 'support' })).toBe('institutionId');
    expect(field({ ...centre, role: 'admin', departmentId: 'jobs' })).toBe('departmentId');
    expect(field({ ...centre, role: 'support', assignedInstitutionIds: ['gangbuk'] })).toBeUndefined();
    expect(field({ ...centre, role: 'admin', assignedInstitutionIds: ['gangbuk'] })).toBe(
      'assignedInstitutionIds',
    );
  });

  it('invites the people of an enterprise, bound to it at once or to claim it themselves', () => {
    const invited: AccountPlace = { ...centre, role: 'enterprise' };
    for (const granter of ['manager', 'admin'] as const) {
      expect(accountPlaceRefusal(granter, invited)).toBeNull();
      expect(accountPlaceRefusal(granter, { ...invited, enterpriseId: 'press' })).toBeNull();
    }
    const field = (place: AccountPlace) => accountPlaceRefusal('manager', place)?.details?.['field'];
    expect(field({ ...invited, institutionId: 'gangbuk' })).toBe('institutionId');
    expect(field({ ...clerk, enterpriseId: 'press' })).toBe('enterpriseId');
  });

  it('never moves an account from one enterprise to another, nor away from it', () => {
    expect(enterpriseChangeRefusal(null, 'press')).toBeNull();
    expect(enterpriseChangeRefusal('press', 'press')).toBeNull();
    expect(enterpriseChangeRefusal('press', 'banner')?.code).toBe('CLAIM_NOT_POSSIBLE');
    expect(enterpriseChangeRefusal('press', null)?.code).toBe('CLAIM_NOT_POSSIBLE');
  });

  it('lets a manager administer the people of enterprises of the own district, an administrator everybody', () => {
    expect(enterpriseDistrictRefusal('manager', '11305', '11305')).toBeNull();
    expect(enterpriseDistrictRefusal('manager', null, '11305')).toBeNull();
    expect(enterpriseDistrictRefusal('manager', '11350', '11305')?.code).toBe('ENTERPRISE_OF_OTHER_DISTRICT');
    expect(enterpriseDistrictRefusal('manager', '11350', null)?.code).toBe('ENTERPRISE_OF_OTHER_DISTRICT');
    expect(enterpriseDistrictRefusal('admin', '11350', null)).toBeNull();
  });

  it('changes a role within the organisation, not across', () => {
    const allowed = (from: Role, to: Role) => roleChangeRefusal(from, to) === null;
    expect(allowed('clerk', 'manager')).toBe(true);
    expect(allowed('admin', 'support')).toBe(true);
    expect(allowed('clerk', 'admin')).toBe(false);
    expect(allowed('enterprise', 'enterprise')).toBe(true);
    expect(allowed('enterprise', 'clerk')).toBe(false);
  });
});

describe('ending an account', () => {
  const account = (role: Role, state: 'active' | 'disabled' = 'active') => ({ id: 'x', role, state });

  it('is not for its own holder', () => {
    expect(accountEndRefusal('x', account('clerk'), 5)?.code).toBe('OWN_ACCOUNT');
  });

  it('leaves an administrator, and a manager in every institution', () => {
    expect(accountEndRefusal('me', account('admin'), 0)?.code).toBe('LAST_ADMIN');
    expect(accountEndRefusal('me', account('admin'), 1)).toBeNull();
    expect(accountEndRefusal('me', account('manager'), 0)?.code).toBe('LAST_MANAGER');
    expect(accountEndRefusal('me', account('manager'), 1)).toBeNull();
    expect(accountEndRefusal('me', account('clerk'), 0)).toBeNull();
    expect(accountEndRefusal('me', account('manager', 'disabled'), 0)).toBeNull();
  });
});
