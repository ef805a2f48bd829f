import { describe, expect, it } from '@jest/globals';
import {
  bodyOf,
  EMPTY_SUPPLIER,
  failsChecksum,
  faultOf,
  isSupplierValues,
  valuesOf,
} from './supplier-values';

const TODAY = '2016-07-01';

describe('the form of a supplier', () => {
  it('says before sending what the rules would refuse, beside the field that it is about', () => {
    const values = { ...EMPTY_SUPPLIER, name: '  ', businessNumber: '123456789', employment: '30' };
    expect(faultOf('name', values, TODAY)).toBe('required');
    expect(faultOf('businessNumber', values, TODAY)).toMatchObject({ code: 'BUSINESS_NUMBER_INVALID' });
    expect(faultOf('employment', values, TODAY)).toBeNull();
    expect(faultOf('vulnerableEmploymentOn', values, TODAY)).toMatchObject({
      code: 'VULNERABLE_EMPLOYMENT_INVALID',
    });
    const tooMuch = { ...values, employment: '100.01', vulnerableEmploymentOn: TODAY };
    expect(faultOf('employment', tooMuch, TODAY)).toMatchObject({ code: 'VULNERABLE_EMPLOYMENT_INVALID' });
    expect(faultOf('employment', { ...values, employment: '많음' }, TODAY)).toBe('unreadable');
    expect(faultOf('homepage', values, TODAY)).toBeNull();
  });

  it('warns of a check digit only for ten digits', () => {
    expect(failsChecksum('000-81-00015')).toBe(true);
    expect(failsChecksum('000-81-00014')).toBe(false);
    expect(failsChecksum('123')).toBe(false);
    expect(failsChecksum('')).toBe(false);
  });

  it('sends what is empty as none, and gives back what it was given', () => {
    const body = bodyOf({
      ...EMPTY_SUPPLIER,
      name: ' 노란  들판 ',
      homepage: 'www.example.com',
      employment: '30',
    });
    expect(body).toMatchObject({
      name: '노란 들판',
      businessNumber: null,
      homepage: 'http://www.example.com',
      vulnerableEmploymentBp: 3000,
      introduction: null,
    });
    const answer = {
      ...body,
      id: 'x',
      businessNumber: '0008100014',
      vulnerableEmploymentOn: '2016-06-30',
      version: 1,
    };
    const shown = valuesOf({ ...answer, ...NOTHING });
    expect(shown).toMatchObject({ businessNumber: '000-81-00014', employment: '30', name: '노란 들판' });
    expect(isSupplierValues(JSON.parse(JSON.stringify(shown)))).toBe(true);
    expect(isSupplierValues({ ...shown, name: 1 })).toBe(false);
    expect(isSupplierValues(null)).toBe(false);
  });
});

const NOTHING = {
  districtCode: null,
  representative: null,
  address: null,
  phone: null,
  email: null,
  businessSummary: null,
  socialPurpose: null,
  serviceField: null,
  introduction: null,
  closedOn: null,
  homepage: null,
  vulnerableEmploymentBp: 3000,
  purchaseCount: 0,
  buyerCount: 0,
  recordAsOf: null,
  certifications: [],
  warnings: [],
  asOf: '2016-07-01',
};
