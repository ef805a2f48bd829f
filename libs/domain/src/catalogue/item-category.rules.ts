import { refusal, type Refusal } from '../refusal';

/** 대분류, 중분류, 소분류, 세분류(물품분류번호), 세부품명번호: 2, 4, 6, 8 and 10 digits; each begins with its parent's. */
export const CATEGORY_LEVELS = ['segment', 'family', 'class', 'commodity', 'detail_product'] as const;
export type CategoryLevel = (typeof CATEGORY_LEVELS)[number];

const CODE = /^(?:\d{2}){1,5}$/;
/** Digits of a 물품분류번호, which an item carries, and of a 세부품명번호. */
export const CLASSIFICATION_DIGITS = 8;
export const DETAIL_PRODUCT_DIGITS = 10;

/** null = not a code */
export function categoryLevelOf(code: string): CategoryLevel | null {
  return CODE.test(code) ? (CATEGORY_LEVELS[code.length / 2 - 1] ?? null) : null;
}

/** The code one level above; null at the top. */
export function parentCategoryOf(code: string): string | null {
  return code.length <= 2 ? null : code.slice(0, -2);
}

/**
 * Do the two codes of an item fit: eight digits, and ten that begin with the eight?
 * @returns CATEGORY_UNKNOWN {field, code} or null; whether the register knows them is asked of the register
 */
export function itemCategoryRefusal(
  classificationCode: string | null,
  detailProductCode: string | null,
): Refusal | null {
  if (classificationCode !== null && categoryLevelOf(classificationCode) !== 'commodity') {
    return refusal('CATEGORY_UNKNOWN', { field: 'classificationCode', code: classificationCode });
  }
  if (detailProductCode === null) return null;
  const fits =
    categoryLevelOf(detailProductCode) === 'detail_product' &&
    classificationCode !== null &&
    detailProductCode.startsWith(classificationCode);
  return fits ? null : refusal('CATEGORY_UNKNOWN', { field: 'detailProductCode', code: detailProductCode });
}
