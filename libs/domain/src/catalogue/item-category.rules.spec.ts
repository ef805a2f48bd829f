import { describe, expect, it } from '@jest/globals';
import { categoryLevelOf, itemCategoryRefusal, parentCategoryOf } from './item-category.rules';

describe('a category code', () => {
  it('tells its level by its digits', () => {
    expect(['80', '8010', '801015', '80101507', '8010150701'].map(categoryLevelOf)).toEqual([
      'segment',
      'family',
      'class',
      'commodity',
      'detail_product',
    ]);
    expect(['', '8', '801', '801015070101', '8010150x', '８０'].map(categoryLevelOf)).toEqual(
      Array(6).fill(null),
    );
  });

  it('begins with the code of its parent', () => {
    expect(parentCategoryOf('80101507')).toBe('801015');
    expect(parentCategoryOf('80')).toBeNull();
  });
});

describe('the codes of an item', () => {
  it('are none, eight digits, or eight and ten that begin with them', () => {
    expect(itemCategoryRefusal(null, null)).toBeNull();
    expect(itemCategoryRefusal('80101507', null)).toBeNull();
    expect(itemCategoryRefusal('80101507', '8010150701')).toBeNull();
  });

  it('are refused when they do not fit each other', () => {
    const refused = (field: string, code: string) => ({ code: 'CATEGORY_UNKNOWN', details: { field, code } });
    expect(itemCategoryRefusal('801015', null)).toEqual(refused('classificationCode', '801015'));
    expect(itemCategoryRefusal('41112498', '8010150701')).toEqual(refused('detailProductCode', '8010150701'));
    expect(itemCategoryRefusal(null, '8010150701')).toEqual(refused('detailProductCode', '8010150701'));
    expect(itemCategoryRefusal('80101507', '80101507')).toEqual(refused('detailProductCode', '80101507'));
  });
});
