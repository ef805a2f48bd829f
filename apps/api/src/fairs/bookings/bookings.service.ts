import { Injectable } from '@nestjs/common';
import { bookingRefusal, holdUntil } from '@ieum/domain';
import type { Actor } from '../../common/actor';
import { Clock } from '../../common/clock';
import { decodeCursor, DEFAULT_LIMIT, pageOf } from '../../common/paging';
import { refuse } from '../../common/refused';
import { Conditions } from '../../database/conditions';
import { Transactions, type Tx } from '../../database/transactions';
import type { BookingDto, BookingPageDto, CreateBookingDto, ListBookingsQuery } from '../dto/booking.dto';
import { assertStands, enterFair, viewFair } from '../fair-room';
import { BookingCrowd } from './booking-crowd';
import { BookingLapses, refuseOutdated } from './booking-lapses.service';
import { BookingNotices } from './booking-notices';
import { holdPlace } from './booking-places';
import { narrowToReader } from './booking-reach';
import { assertMayMeet } from './may-meet';
import { bookingById, partiesOf, SELECT_BOOKING, toBookingDto, type BookingRow } from './bookings.queries';
import { loadPlace, lockQueues, partiesOfPlace, queuesOfPlace } from './meeting-places';

const READER = {
  institution: 'b.institution_id',
  department: 'b.department_id',
  area: 'coalesce(i.district_id, i.id)',
  supplier: 'b.supplier_id',
};

@Injectable()
export class BookingsService {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly crowd: BookingCrowd,
    private readonly lapses: BookingLapses,
    private readonly notices: BookingNotices,
  ) {}

  list(actor: Actor, fairId: string, query: ListBookingsQuery): Promise<BookingPageDto> {
    const limit = query.limit ?? DEFAULT_LIMIT;
    const [afterMs, afterId] = decodeCursor(query.cursor, ['integer', 'id']) ?? [];
    const after = typeof afterMs === 'number' ? instantOf(afterMs) : undefined;
    return this.transactions.run(actor, async (tx) => {
      const fair = await viewFair(tx, fairId);
      const conditions = new Conditions()
        .add('b.fair_id = ?', fairId)
        .add('b.desk_id = ?', query.deskId)
        .add('b.exhibitor_id = ?', query.exhibitorId)
        .add('b.state = ANY (?)', query.state);
      narrowToReader(conditions, actor, fair, READER);
      if (after !== undefined) {
        const [start, id] = [conditions.place(after), conditions.place(afterId)];
        conditions.always(`(lower(b.during), b.id) > (${start}::timestamptz, ${id}::uuid)`);
      }
      const rows = await tx.sql<BookingRow>(
        `${SELECT_BOOKING} WHERE ${conditions.sql} ORDER BY lower(b.during), b.id LIMIT ${conditions.place(limit + 1)}`,
        conditions.values,
      );
      const page = pageOf(rows, limit, (row) => [row.starts_at.getTime(), row.id]);
      return { items: page.items.map(toBookingDto), nextCursor: page.nextCursor };
    });
  }

  get(actor: Actor, fairId: string, bookingId: string): Promise<BookingDto> {
    return this.transactions.run(actor, async (tx) => {
      const fair = await viewFair(tx, fairId);
      const booking = await bookingById(tx, fairId, bookingId);
      assertStands(actor, fair, partiesOf(booking));
      return toBookingDto(booking);
    });
  }

  /** The organiser books; a side asks the other one, and the place is kept for the answer. */
  create(actor: Actor, fairId: string, body: CreateBookingDto): Promise<BookingDto> {
    const work = () => this.transactions.runOnce(actor, (tx) => this.book(tx, fairId, body));
    return this.crowd.run(() => this.lapses.beforehand(work));
  }

  private async book(tx: Tx, fairId: string, body: CreateBookingDto): Promise<BookingDto> {
    const fair = await enterFair(tx, fairId);
    const place = await loadPlace(tx, fairId, body);
    const stands = assertStands(tx.actor, fair, partiesOfPlace(place));
    const askedBy = stands[0] ?? 'organiser';
    const now = this.clock.now();
    await lockQueues(tx, queuesOfPlace(place));
    await refuseOutdated(tx, place, now);
    await assertMayMeet(tx, fair, place, now, (meeting) => bookingRefusal(fair.state, stands, meeting, now));
    const isOrganiser = askedBy === 'organiser';
    const booking = await holdPlace(tx, fair, {
      place,
      state: isOrganiser ? 'confirmed' : 'proposed',
      origin: isOrganiser ? 'organiser' : 'request',
      askedBy,
      heldUntil: isOrganiser ? null : holdUntil(now, fair.hold_days, place.slot),
      now,
    });
    if (isOrganiser) await this.notices.changed(tx, fair, booking, 'booked', askedBy);
    else await this.notices.asked(tx, fair, booking);
    return toBookingDto(booking);
  }
}

/** A cursor that we did not write may name an instant that there is not, or that the database cannot compare with. */
function instantOf(milliseconds: number): Date {
  const instant = new Date(milliseconds);
  const year = instant.getUTCFullYear();
  return year >= 1 && year <= 9999 ? instant : refuse('INVALID_CURSOR');
}
