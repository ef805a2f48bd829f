import type { RefusalCode } from '@ieum/domain';
import type { RefusalSentence } from './register-refusal-messages';

/** Sentences of the fairs: bookings, waiting list, the day itself. */
export const FAIR_REFUSAL_MESSAGES = {
  FAIR_INVALID: {
    ko: '박람회 내용을 확인해 주십시오.',
    en: 'Please check the fair.',
  },
  FAIR_STATE: {
    ko: '박람회의 현재 단계에서는 할 수 없는 작업입니다.',
    en: 'The fair is not at a stage that allows this.',
  },
  FAIR_HAS_BOOKINGS: {
    ko: '상담 예약이 이미 있어 바꿀 수 없습니다. 예약을 먼저 취소하거나 옮겨 주십시오.',
    en: 'There are bookings already, so this cannot change. Cancel or move the bookings first.',
  },
  FAIR_DESK_EXISTS: {
    ko: '이 부서의 상담석이 이미 있습니다.',
    en: 'The department has a desk at this fair already.',
  },
  FAIR_DESK_INVALID: {
    ko: '상담석 내용을 확인해 주십시오.',
    en: 'Please check the desk.',
  },
  FAIR_EXHIBITOR_EXISTS: {
    ko: '이 기업은 이미 이 박람회에 신청했습니다.',
    en: 'The enterprise has applied to this fair already.',
  },
  FAIR_EXHIBITOR_STATE: {
    ko: '참가 신청의 현재 상태에서는 할 수 없는 작업입니다.',
    en: 'The application is not in a state that allows this.',
  },
  FAIR_EXHIBITOR_INVALID: {
    ko: '참가 신청 내용을 확인해 주십시오.',
    en: 'Please check the application.',
  },
  FAIR_BOOTH_TAKEN: {
    ko: '다른 기업이 이미 이 부스를 쓰고 있습니다. 다른 부스를 적거나 비워 두십시오.',
    en: 'Another enterprise has this booth already. Write another one, or leave it empty.',
  },
  FAIR_WISH_INVALID: {
    ko: '희망 상담 내용을 확인해 주십시오.',
    en: 'Please check the wishes.',
  },
  FAIR_SCHEDULE_STATE: {
    ko: '이 배정안은 지금 적용할 수 없습니다.',
    en: 'This schedule cannot be applied now.',
  },
  FAIR_SCHEDULE_OUTDATED: {
    ko: '배정안을 만든 뒤 예약이나 상담석이 바뀌었습니다. 다시 계산해 주십시오.',
    en: 'Bookings or desks changed after this schedule was computed. Compute it again.',
  },
  BOOKING_INVALID: {
    ko: '예약 내용을 확인해 주십시오.',
    en: 'Please check the booking.',
  },
  BOOKING_STATE: {
    ko: '예약의 현재 상태에서는 할 수 없는 작업입니다.',
    en: 'The booking is not in a state that allows this.',
  },
  BOOKING_DESK_TAKEN: {
    ko: '상담석의 이 시간은 이미 찼습니다. 대기자로 등록하거나 가까운 빈 시간을 고르십시오.',
    en: 'The desk is full at this time. Join the waiting list or choose a near free slot.',
  },
  BOOKING_EXHIBITOR_TAKEN: {
    ko: '기업이 이 시간에 다른 상담을 합니다. 가까운 빈 시간을 고르십시오.',
    en: 'The enterprise has another meeting at this time. Choose a near free slot.',
  },
  BOOKING_PERSON_TAKEN: {
    ko: '기업 담당자가 이 시간에 다른 상담을 합니다. 가까운 빈 시간을 고르십시오.',
    en: "The enterprise's representative has another meeting at this time. Choose a near free slot.",
  },
  BOOKING_PAIR_MEETS: {
    ko: '이 상담석과 이 기업은 이미 만나기로 되어 있습니다.',
    en: 'This desk and this enterprise have a meeting already.',
  },
  BOOKING_DESK_ABSENT: {
    ko: '상담석이 이 시간에는 상담하지 않습니다. 가까운 빈 시간을 고르십시오.',
    en: 'The desk does not consult at this time. Choose a near free slot.',
  },
  BOOKING_EXHIBITOR_ABSENT: {
    ko: '기업이 이 시간에는 참석하지 않습니다. 가까운 빈 시간을 고르십시오.',
    en: 'The enterprise is not there at this time. Choose a near free slot.',
  },
  BOOKING_CEILING: {
    ko: '기업이 할 수 있는 상담 수를 모두 채웠습니다.',
    en: 'The enterprise has as many meetings as it may have.',
  },
  BOOKING_HOLD_LAPSED: {
    ko: '답변 기한이 지나 예약이 풀렸습니다. 다시 신청해 주십시오.',
    en: 'The time to answer has passed and the place is free again. Please ask again.',
  },
  BOOKING_TOO_EARLY: {
    ko: '상담 시작 시간이 되기 전에는 할 수 없습니다.',
    en: "This is possible only once the meeting's time has come.",
  },
  WAITING_EXISTS: {
    ko: '이미 대기자로 등록되어 있습니다.',
    en: 'You are on the waiting list already.',
  },
  WAITING_STATE: {
    ko: '대기 신청의 현재 상태에서는 할 수 없는 작업입니다.',
    en: 'The waiting-list entry is not in a state that allows this.',
  },
  WAITING_NOT_NEEDED: {
    ko: '이 시간은 비어 있습니다. 바로 예약하십시오.',
    en: 'This slot is free. Book it directly.',
  },
  CHECK_IN_CODE_UNKNOWN: {
    ko: '참석 코드를 찾을 수 없습니다. 코드를 다시 확인해 주십시오.',
    en: 'No participant has this code. Please check it.',
  },
  CHECK_IN_NOT_TODAY: {
    ko: '오늘은 박람회 날이 아닙니다.',
    en: 'Today is not a day of the fair.',
  },
  FAIR_RESULT_INVALID: {
    ko: '상담 결과 내용을 확인해 주십시오.',
    en: 'Please check the result.',
  },
  FAIR_FOLLOW_UP_STATE: {
    ko: '이 후속 조치의 현재 상태에서는 할 수 없는 작업입니다.',
    en: 'The follow-up is not in a state that allows this.',
  },
  FAIR_FEEDBACK_STATE: {
    ko: '만족도는 박람회가 시작된 뒤 참가자만 남길 수 있습니다.',
    en: 'Only participants may give feedback, once the fair has begun.',
  },
} satisfies Partial<Record<RefusalCode, RefusalSentence>>;
