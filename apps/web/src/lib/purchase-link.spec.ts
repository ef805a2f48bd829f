import { describe, expect, it } from '@jest/globals';
import { rowsLinkFor, type PurchaseFilterFacts } from './purchase-link';
import type { SessionUser } from './session';

const clerk: SessionUser = {
  id: 'clerk',
  email: 'clerk@test.example',
  name: '김서무',
  role: 'clerk',
  permissions: [],
  institutionId: 'gangbuk',
  institutionName: null,
  departmentId: 'jobs',
  departmentName: null,
  enterpriseId: null,
  mustChangePassword: false,
};
const figure: PurchaseFilterFacts = {
  institutionId: 'gangbuk',
  fiscalYear: 2016,
  scheme: 'social_economy',
  departmentId: null,
  month: null,
  to: null,
};

describe('the way to the rows behind a figure', () => {
  it('is there for a clerk at the own department, and not at the total, whose rows are not all open', () => {
    expect(rowsLinkFor(clerk, { ...figure, departmentId: 'jobs' })).toContain('departmentId=jobs');
    expect(rowsLinkFor(clerk, figure)).toBeUndefined();
    expect(rowsLinkFor(clerk, { ...figure, departmentId: 'health' })).toBeUndefined();
  });

  it('is there for a manager in the own institution, for an administrator anywhere, for support and visitors nowhere', () => {
    const manager: SessionUser = { ...clerk, role: 'manager', departmentId: null };
    expect(rowsLinkFor(manager, figure)).toBe(
      '/purchases?institutionId=gangbuk&fiscalYear=2016&scheme=social_economy',
    );
    expect(rowsLinkFor(manager, { ...figure, institutionId: 'nowon' })).toBeUndefined();
    expect(
      rowsLinkFor({ ...manager, role: 'admin', institutionId: null }, { ...figure, institutionId: null }),
    ).toBeDefined();
    expect(rowsLinkFor({ ...manager, role: 'support', institutionId: null }, figure)).toBeUndefined();
    expect(rowsLinkFor(null, figure)).toBeUndefined();
  });
});
