import type { RefusalCode } from '@ieum/domain';
import type { Language } from './define-messages';

export type RefusalSentence = Readonly<Record<Language, string>>;

/** The sentences of the supplier register and what grew around it; part of REFUSAL_MESSAGES. */
export const REGISTER_REFUSAL_MESSAGES = {
  SUPPLIER_MERGED: {
    ko: '다른 기업으로 합쳐진 기업입니다. 합쳐진 기업에서 처리해 주십시오.',
    en: 'This supplier was merged into another one. Please work there.',
  },
  SUPPLIER_NAME_EXISTS: {
    ko: '같은 이름의 기업이 이미 등록되어 있습니다. 같은 기업인지 확인해 주십시오.',
    en: 'A supplier of this name is registered already. Please check whether it is the same.',
  },
  MERGE_INVALID: {
    ko: '이 두 기업은 합칠 수 없습니다.',
    en: 'These two suppliers cannot be merged.',
  },
  MERGE_NOT_MERGED: {
    ko: '합쳐진 기업이 아닙니다.',
    en: 'This supplier is not merged.',
  },
  CERTIFICATE_STATE: {
    ko: '인증의 현재 상태에서는 할 수 없는 작업입니다.',
    en: 'The certificate is not in a state that allows this.',
  },
  CERTIFICATES_WAITING: {
    ko: '확인을 기다리는 인증은 {max}건까지 둘 수 있습니다. 확인이 끝나거나 요청을 거두신 뒤 다시 올려 주십시오.',
    en: 'At most {max} certificates may wait for verification. Please wait for some of them, or withdraw them first.',
  },
  EXPORT_TOO_LARGE: {
    ko: '한 번에 {max}곳까지 내려받을 수 있습니다. 조건을 더해 결과를 줄여 주십시오.',
    en: 'At most {max} enterprises can be exported at a time. Please narrow the search.',
  },
  EVIDENCE_REQUIRED: {
    ko: '증빙 파일을 올려 주십시오.',
    en: 'Please attach the evidence file.',
  },
  VERIFICATION_STATE: {
    ko: '이미 처리된 확인 요청입니다.',
    en: 'This verification has already been decided.',
  },
  CLAIM_EXISTS: {
    ko: '확인을 기다리는 기업 연결 요청이 이미 있습니다.',
    en: 'A claim of yours is already waiting.',
  },
  CLAIM_NOT_POSSIBLE: {
    ko: '이 계정은 이미 기업과 연결되어 있습니다.',
    en: 'This account already belongs to an enterprise.',
  },
  ENTERPRISE_OF_OTHER_DISTRICT: {
    ko: '다른 자치구의 기업입니다. 그 자치구의 담당자나 센터 관리자에게 요청해 주십시오.',
    en: 'This enterprise is in another district. Please ask its manager or an administrator of the centre.',
  },
  ENTERPRISE_REQUIRED: {
    ko: '계정이 아직 기업과 연결되지 않았습니다. 먼저 기업 연결을 요청해 주십시오.',
    en: 'This account has no enterprise yet. Please claim yours first.',
  },
  NOTHING_CHANGED: {
    ko: '바뀐 내용이 없습니다.',
    en: 'Nothing has changed.',
  },
  VULNERABLE_EMPLOYMENT_INVALID: {
    ko: '취약계층 고용비율은 0~100%이고 기준일이 있어야 합니다.',
    en: 'The vulnerable-employment ratio is 0 to 100 % and needs its day.',
  },
  REVIEW_STATE: {
    ko: '이미 결정한 검토 건입니다.',
    en: 'This review has already been decided.',
  },
  CATALOGUE_ITEM_STATE: {
    ko: '품목의 현재 상태에서는 할 수 없는 작업입니다.',
    en: 'The item is not in a state that allows this.',
  },
  CATALOGUE_ITEM_INCOMPLETE: {
    ko: '공개하기 전에 빠진 내용을 채워 주십시오.',
    en: 'Please fill in what is missing before publishing.',
  },
  CATEGORY_UNKNOWN: {
    ko: '등록되지 않은 분류번호입니다.',
    en: 'This classification code is not known.',
  },
  PHOTO_INVALID: {
    ko: '사진은 PNG 또는 JPG 파일이어야 하고 대체 텍스트가 있어야 합니다.',
    en: 'A photo is a PNG or JPG file with an alternative text.',
  },
  PHOTO_TOO_MANY: {
    ko: '사진은 품목마다 {max}장까지 올릴 수 있습니다.',
    en: 'An item has at most {max} photos.',
  },
  SHORTLIST_FULL: {
    ko: '관심 목록에는 {max}개까지 담을 수 있습니다.',
    en: 'A shortlist holds at most {max} entries.',
  },
  SHORTLIST_ENTRY_EXISTS: {
    ko: '이미 담은 기업 또는 품목입니다.',
    en: 'This is on the list already.',
  },
  REQUEST_STATE: {
    ko: '요청의 현재 상태에서는 할 수 없는 작업입니다.',
    en: 'The request is not in a state that allows this.',
  },
  REQUEST_INVALID: { ko: '요청 내용을 확인해 주십시오.', en: 'Please check the request.' },
  RULE_INVALID: {
    ko: '규칙의 내용을 확인해 주십시오.',
    en: 'Please check the rule.',
  },
  RULE_OVERLAP: {
    ko: '같은 대상의 규칙과 적용 기간이 겹칩니다.',
    en: 'Another rule of the same kind applies in these days.',
  },
  RECOUNT_STATE: {
    ko: '이미 결정한 재집계 건입니다.',
    en: 'This recount has already been decided.',
  },
  RECOUNT_OUTDATED: {
    ko: '그동안 인증이나 구매실적이 바뀌었습니다. 다시 확인해 주십시오.',
    en: 'The certificate or the purchase changed meanwhile. Please look again.',
  },
} satisfies Partial<Record<RefusalCode, RefusalSentence>>;
