import type { RefusalCode } from '@ieum/domain';
import { FAIR_REFUSAL_MESSAGES } from './fair-refusal-messages';
import { REGISTER_REFUSAL_MESSAGES, type RefusalSentence } from './register-refusal-messages';
import { SUPPORT_REFUSAL_MESSAGES } from './support-refusal-messages';

/**
 * One sentence per reason for which the product says no: what is wrong, and what to do next.
 * A code without a sentence does not compile. `{name}` prints a detail of the refusal when the server gives it.
 */
export const REFUSAL_MESSAGES: Readonly<Record<RefusalCode, RefusalSentence>> = {
  NOT_FOUND: {
    ko: '찾으시는 자료가 없거나 볼 수 있는 권한이 없습니다.',
    en: 'This does not exist, or you may not see it.',
  },
  FORBIDDEN: { ko: '이 작업을 할 권한이 없습니다.', en: 'You are not allowed to do this.' },
  CONFLICT: {
    ko: '다른 작업과 겹쳐 처리하지 못했습니다. 화면을 새로 고친 뒤 다시 시도해 주십시오.',
    en: 'This collided with another change. Reload and try again.',
  },
  INVALID_INPUT: { ko: '입력 내용을 확인해 주십시오.', en: 'Please check what you entered.' },
  INVALID_CURSOR: {
    ko: '목록이 바뀌었습니다. 처음부터 다시 조회해 주십시오.',
    en: 'The list has changed. Please start from the first page.',
  },
  REASON_REQUIRED: { ko: '사유를 입력해 주십시오.', en: 'Please give a reason.' },
  VERSION_STALE: {
    ko: '그동안 다른 사람이 내용을 바꾸었습니다. 두 내용을 비교해 주십시오.',
    en: 'Somebody else changed this meanwhile. Please compare both versions.',
  },
  IF_MATCH_REQUIRED: {
    ko: '어느 판을 고치는지 알 수 없습니다. 화면을 새로 고친 뒤 다시 시도해 주십시오.',
    en: 'The version being changed is unknown. Reload and try again.',
  },
  IDEMPOTENCY_KEY_REUSED: {
    ko: '이미 다른 내용으로 처리된 요청입니다. 다시 제출해 주십시오.',
    en: 'This request was already used for other content. Please submit again.',
  },
  TOO_MANY_REQUESTS: {
    ko: '요청이 너무 많습니다. 잠시 뒤 다시 시도해 주십시오.',
    en: 'Too many requests. Please try again shortly.',
  },
  SERVICE_BUSY: {
    ko: '지금은 처리할 수 없습니다. 입력하신 내용은 그대로 있습니다. 잠시 뒤 다시 시도해 주십시오.',
    en: 'The service is busy. What you entered is kept. Please try again shortly.',
  },
  INVALID_CREDENTIALS: {
    ko: '이메일 또는 비밀번호가 맞지 않습니다.',
    en: 'The e-mail address or the password is not right.',
  },
  LOGIN_LOCKED: {
    ko: '로그인에 여러 번 실패하여 잠시 잠겼습니다. 잠시 뒤 다시 시도하시거나 관리자에게 문의해 주십시오.',
    en: 'Too many failed attempts: sign-in is locked for a while. Try again later or ask your administrator.',
  },
  ACCOUNT_DISABLED: {
    ko: '사용이 중지된 계정입니다. 관리자에게 문의해 주십시오.',
    en: 'This account is disabled. Please ask your administrator.',
  },
  SESSION_EXPIRED: {
    ko: '로그인 시간이 끝났습니다. 다시 로그인해 주십시오. 입력하신 내용은 그대로 있습니다.',
    en: 'Your session has ended. Please sign in again; what you entered is kept.',
  },
  EMAIL_TAKEN: { ko: '이미 쓰고 있는 이메일 주소입니다.', en: 'This e-mail address is already in use.' },
  LAST_ADMIN: {
    ko: '마지막 센터 관리자는 바꾸거나 중지할 수 없습니다.',
    en: 'The last centre administrator cannot be changed or disabled.',
  },
  LAST_MANAGER: {
    ko: '기관의 마지막 담당자는 바꾸거나 중지할 수 없습니다.',
    en: 'The last manager of an institution cannot be changed or disabled.',
  },
  OWN_ACCOUNT: {
    ko: '본인 계정은 이렇게 바꿀 수 없습니다.',
    en: 'You cannot change your own account this way.',
  },
  CURRENT_PASSWORD_WRONG: {
    ko: '지금 쓰시는 비밀번호가 맞지 않습니다.',
    en: 'The current password is not right.',
  },
  PASSWORD_TOO_WEAK: {
    ko: '비밀번호가 너무 쉽습니다. 더 길게 정해 주십시오.',
    en: 'This password is too weak. Please choose a longer one.',
  },
  ROLE_NOT_ALLOWED: { ko: '이 기관에는 줄 수 없는 역할입니다.', en: 'This role cannot be given here.' },
  PASSWORD_CHANGE_REQUIRED: {
    ko: '처음 받은 비밀번호를 바꾼 뒤에 이용할 수 있습니다.',
    en: 'Change the password you were given first.',
  },
  FILE_TYPE_REFUSED: {
    ko: '올릴 수 없는 파일입니다. 화면에 적힌 형식인지, 파일의 내용이 이름의 확장자와 같은지 확인해 주십시오.',
    en: 'This file is not accepted. Check that it is of a type named here and that its content is what its name says.',
  },
  FILE_TOO_LARGE: { ko: '파일이 너무 큽니다.', en: 'The file is too large.' },
  FILE_UNREADABLE: {
    ko: '파일을 읽을 수 없습니다. 파일을 열어 확인한 뒤 다시 올려 주십시오.',
    en: 'The file cannot be read. Open it to check, then upload it again.',
  },
  DEPARTMENT_NAME_TAKEN: {
    ko: '같은 기간에 같은 이름의 부서가 있습니다.',
    en: 'There is already a department of this name in that period.',
  },
  DEPARTMENT_NOT_VALID: {
    ko: '해당 일자에 운영되지 않는 부서입니다.',
    en: 'The department does not exist on that day.',
  },
  DEPARTMENT_VALIDITY_INVALID: {
    ko: '부서의 시작일과 종료일을 확인해 주십시오.',
    en: 'Please check the first and last day of the department.',
  },
  BUSINESS_NUMBER_INVALID: {
    ko: '사업자등록번호는 숫자 10자리로 입력해 주십시오.',
    en: 'A business registration number has 10 digits.',
  },
  BUSINESS_NUMBER_TAKEN: {
    ko: '이미 등록된 사업자등록번호입니다.',
    en: 'This business registration number is already registered.',
  },
  CERTIFICATE_VALIDITY_INVALID: {
    ko: '인증의 시작일과 종료일을 확인해 주십시오.',
    en: 'Please check the first and last day of the certificate.',
  },
  POLICY_FROZEN: {
    ko: '분기를 마감하여 실적 산정 기준을 바꿀 수 없습니다.',
    en: 'A quarter has been closed, so the counting policy can no longer be changed.',
  },
  POLICY_INVALID: {
    ko: '실적 산정 기준의 값을 확인해 주십시오.',
    en: 'Please check the values of the counting policy.',
  },
  POLICY_MISSING: {
    ko: '이 연도는 아직 실적 산정 기준이 없어 등록할 수 없습니다. 날짜와 연도를 확인해 주십시오.',
    en: 'That year has no counting policy yet. Please check the date and the year.',
  },
  SCHEME_CODE_TAKEN: { ko: '이미 쓰고 있는 목표제 부호입니다.', en: 'This scheme code is already in use.' },
  SCHEME_INVALID: { ko: '목표제의 내용을 확인해 주십시오.', en: 'Please check the scheme.' },
  CYCLE_EXISTS: { ko: '이미 시작한 연도입니다.', en: 'This year has already been opened.' },
  CYCLE_STATE: {
    ko: '지금 단계에서는 할 수 없는 작업입니다.',
    en: 'This cannot be done at the present stage of the year.',
  },
  SURVEY_CLOSED: { ko: '수요조사가 마감되었습니다.', en: 'The demand survey is closed.' },
  SURVEY_STATE: {
    ko: '수요조사 답변의 지금 상태에서는 할 수 없는 작업입니다.',
    en: 'This cannot be done in the present state of the survey answer.',
  },
  SURVEY_EMPTY: {
    ko: '계획한 구매나 희망 목표액을 하나 이상 입력해 주십시오.',
    en: 'Please enter at least one planned purchase or wished target.',
  },
  SURVEY_INVALID: { ko: '수요조사 답변을 확인해 주십시오.', en: 'Please check the survey answer.' },
  TARGET_STATE: {
    ko: '목표의 지금 상태에서는 할 수 없는 작업입니다.',
    en: 'This cannot be done in the present state of the target.',
  },
  TARGET_INVALID: { ko: '목표액을 확인해 주십시오.', en: 'Please check the target.' },
  TARGET_MISSING: {
    ko: '구매목표액이 없습니다. 먼저 목표액을 정해 주십시오.',
    en: 'There is no target yet. Please set one first.',
  },
  TARGET_SUM_MISMATCH: {
    ko: '부서 목표의 합계가 기관 목표와 다릅니다. 이대로 확정하려면 사유를 입력해 주십시오.',
    en: 'The department targets do not add up to the target of the institution. Give a reason to confirm them as they are.',
  },
  TARGET_MALL_ABOVE_MAIN: {
    ko: '함께누리몰 목표액이 전체 목표액보다 큽니다.',
    en: 'The mall target is larger than the main target.',
  },
  PURCHASE_INVALID: { ko: '구매 내용을 확인해 주십시오.', en: 'Please check the purchase.' },
  PURCHASE_STATE: {
    ko: '구매실적의 지금 상태에서는 할 수 없는 작업입니다.',
    en: 'This cannot be done in the present state of the purchase.',
  },
  PURCHASE_CHANGED_BY_ADJUSTMENT: {
    ko: '정정이 등록된 구매실적과 정정 자체는 고칠 수 없습니다. 정정을 다시 등록해 주십시오.',
    en: 'An adjustment, and a purchase that was adjusted, cannot be edited. Please enter a further adjustment.',
  },
  PURCHASE_PROBABLE_DUPLICATE: {
    ko: '같은 업체, 날짜, 금액, 품목의 구매가 이미 있습니다. 다른 구매가 맞으면 확인에 표시해 주십시오.',
    en: 'There is a purchase with the same supplier, date, amount and item. If this is another one, please confirm it.',
  },
  DUPLICATE_CONTRACT_NUMBER: {
    ko: '같은 연도에 같은 부서에서 이미 등록한 계약번호입니다.',
    en: 'This contract number was already entered by the department this year.',
  },
  ADJUSTMENT_INVALID: { ko: '정정 내용을 확인해 주십시오.', en: 'Please check the adjustment.' },
  ADJUSTMENT_EXCEEDS_PURCHASE: {
    ko: '정정 금액이 원래 구매액보다 큽니다.',
    en: 'The adjustment is larger than the purchase.',
  },
  ADJUSTMENT_NOT_NEEDED: {
    ko: '아직 마감되지 않은 구매실적입니다. 직접 고쳐 주십시오.',
    en: 'The period is still open. Please edit the purchase itself.',
  },
  PERIOD_CLOSED: {
    ko: '마감된 분기입니다. 바꾸려면 열린 분기에 정정을 등록해 주십시오.',
    en: 'The quarter is closed. Enter an adjustment in an open quarter instead.',
  },
  PERIOD_SUBMITTED: { ko: '이미 제출한 분기입니다.', en: 'The quarter has already been submitted.' },
  PERIOD_NOT_SUBMITTED: { ko: '아직 제출하지 않은 분기입니다.', en: 'The quarter has not been submitted.' },
  PERIOD_NOT_CLOSED: { ko: '아직 마감하지 않은 분기입니다.', en: 'The quarter is not closed.' },
  PERIOD_HAS_DRAFTS: {
    ko: '임시저장했거나 반려된 구매실적이 있습니다. 제출하거나 지운 뒤 다시 시도해 주십시오.',
    en: 'There are draft purchases. Submit or remove them first.',
  },
  PERIOD_HAS_PURCHASES: {
    ko: '구매실적이 있어 해당 없음으로 제출할 수 없습니다.',
    en: 'There are purchases, so a nil report is not possible.',
  },
  PERIOD_EMPTY: {
    ko: '구매실적이 없습니다. 구매가 없었다면 구매 없음으로 제출해 주십시오.',
    en: 'There are no purchases. If there were none, submit a nil report.',
  },
  PERIOD_UNSUBMITTED_DEPARTMENTS: {
    ko: '아직 제출하지 않은 부서가 있습니다. 그대로 마감하려면 사유를 입력해 주십시오.',
    en: 'Some departments have not submitted. Give a reason to close all the same.',
  },
  IMPORT_STATE: {
    ko: '가져오기의 지금 상태에서는 할 수 없는 작업입니다.',
    en: 'This cannot be done in the present state of the import.',
  },
  IMPORT_MAPPING_INCOMPLETE: {
    ko: '필요한 열을 모두 짝지어 주십시오.',
    en: 'Please map all required columns.',
  },
  IMPORT_NO_ROWS: { ko: '파일에 읽을 행이 없습니다.', en: 'The file has no rows to read.' },
  IMPORT_TOO_MANY_ROWS: {
    ko: '행이 너무 많습니다. 파일을 나누어 주십시오.',
    en: 'There are too many rows. Please split the file.',
  },
  IMPORT_NOTHING_TO_APPLY: { ko: '반영할 행이 없습니다.', en: 'There is nothing to apply.' },
  IMPORT_ALREADY_APPLIED: { ko: '이미 반영한 파일입니다.', en: 'This file has already been applied.' },
  IMPORT_UNDO_BLOCKED: {
    ko: '반영한 뒤 바뀌거나 마감된 행이 있어 되돌릴 수 없습니다.',
    en: 'Rows were changed or closed since, so the import cannot be undone.',
  },
  PUBLICATION_UNCHANGED: {
    ko: '지난 판과 달라진 내용이 없습니다.',
    en: 'Nothing has changed since the last version.',
  },
  PUBLICATION_PERIOD_OPEN: {
    ko: '마감하지 않은 분기가 있어 공표할 수 없습니다.',
    en: 'A quarter is still open, so the ranking cannot be published.',
  },
  ...REGISTER_REFUSAL_MESSAGES,
  ...SUPPORT_REFUSAL_MESSAGES,
  ...FAIR_REFUSAL_MESSAGES,
};
