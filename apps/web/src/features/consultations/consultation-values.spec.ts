import { describe, expect, it } from '@jest/globals';
import {
  consultationValues,
  isConsultationValues,
  newConsultationOf,
  wrongConsultationField,
  type ConsultationValues,
} from './consultation-values';

const ID = '019aa5d0-7c1e-7000-8000-000000000001';
const start = consultationValues(null, '2017-06-15');
const typed: ConsultationValues = { ...start, topic: ' 현수막 문의 ', institutionId: ID, departmentId: ID };

describe('a consultation as it is sent', () => {
  it('begins as most calls do', () => {
    expect(start).toMatchObject({ consultedOn: '2017-06-15', channel: 'phone', callerKind: 'public_body' });
    expect(isConsultationValues(JSON.parse(JSON.stringify(start)))).toBe(true);
    expect(isConsultationValues({ ...start, channel: 'fax' })).toBe(false);
  });

  it('names an institution with its needs, and no area beside it', () => {
    const needs = [
      { title: ' 현수막 ', amountKrw: 3_000_000 },
      { title: '  ', amountKrw: null },
    ];
    expect(newConsultationOf({ ...typed, areaId: ID, needs })).toMatchObject({
      topic: '현수막 문의',
      institutionId: ID,
      departmentId: ID,
      areaId: null,
      answer: null,
      needs: [{ title: '현수막', estimatedAmountKrw: 3_000_000 }],
    });
  });

  it('leaves out what does not belong to the kind of caller', () => {
    const enterprise = newConsultationOf({ ...typed, callerKind: 'enterprise', supplierId: ID });
    expect(enterprise).toMatchObject({ institutionId: null, departmentId: null, supplierId: ID });
    expect(enterprise).not.toHaveProperty('needs');
    expect(newConsultationOf({ ...typed, callerKind: 'other', supplierId: ID }).supplierId).toBeNull();
    expect(wrongConsultationField({ ...typed, callerKind: 'other' }, '2017-06-15')).toBeNull();
  });

  it('took place today or before', () => {
    expect(wrongConsultationField(typed, '2017-06-14')).toBe('consultedOn');
  });
});
