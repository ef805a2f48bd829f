import { describe, expect, it } from '@jest/globals';
import { answerOf, EMPTY_ANSWER, isAnswerValues, lacksOffers } from './answer-values';

const typed = { canSell: 'yes', offers: ' 현수막 ', capacity: '', obstacles: '서류' };

describe('the answer of an enterprise as it is sent', () => {
  it('is tidy, and null where nothing was said', () => {
    expect(answerOf(typed)).toEqual({ canSell: true, offers: '현수막', capacity: null, obstacles: '서류' });
    expect(isAnswerValues(JSON.parse(JSON.stringify(typed)))).toBe(true);
    expect(isAnswerValues({ ...typed, offers: null })).toBe(false);
  });

  it('says what is on offer only of who can sell, who has to', () => {
    expect(answerOf({ ...typed, canSell: 'no' })).toMatchObject({ canSell: false, offers: null });
    expect(lacksOffers({ ...typed, offers: ' ' })).toBe(true);
    expect(lacksOffers({ ...EMPTY_ANSWER, canSell: 'no' })).toBe(false);
    expect(lacksOffers(typed)).toBe(false);
  });
});
