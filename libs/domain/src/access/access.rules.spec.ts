import { describe, expect, it } from '@jest/globals';
import { accessRefusal, areaReachOf, enterpriseReachOf, reachOf, type ActorFacts } from './access.rules';
import { PERMISSIONS, permissionsOf, ROLES, rolesWith } from './permissions';

const clerk: ActorFacts = {
  role: 'clerk',
  institutionId: 'gangbuk',
  departmentId: 'jobs',
  enterpriseId: null,
  assignedInstitutionIds: [],
};
const manager: ActorFacts = { ...clerk, role: 'manager', departmentId: null };
const admin: ActorFacts = { ...clerk, role: 'admin', institutionId: null, departmentId: null };
const support: ActorFacts = { ...admin, role: 'support', assignedInstitutionIds: ['gangdong'] };
const enterprise: ActorFacts = { ...admin, role: 'enterprise', enterpriseId: 'press' };

describe('access', () => {
  it('lets a clerk write for the own department only, and does not tell that others exist', () => {
    expect(
      accessRefusal(clerk, 'purchase:write', { institutionId: 'gangbuk', departmentId: 'jobs' }),
    ).toBeNull();
    expect(
      accessRefusal(clerk, 'purchase:write', { institutionId: 'gangbuk', departmentId: 'health' })?.code,
    ).toBe('NOT_FOUND');
    expect(accessRefusal(clerk, 'purchase:write', { institutionId: 'gangbuk' })?.code).toBe('NOT_FOUND');
    expect(
      accessRefusal(clerk, 'purchase:write', { institutionId: 'nowon', departmentId: 'jobs' })?.code,
    ).toBe('NOT_FOUND');
  });

  it('never matches a department when the actor has none', () => {
    const lost = { ...clerk, departmentId: null };
    expect(
      accessRefusal(lost, 'purchase:write', { institutionId: 'gangbuk', departmentId: null })?.code,
    ).toBe('NOT_FOUND');
  });

  it('refuses what a role does not hold', () => {
    expect(accessRefusal(clerk, 'period:close', { institutionId: 'gangbuk' })?.code).toBe('FORBIDDEN');
    expect(accessRefusal(enterprise, 'purchase:read', { institutionId: 'gangbuk' })?.code).toBe('FORBIDDEN');
  });

  it('reaches one institution for a manager, assigned ones for support, all for an administrator', () => {
    expect(accessRefusal(manager, 'period:close', { institutionId: 'gangbuk' })).toBeNull();
    expect(accessRefusal(manager, 'period:close', { institutionId: 'nowon' })?.code).toBe('NOT_FOUND');
    expect(accessRefusal(support, 'achievement:read', { institutionId: 'gangdong' })).toBeNull();
    expect(accessRefusal(support, 'achievement:read', { institutionId: 'gangbuk' })?.code).toBe('NOT_FOUND');
    expect(accessRefusal(admin, 'purchase:read', { institutionId: 'nowon' })).toBeNull();
  });

  it('gives lists the same reach as single rows', () => {
    expect(reachOf(clerk, 'purchase:read')).toEqual({ institutionIds: ['gangbuk'], departmentId: 'jobs' });
    expect(reachOf(manager, 'purchase:read')).toEqual({
      institutionIds: ['gangbuk'],
      departmentId: undefined,
    });
    expect(reachOf(admin, 'purchase:read')).toEqual({ institutionIds: undefined, departmentId: undefined });
    expect(reachOf(support, 'achievement:read').institutionIds).toEqual(['gangdong']);
    expect(reachOf(enterprise, 'purchase:read').institutionIds).toEqual([]);
    expect(reachOf({ ...manager, institutionId: null }, 'purchase:read').institutionIds).toEqual([]);
  });

  it('reaches what lies in the area of an adviser, whatever institution it is about', () => {
    const school = { institutionId: 'school', areaId: 'gangdong' };
    expect(accessRefusal(support, 'match:read', school)).toBeNull();
    expect(accessRefusal(support, 'match:read', { ...school, areaId: 'nowon' })?.code).toBe('NOT_FOUND');
    expect(accessRefusal(manager, 'match:read', { institutionId: 'gangbuk', areaId: 'gangbuk' })).toBeNull();
    // A school of the own district is another institution.
    expect(accessRefusal(manager, 'match:read', { institutionId: 'school', areaId: 'gangbuk' })?.code).toBe(
      'NOT_FOUND',
    );
    expect(areaReachOf(support, 'match:read')).toEqual({ areaIds: ['gangdong'] });
    expect(areaReachOf(clerk, 'match:read')).toEqual({ institutionIds: ['gangbuk'], departmentId: 'jobs' });
    expect(areaReachOf(admin, 'match:read')).toEqual({});
    expect(areaReachOf(enterprise, 'match:read').institutionIds).toEqual([]);
  });

  it('lets an enterprise write its own company only, and nobody without one', () => {
    const own = { institutionId: null, enterpriseId: 'press' };
    expect(accessRefusal(enterprise, 'catalogue:write', own)).toBeNull();
    expect(accessRefusal(enterprise, 'catalogue:write', { ...own, enterpriseId: 'banner' })?.code).toBe(
      'NOT_FOUND',
    );
    const invited = { ...enterprise, enterpriseId: null };
    expect(accessRefusal(invited, 'catalogue:write', { institutionId: null, enterpriseId: null })?.code).toBe(
      'NOT_FOUND',
    );
    expect(enterpriseReachOf(enterprise, 'catalogue:write')).toEqual(['press']);
    expect(enterpriseReachOf(invited, 'catalogue:write')).toEqual([]);
    expect(enterpriseReachOf(manager, 'catalogue:write')).toBe('all');
    expect(enterpriseReachOf(clerk, 'catalogue:write')).toEqual([]);
  });

  it("opens the centre's own files to support staff, and neither an institution's nor an enterprise's", () => {
    expect(accessRefusal(support, 'file:use', { institutionId: null })).toBeNull();
    expect(accessRefusal(support, 'file:use', { institutionId: 'gangdong' })?.code).toBe('NOT_FOUND');
    expect(accessRefusal(support, 'file:use', { institutionId: null, enterpriseId: 'press' })?.code).toBe(
      'NOT_FOUND',
    );
    expect(accessRefusal(manager, 'file:use', { institutionId: null })?.code).toBe('NOT_FOUND');
    expect(reachOf(support, 'file:use').institutionIds).toEqual([]);
  });

  it('agrees both ways: the permissions of a role and the roles of a permission', () => {
    for (const role of ROLES) {
      for (const permission of PERMISSIONS) {
        expect(permissionsOf(role).includes(permission)).toBe(rolesWith(permission).includes(role));
      }
    }
  });
});
