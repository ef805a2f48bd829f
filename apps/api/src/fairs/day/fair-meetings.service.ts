import { Injectable } from '@nestjs/common';
import { attendRefusal, koreanDay, noShowRefusal, walkInRefusal } from '@ieum/domain';
import type { Actor } from '../../common/actor';
import { Clock } from '../../common/clock';
import { assertAllowed, refuse } from '../../common/refused';
import { Transactions, type Tx } from '../../database/transactions';
import { BookingLapses, refuseOutdated } from '../bookings/booking-lapses.service';
import { holdPlace, refuseTaken, tryRestore } from '../bookings/booking-places';
import { bookingById, toBookingDto, type BookingRow } from '../bookings/bookings.queries';
import {
  loadPlace,
  lockQueues,
  partiesOfPlace,
  queuesOfFreeing,
  queuesOfPlace,
} from '../bookings/meeting-places';
import { WaitingOffers } from '../bookings/waiting-offers.service';
import type { BookingDto } from '../dto/booking.dto';
import type { WalkInDto } from '../dto/fair-day.dto';
import { enterFair, standsOf, type FairRow } from '../fair-room';
import { daysOf, lockOwnMeeting, meetingOfDay, ownMeeting } from './own-meeting';

/** What happens at a desk on the day. Saying the same again changes nothing: a phone sends what it does not know has come. */
@Injectable()
export class FairMeetingsService {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly offers: WaitingOffers,
    private readonly lapses: BookingLapses,
  ) {}

  /** Books the place for a meeting that begins now, or refuses with 409 and what is near, as every booking does. */
  walkIn(actor: Actor, fairId: string, body: WalkInDto): Promise<BookingDto> {
    const { deskId, exhibitorId } = body;
    return this.once(actor, async (tx) => {
      const fair = await enterFair(tx, fairId);
      const now = this.clock.now();
      const slotId = body.slotId ?? (await runningSlot(tx, fairId, now));
      const place = await loadPlace(tx, fairId, { deskId, exhibitorId, slotId });
      const stand = standsOf(actor, fair, { desk: partiesOfPlace(place).desk }).at(0) ?? refuse('NOT_FOUND');
      const slotDay = koreanDay(place.slot.startsAt);
      assertAllowed(walkInRefusal(daysOf(fair), place.exhibitor.state, slotDay, koreanDay(now)));
      if (place.desk.withdrawn_reason !== null)
        await refuseTaken(tx, fair, place, 'BOOKING_DESK_ABSENT', now);
      await lockQueues(tx, queuesOfPlace(place));
      const written = await walkInAt(tx, fairId, { deskId, exhibitorId, slotId });
      if (written !== null) return toBookingDto(written);
      await refuseOutdated(tx, place, now);
      const booking = await holdPlace(tx, fair, {
        place,
        state: 'walk_in',
        origin: 'walk_in',
        askedBy: stand,
        heldUntil: null,
        now,
      });
      return toBookingDto(booking);
    });
  }

  /** Also of who came late, while the place is still free. */
  attend(actor: Actor, fairId: string, bookingId: string): Promise<BookingDto> {
    return this.once(actor, async (tx) => {
      const fair = await enterFair(tx, fairId);
      const place = await placeOf(tx, fair, await ownMeeting(tx, actor, fair, bookingId));
      await lockQueues(tx, queuesOfPlace(place));
      const meeting = await lockOwnMeeting(tx, actor, fair, bookingId);
      assertAllowed(attendRefusal(daysOf(fair), meetingOfDay(meeting), this.clock.today()));
      if (meeting.state === 'attended' || meeting.state === 'walk_in') return toBookingDto(meeting);
      if (meeting.state === 'no_show') {
        const now = this.clock.now();
        await refuseOutdated(tx, place, now);
        const outcome = await tryRestore(tx, meeting, place, { state: 'confirmed', heldUntil: null }, now);
        if ('taken' in outcome) return refuseTaken(tx, fair, place, outcome.taken, now);
      }
      return changeState(tx, await bookingById(tx, fairId, bookingId), { state: 'attended' });
    });
  }

  /** The place is free: whoever waits for it and is there gets it offered. */
  noShow(actor: Actor, fairId: string, bookingId: string): Promise<BookingDto> {
    return this.transactions.runOnce(actor, async (tx) => {
      const fair = await enterFair(tx, fairId);
      const before = await ownMeeting(tx, actor, fair, bookingId);
      await lockQueues(tx, queuesOfFreeing(before));
      const meeting = await lockOwnMeeting(tx, actor, fair, bookingId);
      assertAllowed(noShowRefusal(daysOf(fair), meetingOfDay(meeting), this.clock.now()));
      if (meeting.state === 'no_show') return toBookingDto(meeting);
      const answer = await changeState(tx, meeting, { state: 'no_show', state_before: meeting.state });
      await this.offers.promoteWaiting(tx, fair, meeting.desk_id, meeting.slot_id);
      return answer;
    });
  }

  /** What wants a place; proposals in its way that nobody answered in time are taken away before. */
  private once(actor: Actor, work: (tx: Tx) => Promise<BookingDto>): Promise<BookingDto> {
    return this.lapses.beforehand(() => this.transactions.runOnce(actor, work));
  }
}

/** The slot that runs now; refuses with BOOKING_INVALID {field: slotId} between the slots. */
async function runningSlot(tx: Tx, fairId: string, now: Date): Promise<string> {
  const [slot] = await tx.prepared<{ id: string }>(
    'SELECT id FROM fair_slots WHERE fair_id = $1 AND during @> $2::timestamptz',
    [fairId, now],
  );
  return slot?.id ?? refuse('BOOKING_INVALID', { field: 'slotId' });
}

/** The walk-in that is there already: the request was sent twice. */
async function walkInAt(
  tx: Tx,
  fairId: string,
  { deskId, exhibitorId, slotId }: { deskId: string; exhibitorId: string; slotId: string },
): Promise<BookingRow | null> {
  const [row] = await tx.prepared<{ id: string }>(
    `SELECT id FROM fair_bookings WHERE desk_id = $1 AND exhibitor_id = $2 AND slot_id = $3 AND state = 'walk_in'`,
    [deskId, exhibitorId, slotId],
  );
  return row === undefined ? null : bookingById(tx, fairId, row.id);
}

function placeOf(tx: Tx, fair: FairRow, booking: BookingRow) {
  const { desk_id: deskId, exhibitor_id: exhibitorId, slot_id: slotId } = booking;
  return loadPlace(tx, fair.id, { deskId, exhibitorId, slotId });
}

async function changeState(
  tx: Tx,
  { id, fair_id: fairId, version }: BookingRow,
  change: { readonly state: 'attended' | 'no_show'; readonly state_before?: string },
): Promise<BookingDto> {
  await tx.updateVersion('fair_bookings', { id }, version, change);
  return toBookingDto(await bookingById(tx, fairId, id));
}
