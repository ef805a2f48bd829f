import { koreanDay, type BookingOrigin, type BookingState } from '@ieum/domain';
import type { SheetCell } from '../../common/sheets/sheet-writer';
import { deskNameOf, type BookingRow } from '../bookings/bookings.queries';

const STATE: Readonly<Record<BookingState, string>> = {
  proposed: '답변 대기',
  confirmed: '확정',
  cancelled: '취소',
  attended: '상담함',
  no_show: '불참',
  walk_in: '현장 상담',
};
const ORIGIN: Readonly<Record<BookingOrigin, string>> = {
  schedule: '상담 배정',
  request: '직접 신청',
  organiser: '주관 기관',
  waiting_list: '대기에서 승격',
  stand_by: '현장 대기에서 승격',
  walk_in: '현장 상담',
};

export const TIMETABLE_HEADINGS = [
  '날짜',
  '시작',
  '끝',
  '상담석',
  '자리',
  '참가 기업',
  '부스',
  '상태',
  '예약 경로',
  '고정',
  '참석 확인',
  '상담 결과',
] as const;

/** A booking as a row of the sheet, in the order of the headings; times are those of Korea. */
export function toTimetableRow(row: BookingRow): SheetCell[] {
  return [
    koreanDay(row.starts_at),
    koreanTime(row.starts_at),
    koreanTime(row.ends_at),
    deskNameOf(row),
    row.seat,
    row.supplier_name,
    row.booth,
    STATE[row.state],
    ORIGIN[row.origin],
    yes(row.is_locked),
    yes(row.is_checked_in),
    yes(row.has_result),
  ];
}

const TIME = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Seoul', hour: '2-digit', minute: '2-digit' });

function koreanTime(instant: Date): string {
  return TIME.format(instant);
}

const yes = (is: boolean) => (is ? '○' : null);
