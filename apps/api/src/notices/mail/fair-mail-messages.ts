import type { BookingChange, NoticeParamsByKind } from '@ieum/domain';
import type { MailText } from './mail-text';

type FairKind = 'fair_booking_asked' | 'fair_booking_changed' | 'fair_place_offered';
type FairTexts = { readonly [Kind in FairKind]: (params: NoticeParamsByKind[Kind]) => MailText };
type Meeting = Pick<NoticeParamsByKind[FairKind], 'deskName' | 'supplierName' | 'startsAt'>;

const CHANGED: Readonly<Record<'ko' | 'en', Readonly<Record<BookingChange, string>>>> = {
  ko: {
    booked: '상담이 예약되었습니다',
    accepted: '상담 신청이 수락되었습니다',
    declined: '상담 신청이 거절되었습니다',
    cancelled: '상담 예약이 취소되었습니다',
    moved: '상담 시간이나 상담석이 바뀌었습니다',
    restored: '취소된 상담 예약을 되살렸습니다',
    expired: '답변 기한이 지나 자리가 풀렸습니다',
  },
  en: {
    booked: 'A meeting is booked',
    accepted: 'A meeting is accepted',
    declined: 'A meeting was declined',
    cancelled: 'A meeting was cancelled',
    moved: 'A meeting has another time or desk',
    restored: 'A cancelled meeting takes place after all',
    expired: 'No answer came in time, and the place is free again',
  },
};

const koTime = timeIn('ko-KR');
const enTime = timeIn('en-GB');
const koMeeting = (at: Meeting) => `${at.supplierName} · ${at.deskName}, ${koTime(at.startsAt)}`;
const enMeeting = (at: Meeting) => `${at.supplierName} · ${at.deskName}, ${enTime(at.startsAt)}`;

/** The mails of a fair's bookings; times are those of Korea. */
export const FAIR_MAILS: Readonly<Record<'ko' | 'en', FairTexts>> = {
  ko: {
    fair_booking_asked: (params) => ({
      subject: `[이음] 상담 신청이 왔습니다: ${params.fairName}`,
      lines: [
        koMeeting(params),
        `${koTime(params.heldUntil)}까지 이음에서 답해 주십시오. 그때까지 자리를 비워 둡니다.`,
      ],
    }),
    fair_booking_changed: (params) => ({
      subject: `[이음] ${CHANGED.ko[params.change]}: ${params.fairName}`,
      lines: [koMeeting(params), ...(params.reason === null ? [] : [`사유: ${params.reason}`])],
    }),
    fair_place_offered: (params) => ({
      subject: `[이음] 기다리시던 자리가 났습니다: ${params.fairName}`,
      lines: [
        koMeeting(params),
        `${koTime(params.heldUntil)}까지 이음에서 수락해 주십시오. 그 뒤에는 다음 기업에 제안합니다.`,
      ],
    }),
  },
  en: {
    fair_booking_asked: (params) => ({
      subject: `[Ieum] A meeting is asked for: ${params.fairName}`,
      lines: [
        enMeeting(params),
        `Please answer in Ieum by ${enTime(params.heldUntil)}. The place is kept until then.`,
      ],
    }),
    fair_booking_changed: (params) => ({
      subject: `[Ieum] ${CHANGED.en[params.change]}: ${params.fairName}`,
      lines: [enMeeting(params), ...(params.reason === null ? [] : [`Reason: ${params.reason}`])],
    }),
    fair_place_offered: (params) => ({
      subject: `[Ieum] The place that you wait for is free: ${params.fairName}`,
      lines: [
        enMeeting(params),
        `Please accept in Ieum by ${enTime(params.heldUntil)}. After that it is offered to the next.`,
      ],
    }),
  },
};

function timeIn(locale: string): (instant: string) => string {
  const format = new Intl.DateTimeFormat(locale, {
    timeZone: 'Asia/Seoul',
    dateStyle: 'medium',
    timeStyle: 'short',
  });
  return (instant) => format.format(new Date(instant));
}
