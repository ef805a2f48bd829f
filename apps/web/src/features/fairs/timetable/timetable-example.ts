import type { Booking, FairDetail, FairSlot, Timetable } from '../api';

/** A small timetable for specs: two desks, three slots of one day. */
export const SLOTS: readonly FairSlot[] = [
  { id: 's1', day: '2026-05-12', startsAt: '2026-05-12T01:00:00Z', endsAt: '2026-05-12T01:20:00Z' },
  { id: 's2', day: '2026-05-12', startsAt: '2026-05-12T01:30:00Z', endsAt: '2026-05-12T01:50:00Z' },
  { id: 's3', day: '2026-05-12', startsAt: '2026-05-12T02:00:00Z', endsAt: '2026-05-12T02:20:00Z' },
];

export function bookingOf(change: Partial<Booking> = {}): Booking {
  const slot = SLOTS.find(({ id }) => id === (change.slotId ?? 's1'));
  return {
    id: 'b1',
    fairId: 'f1',
    deskId: 'd1',
    deskName: '강북구청 일자리지원과',
    seat: 1,
    exhibitorId: 'e1',
    supplierId: 'x1',
    supplierName: '노란들판',
    booth: 'A-12',
    slotId: 's1',
    startsAt: slot?.startsAt ?? '',
    endsAt: slot?.endsAt ?? '',
    state: 'confirmed',
    origin: 'schedule',
    askedBy: 'organiser',
    heldUntil: null,
    isLocked: false,
    cancelReason: null,
    cancelledBy: null,
    isCheckedIn: false,
    hasResult: false,
    version: 1,
    ...change,
  };
}

export function timetableOf(change: Partial<Timetable> = {}): Timetable {
  return {
    slots: [...SLOTS],
    desks: [
      { id: 'd1', name: '강북구청 일자리지원과', looksFor: '현수막', seats: 1, absent: [] },
      { id: 'd2', name: '성북구청 총무과', looksFor: null, seats: 2, absent: [{ slotId: 's3' }] },
    ],
    bookings: [],
    taken: [],
    now: '2026-05-12T01:10:00Z',
    ...change,
  };
}

export function fairOf(change: Partial<FairDetail> = {}): FairDetail {
  return {
    id: 'f1',
    name: 'Spring fair',
    hostInstitutionId: 'gangbuk',
    hostName: 'Gangbuk',
    venue: null,
    description: null,
    state: 'open',
    firstDay: '2026-05-12',
    lastDay: '2026-05-12',
    applicationsCloseOn: null,
    slotMinutes: 20,
    holdDays: 1,
    offerMinutes: 120,
    noShowMinutes: 10,
    visitors: null,
    recordedEnterprises: null,
    recordedDesks: null,
    recordedConsultations: null,
    version: 1,
    slots: [...SLOTS],
    stands: [],
    ownDeskId: null,
    ownExhibitorId: null,
    ...change,
  };
}
