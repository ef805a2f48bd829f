import { describe, expect, it } from '@jest/globals';
import {
  consultationChangeRefusal,
  consultationRefusal,
  consultationVoidRefusal,
  type ConsultationFacts,
} from './consultation.rules';
import { areaOfWork, ownWorkRefusal } from './own-work.rules';

const call: ConsultationFacts = {
  today: '2017-06-15',
  consultedOn: '2017-06-15',
  callerKind: 'public_body',
  hasInstitution: true,
  hasDepartment: false,
  hasSupplier: false,
  hasArea: true,
  needCount: 0,
};
const fieldOf = (facts: Partial<ConsultationFacts>) =>
  consultationRefusal({ ...call, ...facts })?.details?.['field'];

describe('a consultation', () => {
  it('took place today or before', () => {
    expect(consultationRefusal(call)).toBeNull();
    expect(fieldOf({ consultedOn: '2017-06-16' })).toBe('consultedOn');
  });

  it('names an institution of a public body, and an enterprise of an enterprise', () => {
    expect(fieldOf({ callerKind: 'enterprise' })).toBe('institutionId');
    expect(fieldOf({ callerKind: 'other' })).toBe('institutionId');
    expect(fieldOf({ hasSupplier: true })).toBe('supplierId');
    const enterprise = { callerKind: 'enterprise', hasInstitution: false } as const;
    expect(consultationRefusal({ ...call, ...enterprise, hasSupplier: true })).toBeNull();
    expect(fieldOf({ callerKind: 'other', hasInstitution: false, hasSupplier: true })).toBe('supplierId');
  });

  it('has a department and needs with an institution only, and always an area', () => {
    const nobody = { hasInstitution: false } as const;
    expect(consultationRefusal({ ...call, ...nobody })).toBeNull();
    expect(fieldOf({ ...nobody, hasDepartment: true })).toBe('departmentId');
    expect(fieldOf({ ...nobody, needCount: 1 })).toBe('needs');
    expect(fieldOf({ ...nobody, hasArea: false })).toBe('areaId');
    expect(consultationRefusal({ ...call, hasDepartment: true, needCount: 5 })).toBeNull();
  });

  it('is taken back once, with a reason, and stays as it is then', () => {
    expect(consultationVoidRefusal(false, '두 번 적음')).toBeNull();
    expect(consultationVoidRefusal(false, ' ')?.code).toBe('REASON_REQUIRED');
    expect(consultationVoidRefusal(true, '두 번 적음')?.code).toBe('CONSULTATION_STATE');
    expect(consultationChangeRefusal(true)?.code).toBe('CONSULTATION_STATE');
    expect(consultationChangeRefusal(false)).toBeNull();
  });
});

describe('work of an adviser', () => {
  it('is changed by the adviser alone, and by administrators', () => {
    expect(ownWorkRefusal({ userId: 'a', role: 'support' }, 'a')).toBeNull();
    expect(ownWorkRefusal({ userId: 'b', role: 'support' }, 'a')?.code).toBe('FORBIDDEN');
    expect(ownWorkRefusal({ userId: 'b', role: 'admin' }, 'a')).toBeNull();
  });

  it('lies in the area that is said, or in the only one', () => {
    expect(areaOfWork(['강동', '송파'], '송파')).toBe('송파');
    expect(areaOfWork(['강동'], null)).toBe('강동');
    expect(areaOfWork(['강동', '송파'], null)).toBeNull();
    expect(areaOfWork([], null)).toBeNull();
  });
});
