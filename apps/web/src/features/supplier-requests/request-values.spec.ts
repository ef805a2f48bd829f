import { describe, expect, it } from '@jest/globals';
import {
  answerOf,
  EMPTY_ANSWER,
  emptyRequest,
  isAnswerValues,
  isRequestValues,
  lacksVat,
  quantityOf,
  requestOf,
  wrongRequestField,
} from './request-values';

const SUPPLIER = '019aa5d0-7c1e-7000-8000-000000000001';
const JOBS = '019aa5d0-7c1e-7000-8000-000000000002';

describe('a request as it is sent', () => {
  it('is tidy, and holds null where nothing was said', () => {
    const typed = {
      ...emptyRequest(JOBS),
      supplierId: SUPPLIER,
      title: ' 견적 ',
      message: '3장\n',
      quantity: '1,200',
    };
    expect(requestOf(typed)).toEqual({
      departmentId: JOBS,
      supplierId: SUPPLIER,
      catalogueItemId: null,
      title: '견적',
      message: '3장',
      quantity: 1200,
      neededOn: null,
    });
    expect(isRequestValues(JSON.parse(JSON.stringify(typed)))).toBe(true);
    expect(isRequestValues({ ...typed, title: 1 })).toBe(false);
  });

  it('counts whole pieces only', () => {
    expect(['', '3', '１２', '1,000'].map(quantityOf)).toEqual([null, 3, 12, 1000]);
    expect(['0', '-1', '1.5', '세 장', '2000000000'].map(quantityOf)).toEqual(Array(5).fill(undefined));
  });

  it('is said beforehand to be wrong where the server would refuse it', () => {
    expect(wrongRequestField('2026-11-19', null, '2026-11-20')).toBe('neededOn');
    expect(wrongRequestField(null, '2026-11-20', '2026-11-20')).toBe('supplierId');
    expect(wrongRequestField('2026-11-20', null, '2026-11-20')).toBeNull();
  });
});

describe('an answer as it is sent', () => {
  it('says of an amount whether VAT is in it, and nothing without one', () => {
    const offered = { answer: ' 가능합니다 ', quotedAmountKrw: 240_000, vat: 'without' };
    expect(answerOf(offered)).toEqual({
      answer: '가능합니다',
      quotedAmountKrw: 240_000,
      quotedIncludesVat: false,
    });
    expect(answerOf({ ...offered, quotedAmountKrw: null }).quotedIncludesVat).toBeNull();
    expect(lacksVat({ ...offered, vat: '' })).toBe(true);
    expect(lacksVat(offered)).toBe(false);
    expect(lacksVat(EMPTY_ANSWER)).toBe(false);
    expect(isAnswerValues(offered)).toBe(true);
    expect(isAnswerValues({ answer: '' })).toBe(false);
  });
});
