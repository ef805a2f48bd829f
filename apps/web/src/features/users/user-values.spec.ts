import { describe, expect, it } from '@jest/globals';
import { emptyUser, newUserOf, wrongField } from './user-values';

const GANGBUK = '019aa5d0-7c1e-7000-8000-000000000001';
const JOBS = '019aa5d0-7c1e-7000-8000-000000000002';

describe('what a new account is sent as', () => {
  const typed = {
    ...emptyUser(GANGBUK),
    name: ' 김서무 ',
    email: ' Clerk@Gangbuk.example ',
    departmentId: JOBS,
  };

  it('is tidy, and holds only what its role has', () => {
    expect(newUserOf({ ...typed, assignedInstitutionIds: [GANGBUK] }, 'manager')).toEqual({
      name: '김서무',
      email: 'clerk@gangbuk.example',
      role: 'clerk',
      institutionId: GANGBUK,
      departmentId: JOBS,
      enterpriseId: null,
      assignedInstitutionIds: [],
    });
    expect(
      newUserOf({ ...typed, role: 'support', assignedInstitutionIds: [GANGBUK] }, 'admin'),
    ).toMatchObject({
      institutionId: null,
      departmentId: null,
      assignedInstitutionIds: [GANGBUK],
    });
  });

  it('invites an enterprise by its entry in the register, or without one', () => {
    const invited = { ...typed, role: 'enterprise', enterpriseName: '노란들판' };
    expect(newUserOf({ ...invited, enterpriseId: JOBS }, 'manager')).toMatchObject({
      role: 'enterprise',
      institutionId: null,
      departmentId: null,
      enterpriseId: JOBS,
    });
    expect(newUserOf(invited, 'manager').enterpriseId).toBeNull();
    expect(newUserOf({ ...typed, enterpriseId: JOBS }, 'manager').enterpriseId).toBeNull();
    expect(wrongField(invited, 'manager')).toBeNull();
  });

  it('is said beforehand to be wrong where the server would refuse it', () => {
    expect(wrongField(typed, 'manager')).toBeNull();
    expect(wrongField({ ...typed, departmentId: '' }, 'manager')).toBe('departmentId');
    expect(wrongField({ ...typed, role: 'admin' }, 'manager')).toBe('role');
    expect(wrongField({ ...emptyUser(null), role: 'manager' }, 'admin')).toBe('institutionId');
  });
});
