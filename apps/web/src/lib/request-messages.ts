import { defineMessages } from './define-messages';

/** Words of requests to enterprises that several screens say: the inbox, and the match that asks. */
export const requestWords = defineMessages({
  ko: {
    noDeadline: '정하지 않음',
    daysLeft: '{days}일 남음',
    lastDay: '오늘까지',
    passed: '기한 지남',
    extend: '기한 연장',
    extendTitle: '답변 기한을 늘리시겠습니까?',
    extendText: '기업에 새 기한을 알립니다. 지금 기한은 {day}입니다.',
    newDeadline: '새 답변 기한',
    laterNeeded: '지금 기한보다 뒤인, 오늘이나 그 뒤의 날로 입력해 주십시오.',
    extended: '답변 기한을 늘렸습니다.',
  },
  en: {
    noDeadline: 'None',
    daysLeft: '{days|day|days} left',
    lastDay: 'Today is the last day',
    passed: 'Passed',
    extend: 'Give more time',
    extendTitle: 'Give more time to answer?',
    extendText: 'The enterprise is told the new deadline. It is {day} now.',
    newDeadline: 'New deadline',
    laterNeeded: 'Please enter a day after the present deadline, today or later.',
    extended: 'The enterprise has more time now.',
  },
});
