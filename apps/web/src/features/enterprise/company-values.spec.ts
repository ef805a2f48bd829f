import { describe, expect, it } from '@jest/globals';
import type { Company } from './api';
import { businessNumberFits, changeOf, employmentFits, isCompanyValues, valuesOf } from './company-values';

const supplier = {
  name: '노란들판',
  businessNumber: '0001234567',
  representative: '홍길동',
  address: null,
  districtCode: '11305',
  vulnerableEmploymentBp: 3050,
  vulnerableEmploymentOn: '2026-06-30',
  homepage: null,
  phone: '02-000-0000',
  email: null,
  businessSummary: '현수막',
  introduction: null,
} as Company['supplier'];
const standing = valuesOf({ supplier, pending: null });

describe('the form of the own enterprise', () => {
  it('shows what stands, and goes on from a proposal that waits', () => {
    expect(standing).toMatchObject({
      businessNumber: '000-12-34567',
      vulnerableEmploymentBp: '30.5',
      address: '',
    });
    const pending = {
      differences: [
        { fact: 'address', standing: null, proposed: '서울특별시 강북구', changedSince: false },
        { fact: 'representative', standing: '홍길동', proposed: null, changedSince: false },
      ],
    } as Company['pending'];
    expect(valuesOf({ supplier, pending })).toMatchObject({
      address: '서울특별시 강북구',
      representative: '',
    });
    expect(isCompanyValues(JSON.parse(JSON.stringify(standing)))).toBe(true);
    expect(isCompanyValues({ ...standing, note: null })).toBe(false);
  });

  it('sends what was changed, and nothing else', () => {
    expect(changeOf(standing, standing)).toBeNull();
    expect(changeOf({ ...standing, phone: ' 02-111-1111 ' }, standing)).toEqual({ phone: '02-111-1111' });
    expect(changeOf({ ...standing, representative: '' }, standing)).toEqual({ representative: null });
    const evidence = { id: 'file', name: '증빙.pdf' };
    expect(changeOf({ ...standing, evidence, note: ' 이전했습니다 ' }, standing)).toEqual({
      evidenceFileId: 'file',
      note: '이전했습니다',
    });
  });

  it('sends the ratio and its day together', () => {
    expect(changeOf({ ...standing, vulnerableEmploymentBp: '31' }, standing)).toEqual({
      vulnerableEmploymentBp: 3100,
      vulnerableEmploymentOn: '2026-06-30',
    });
    expect(employmentFits(standing, '2026-11-20')).toBe(true);
    expect(employmentFits({ ...standing, vulnerableEmploymentOn: null }, '2026-11-20')).toBe(false);
    expect(employmentFits({ ...standing, vulnerableEmploymentBp: '101' }, '2026-11-20')).toBe(false);
  });

  it('takes ten digits for a business number, or nothing', () => {
    expect([businessNumberFits(''), businessNumberFits('000-12-3456')]).toEqual([true, false]);
  });
});
