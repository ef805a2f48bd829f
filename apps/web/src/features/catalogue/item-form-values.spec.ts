import { describe, expect, it } from '@jest/globals';
import { bodyOf, EMPTY_ITEM, faultsOf, isItemDraft, type ItemFormValues } from './item-form-values';

const step = (code: string, name: string) => ({ code, name, nameEn: null });
const BANNER: ItemFormValues = {
  ...EMPTY_ITEM,
  name: ' 현수막  대형 ',
  category: [step('55', '출판물'), step('5512', '표지'), step('551217', '표지'), step('55121706', '현수막')],
  description: '친환경 원단 ',
  unit: '장',
  priceKrw: 55_000,
  leadTimeDays: '3',
};
const rules = (values: ItemFormValues, isPublic: boolean) =>
  faultsOf(values, isPublic).map(({ rule }) => rule);

describe('what is sent of an item', () => {
  it('is tidied, and the codes come from the chosen category', () => {
    expect(bodyOf(BANNER)).toMatchObject({
      name: '현수막 대형',
      classificationCode: '55121706',
      detailProductCode: null,
      description: '친환경 원단',
      leadTimeDays: 3,
      minimumOrder: null,
    });
    const detailed = [...BANNER.category, step('5512170601', '실외 현수막')];
    expect(bodyOf({ ...BANNER, category: detailed })).toMatchObject({
      classificationCode: '55121706',
      detailProductCode: '5512170601',
    });
  });
});

describe('what is wrong with an item', () => {
  it('before it is public is only what cannot be kept', () => {
    expect(rules(EMPTY_ITEM, false)).toEqual(['name']);
    expect(rules({ ...BANNER, leadTimeDays: '-1', minimumOrder: '0', priceKrw: 0 }, false)).toEqual([
      'priceKrw',
      'leadTimeDays',
      'minimumOrder',
    ]);
  });

  it('when everybody will see it is also what publishing asks for', () => {
    expect(rules(BANNER, true)).toEqual([]);
    expect(rules({ ...BANNER, category: [], description: ' ', unit: '' }, true)).toEqual([
      'classificationCode',
      'description',
      'unit',
    ]);
    expect(rules({ ...BANNER, unit: '', priceKrw: null }, true)).toEqual([]);
  });

  it('reads full-width digits and separators as people type them', () => {
    expect(bodyOf({ ...BANNER, minimumOrder: '１,000' }).minimumOrder).toBe(1_000);
    expect(rules({ ...BANNER, minimumOrder: '열 개' }, false)).toEqual(['minimumOrder']);
  });
});

describe('a kept draft', () => {
  it('is taken only when it is whole', () => {
    expect(isItemDraft(BANNER)).toBe(true);
    expect(isItemDraft({ ...BANNER, kind: 'gift' })).toBe(false);
    expect(isItemDraft({ ...BANNER, category: [null] })).toBe(false);
    expect(isItemDraft({ name: '현수막' })).toBe(false);
  });
});
