import type { RefusalCode } from '@ieum/domain';
import type { RefusalSentence } from './register-refusal-messages';

/** The sentences of the advisers' work, matches and contracts, indicators and channels; part of REFUSAL_MESSAGES. */
export const SUPPORT_REFUSAL_MESSAGES = {
  INSTITUTION_NAME_EXISTS: {
    ko: '같은 이름의 기관이 이 지역에 이미 등록되어 있습니다. 목록에서 고르거나 다른 기관임을 확인해 주십시오.',
    en: 'An institution of this name is registered in this area already. Choose it from the list, or confirm that it is another one.',
  },
  INSTITUTION_INVALID: {
    ko: '이 종류의 기관은 그 지역에 속할 수 없습니다. 기관 유형과 자치구를 확인해 주십시오.',
    en: 'An institution of this kind cannot lie there. Please check its kind and district.',
  },
  VISIT_INVALID: {
    ko: '방문 내용을 확인해 주십시오.',
    en: 'Please check the visit.',
  },
  VISIT_STATE: {
    ko: '방문의 현재 상태에서는 할 수 없는 작업입니다.',
    en: 'The visit is not in a state that allows this.',
  },
  CONSULTATION_INVALID: {
    ko: '상담 내용을 확인해 주십시오.',
    en: 'Please check the consultation.',
  },
  CONSULTATION_STATE: {
    ko: '취소된 상담 기록은 바꿀 수 없습니다.',
    en: 'A consultation that was taken back cannot be changed.',
  },
  EDUCATION_SESSION_INVALID: {
    ko: '교육·설명회 내용을 확인해 주십시오.',
    en: 'Please check the education session.',
  },
  EDUCATION_SESSION_STATE: {
    ko: '교육·설명회의 현재 상태에서는 할 수 없는 작업입니다.',
    en: 'The session is not in a state that allows this.',
  },
  SUPPORT_TEAM_INVALID: {
    ko: '지원단 내용을 확인해 주십시오.',
    en: 'Please check the team.',
  },
  SUPPORT_TEAM_NAME_TAKEN: {
    ko: '같은 이름의 지원단이 이미 있습니다.',
    en: 'A team of this name exists already.',
  },
  SUPPORT_TEAM_MEMBER_TAKEN: {
    ko: '이미 다른 지원단에 속한 전문위원입니다.',
    en: 'This adviser belongs to another team already.',
  },
  SUPPORT_TEAM_STATE: {
    ko: '활동을 마친 지원단은 바꿀 수 없습니다.',
    en: 'A team that has ended cannot be changed.',
  },
  SUPPLIER_SURVEY_EXISTS: {
    ko: '이 기업에는 올해 조사를 이미 보냈습니다.',
    en: 'This enterprise has been asked this year already.',
  },
  SUPPLIER_SURVEY_STATE: {
    ko: '기업 조사의 현재 상태에서는 할 수 없는 작업입니다.',
    en: 'The survey is not in a state that allows this.',
  },
  SUPPLIER_SURVEY_INVALID: {
    ko: '기업 조사 내용을 확인해 주십시오.',
    en: 'Please check the survey.',
  },
  NEED_INVALID: {
    ko: '수요 내용을 확인해 주십시오.',
    en: 'Please check the need.',
  },
  NEED_STATE: {
    ko: '이미 연결되었거나 종료된 수요입니다.',
    en: 'This need is matched or closed already.',
  },
  MATCH_INVALID: {
    ko: '영업매칭 내용을 확인해 주십시오.',
    en: 'Please check the match.',
  },
  MATCH_STAGE: {
    ko: '지금 단계에서는 할 수 없는 작업입니다.',
    en: 'The match is not at a stage that allows this.',
  },
  MATCH_CANDIDATE_EXISTS: {
    ko: '이미 후보로 등록된 기업입니다.',
    en: 'This enterprise is a candidate already.',
  },
  MATCH_CANDIDATE_STATE: {
    ko: '이 후보는 지금 바꿀 수 없습니다.',
    en: 'This candidate cannot be changed now.',
  },
  MATCH_WINNER_MISSING: {
    ko: '선정된 기업을 하나 이상 골라 주십시오.',
    en: 'Please choose at least one selected enterprise.',
  },
  REQUEST_DEADLINE_PASSED: {
    ko: '답변 기한이 지난 요청입니다. 요청한 곳에 기한 연장을 문의해 주십시오.',
    en: 'The deadline for answering has passed. Please ask for more time.',
  },
  CONTRACT_INVALID: {
    ko: '계약 내용을 확인해 주십시오.',
    en: 'Please check the contract.',
  },
  CONTRACT_STATE: {
    ko: '계약의 현재 상태에서는 할 수 없는 작업입니다.',
    en: 'The contract is not in a state that allows this.',
  },
  CONTRACT_ALREADY_PURCHASED: {
    ko: '이 계약은 이미 구매로 등록되었습니다. 같은 계약을 두 번 등록할 수 없습니다.',
    en: 'This contract has been entered as a purchase already; it cannot be entered twice.',
  },
  KPI_INVALID: {
    ko: '성과지표 내용을 확인해 주십시오.',
    en: 'Please check the indicator.',
  },
  CHANNEL_INVALID: {
    ko: '민간 판로 내용을 확인해 주십시오.',
    en: 'Please check what was entered for the private channel.',
  },
} satisfies Partial<Record<RefusalCode, RefusalSentence>>;
