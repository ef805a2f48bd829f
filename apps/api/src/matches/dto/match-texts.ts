/** Limits and examples that several fields of matches share. */
export const MATCH_TITLE = { max: 200, example: '임대주택 위탁관리 시범사업' } as const;
export const MATCH_NOTE = { max: 2000, example: '설계 지원을 마치고 공고를 기다립니다.' } as const;
export const SUPPLIER_NAME = { max: 100, example: '노란들판' } as const;
export const MAX_CANDIDATES = 50;
export const MAX_NEEDS = 20;
