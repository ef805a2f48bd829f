import { REFUSAL_CODES } from '@ieum/domain';
import { useCallback } from 'react';
import { defineMessages, type Language } from './define-messages';
import { fillMessage } from './fill-message';
import { useLanguage } from './language';
import { ProblemError, type ProblemItem } from './problem-error';
import { REFUSAL_MESSAGES } from './refusal-messages';

const general = defineMessages({
  ko: {
    unreachable:
      '서버에 연결하지 못했습니다. 입력하신 내용은 그대로 있습니다. 연결을 확인하고 다시 시도해 주십시오.',
    unknown: '처리하지 못했습니다. 잠시 뒤 다시 시도해 주십시오.',
    requestId: '문의 번호: {requestId}',
    required: '입력해 주십시오.',
    number: '숫자로 입력해 주십시오.',
    tooSmall: '값이 너무 작습니다.',
    tooLarge: '값이 너무 큽니다.',
    length: '글자 수를 확인해 주십시오.',
    choice: '목록에 있는 값을 골라 주십시오.',
    day: '날짜를 2016-03-05처럼 입력해 주십시오.',
    email: '이메일 주소를 name@example.com처럼 입력해 주십시오.',
    phone: '전화번호를 02-900-0000처럼 숫자로 입력해 주십시오.',
    homepage: '누리집 주소를 www.example.com처럼 입력해 주십시오.',
    wrong: '값을 확인해 주십시오.',
  },
  en: {
    unreachable:
      'The server cannot be reached. What you entered is kept. Check your connection and try again.',
    unknown: 'This could not be done. Please try again shortly.',
    requestId: 'Reference: {requestId}',
    required: 'Please fill this in.',
    number: 'Please enter a number.',
    tooSmall: 'This value is too small.',
    tooLarge: 'This value is too large.',
    length: 'Please check the length.',
    choice: 'Please choose a value of the list.',
    day: 'Please enter a date like 2016-03-05.',
    email: 'Please enter an e-mail address like name@example.com.',
    phone: 'Please enter a telephone number like 02-900-0000.',
    homepage: 'Please enter an address like www.example.com.',
    wrong: 'Please check this value.',
  },
});

type GeneralKey = keyof typeof general.ko;

/** Constraint names that the API sends as `rule`, in the words of people. */
const RULE_SENTENCES: Readonly<Record<string, GeneralKey>> = {
  isNotEmpty: 'required',
  isDefined: 'required',
  required: 'required',
  isInt: 'number',
  isNumber: 'number',
  money: 'number',
  min: 'tooSmall',
  max: 'tooLarge',
  money_range: 'tooLarge',
  minLength: 'length',
  maxLength: 'length',
  isLength: 'length',
  isEnum: 'choice',
  isIn: 'choice',
  isDay: 'day',
  day: 'day',
  isDateString: 'day',
  isEmail: 'email',
};

export { general as generalProblemMessages };

/** What a pattern asks for is told by its field: "check this value" would leave somebody guessing. */
const SHAPE_SENTENCES: Readonly<Record<string, GeneralKey>> = {
  email: 'email',
  phone: 'phone',
  homepage: 'homepage',
};

/** One sentence for any failure, in the reader's language; never a code, never English by accident. */
export function problemSentence(error: unknown, language: Language): string {
  if (!(error instanceof ProblemError)) return general[language].unknown;
  const code = REFUSAL_CODES.find((known) => known === error.code);
  if (code !== undefined)
    return fillMessage(REFUSAL_MESSAGES[code][language], printable(error.details), language);
  if (error.status === 0) return general[language].unreachable;
  const asked = error.requestId;
  const help =
    asked === null ? '' : ` ${fillMessage(general[language].requestId, { requestId: asked }, language)}`;
  return general[language].unknown + help;
}

/** The sentence beside one field. */
export function problemItemSentence(item: ProblemItem, language: Language): string {
  const code = REFUSAL_CODES.find((known) => known === item.rule);
  if (code !== undefined) return REFUSAL_MESSAGES[code][language];
  const shape = item.rule === 'matches' ? SHAPE_SENTENCES[item.path] : undefined;
  return general[language][shape ?? RULE_SENTENCES[item.rule] ?? 'wrong'];
}

export function useProblemSentence(): (error: unknown) => string {
  const { language } = useLanguage();
  return useCallback((error) => problemSentence(error, language), [language]);
}

function printable(details: ProblemError['details']): Record<string, string | number> {
  const shown: Record<string, string | number> = {};
  for (const [name, value] of Object.entries(details)) {
    if (typeof value === 'string' || typeof value === 'number') shown[name] = value;
  }
  return shown;
}
