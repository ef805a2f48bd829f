import { Injectable } from '@nestjs/common';
import type { BookingChange, FairSide, FairStand } from '@ieum/domain';
import type { Tx } from '../../database/transactions';
import { NoticeMailService, type NewMailedNotice } from '../../notices/mail/notice-mail.service';
import type { FairRow } from '../fair-room';
import { deskNameOf, SELECT_BOOKING, type BookingRow } from './bookings.queries';

type Fair = Pick<FairRow, 'id' | 'name'>;

/** What a booking tells those who did not act themselves: the enterprise, and the clerks of the desk's department. */
@Injectable()
export class BookingNotices {
  constructor(private readonly notices: NoticeMailService) {}

  /** One side asks; the other one hears of it. */
  async asked(tx: Tx, fair: Fair, booking: BookingRow): Promise<void> {
    const params = { ...factsOf(fair, booking), heldUntil: booking.held_until?.toISOString() ?? '' };
    await this.notices.publish(
      tx,
      ...othersThan(booking.asked_by).map((side): NewMailedNotice => ({
        ...addressOf(side, fair, booking),
        kind: 'fair_booking_asked',
        params,
      })),
    );
  }

  /** @param by who did it, and needs not be told; null: nobody did, who had asked is told that no answer came */
  async changed(
    tx: Tx,
    fair: Fair,
    booking: BookingRow,
    change: BookingChange,
    by: FairStand | null,
    reason: string | null = null,
  ): Promise<void> {
    await this.notices.publish(tx, ...changeNotices(fair, booking, change, by, reason));
  }

  /** A party leaves: whoever did not do that is told of each meeting that it would have had. */
  async cancelled(
    tx: Tx,
    fair: Fair,
    bookingIds: readonly string[],
    by: FairStand,
    reason: string,
  ): Promise<void> {
    const rows = await tx.sql<BookingRow>(`${SELECT_BOOKING} WHERE b.id = ANY ($1)`, [bookingIds]);
    const notices = rows.flatMap((row) => changeNotices(fair, row, 'cancelled', by, reason));
    if (notices.length > 0) await this.notices.publish(tx, ...notices);
  }

  /** A place of the waiting list, for the enterprise to take. */
  async offered(tx: Tx, fair: Fair, booking: BookingRow): Promise<void> {
    await this.notices.publish(tx, {
      ...addressOf('exhibitor', fair, booking),
      kind: 'fair_place_offered',
      params: { ...factsOf(fair, booking), heldUntil: booking.held_until?.toISOString() ?? '' },
    });
  }
}

function changeNotices(
  fair: Fair,
  booking: BookingRow,
  change: BookingChange,
  by: FairStand | null,
  reason: string | null,
): NewMailedNotice[] {
  const params = { ...factsOf(fair, booking), change, reason };
  const readers = by === null ? [askingSide(booking.asked_by)] : othersThan(by);
  return readers.map((side) => ({
    ...addressOf(side, fair, booking),
    kind: 'fair_booking_changed',
    params,
  }));
}

function factsOf(fair: Fair, booking: BookingRow) {
  return {
    fairName: fair.name,
    deskName: deskNameOf(booking),
    supplierName: booking.supplier_name,
    startsAt: booking.starts_at.toISOString(),
  };
}

function othersThan(stand: FairStand): FairSide[] {
  if (stand === 'organiser') return ['desk', 'exhibitor'];
  return [stand === 'desk' ? 'exhibitor' : 'desk'];
}

/** An offer of the waiting list is what the enterprise had asked for. */
function askingSide(askedBy: FairStand): FairSide {
  return askedBy === 'desk' ? 'desk' : 'exhibitor';
}

function addressOf(side: FairSide, fair: Fair, booking: BookingRow) {
  if (side === 'exhibitor')
    return {
      audience: 'enterprise' as const,
      supplierId: booking.supplier_id,
      link: `/my-fairs/${fair.id}`,
    };
  const { institution_id: institutionId, department_id: departmentId } = booking;
  // A desk of no department is the institution's own.
  const audience = departmentId === null ? ('manager' as const) : ('clerk' as const);
  return { audience, institutionId, departmentId, link: `/fairs/${fair.id}/timetable` };
}
