/** Limits that requests and answers share; those of item and number are the ledger's, which they become part of. */
export const ITEM = { max: 200, example: '청사 안내 현수막' } as const;
export const CONTRACT_NUMBER = { max: 60, example: '2016-0123' } as const;
export const CLASSIFICATION = { max: 10, example: '5512170100', pattern: /^\d{8}(\d{2})?$/ } as const;
export const NOTE = { max: 500, example: '설치를 포함한 금액' } as const;
export const REASON = { max: 500, example: '발주 취소' } as const;
export const MAX_PARTIES = 20;
