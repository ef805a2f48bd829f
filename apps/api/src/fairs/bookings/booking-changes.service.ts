import { Injectable } from '@nestjs/common';
import {
  answeringSide,
  bookingActionRefusal,
  bookingRefusal,
  holdUntil,
  moveTargetRefusal,
  type BookingChange,
  type FairStand,
  type PlanningAction,
} from '@ieum/domain';
import type { Actor } from '../../common/actor';
import { Clock } from '../../common/clock';
import { assertAllowed, refuse } from '../../common/refused';
import { Transactions, type Tx } from '../../database/transactions';
import type { BookingDto, CancelBookingDto, LockBookingDto, MoveBookingDto } from '../dto/booking.dto';
import { assertStands, enterFair, type FairRow } from '../fair-room';
import { BookingCrowd } from './booking-crowd';
import { BookingLapses, refuseOutdated } from './booking-lapses.service';
import { BookingNotices } from './booking-notices';
import { refuseTaken, tryMove, tryRestore, type PlaceOutcome } from './booking-places';
import { assertMayMeet } from './may-meet';
import {
  bookingById,
  bookingFactsOf,
  lockBooking,
  partiesOf,
  toBookingDto,
  type BookingRow,
} from './bookings.queries';
import {
  loadPlace,
  lockQueues,
  queuesOfEnterprise,
  queuesOfFreeing,
  queuesOfPlace,
  type PlaceRow,
} from './meeting-places';
import { WaitingOffers } from './waiting-offers.service';

const ACCEPT = `UPDATE fair_bookings SET state = 'confirmed', held_until = NULL, version = version + 1 WHERE id = $1`;
const ACCEPT_ENTRY = `UPDATE fair_waiting SET state = 'accepted' WHERE booking_id = $1 AND state = 'offered'`;
/** Who has got a place of the desk waits for no other one. */
const LEAVE_OTHERS = `UPDATE fair_waiting SET state = 'withdrawn' WHERE desk_id = $1 AND exhibitor_id = $2 AND state = 'waiting'`;

/** What takes nothing from the enterprise: it need not wait for what else is decided about it. */
const ONLY_FREES: readonly PlanningAction[] = ['decline', 'cancel', 'lock'];

/** A booking that the actor may change, locked together with its place. */
interface Locked {
  readonly fair: FairRow;
  readonly booking: BookingRow;
  readonly stands: readonly FairStand[];
  readonly now: Date;
}

/** What is done with a booking before the day. Every change keeps or frees a place, so each waits in its queues first. */
@Injectable()
export class BookingChangesService {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly crowd: BookingCrowd,
    private readonly lapses: BookingLapses,
    private readonly offers: WaitingOffers,
    private readonly notices: BookingNotices,
  ) {}

  accept(actor: Actor, fairId: string, bookingId: string): Promise<BookingDto> {
    return this.change(actor, (tx) => this.acceptIn(tx, fairId, bookingId));
  }

  /** The same inside a transaction that has a reason of its own (an offer of the waiting list). */
  async acceptIn(tx: Tx, fairId: string, bookingId: string): Promise<BookingDto> {
    const { fair, booking } = await this.lockFor(tx, fairId, bookingId, 'accept');
    await Promise.all([
      tx.prepared(ACCEPT, [booking.id]),
      tx.prepared(ACCEPT_ENTRY, [booking.id]),
      tx.prepared(LEAVE_OTHERS, [booking.desk_id, booking.exhibitor_id]),
    ]);
    await this.notices.changed(tx, fair, booking, 'accepted', answeringSide(booking.asked_by));
    return answer(tx, booking);
  }

  decline(actor: Actor, fairId: string, bookingId: string, body: CancelBookingDto): Promise<BookingDto> {
    return this.change(actor, (tx) => this.endIn(tx, fairId, bookingId, 'decline', body.reason));
  }

  cancel(actor: Actor, fairId: string, bookingId: string, body: CancelBookingDto): Promise<BookingDto> {
    return this.change(actor, (tx) => this.endIn(tx, fairId, bookingId, 'cancel', body.reason));
  }

  /** Ends a booking with the reason; its place goes to who waits, in the same transaction. */
  async endIn(
    tx: Tx,
    fairId: string,
    bookingId: string,
    action: 'decline' | 'cancel',
    reason: string,
  ): Promise<BookingDto> {
    const { fair, booking, stands } = await this.lockFor(tx, fairId, bookingId, action);
    const by = action === 'decline' ? answeringSide(booking.asked_by) : stands[0];
    await this.offers.release(tx, fair, booking, { reason: reason.trim(), by: by ?? null });
    // Of an offer of the waiting list the desk hears when it is taken.
    const isOffer = booking.state === 'proposed' && booking.asked_by === 'organiser';
    if (!isOffer || action === 'cancel') {
      const change = action === 'cancel' ? 'cancelled' : 'declined';
      await this.notices.changed(tx, fair, booking, change, by ?? null, reason.trim());
    }
    return answer(tx, booking);
  }

  /** To another slot, by the organiser to another desk as well; the place that it leaves goes to who waits. */
  move(
    actor: Actor,
    fairId: string,
    bookingId: string,
    version: number,
    body: MoveBookingDto,
  ): Promise<BookingDto> {
    return this.change(actor, async (tx) => {
      const target = async (before: BookingRow) =>
        loadPlace(tx, fairId, {
          deskId: body.deskId ?? before.desk_id,
          exhibitorId: before.exhibitor_id,
          slotId: body.slotId,
        });
      const { fair, booking, stands, place, now } = await this.lockFor(tx, fairId, bookingId, 'move', target);
      if (booking.version !== version) refuse('VERSION_STALE');
      const from = { deskId: booking.desk_id, slotId: booking.slot_id };
      assertAllowed(moveTargetRefusal(stands, from, { deskId: place.desk.id, slotId: place.slot.id }));
      await refuseOutdated(tx, place, now, booking.id);
      await this.assertMayBeThere(tx, fair, stands, place, booking, now);
      const heldUntil =
        booking.held_until === null
          ? null
          : new Date(Math.min(booking.held_until.getTime(), place.slot.startsAt.getTime()));
      await assertFree(tx, fair, place, await tryMove(tx, booking, place, heldUntil, now), now);
      await this.offers.promoteWaiting(tx, fair, booking.desk_id, booking.slot_id);
      return this.told(tx, fair, booking, 'moved', stands);
    });
  }

  /** Takes a cancellation back while the place is free: what was confirmed is so again, what was asked is asked anew. */
  restore(actor: Actor, fairId: string, bookingId: string): Promise<BookingDto> {
    return this.change(actor, async (tx) => {
      const same = (before: BookingRow) =>
        loadPlace(tx, fairId, {
          deskId: before.desk_id,
          exhibitorId: before.exhibitor_id,
          slotId: before.slot_id,
        });
      const { fair, booking, stands, place, now } = await this.lockFor(
        tx,
        fairId,
        bookingId,
        'restore',
        same,
      );
      await refuseOutdated(tx, place, now);
      await this.assertMayBeThere(tx, fair, stands, place, booking, now);
      const to =
        booking.state_before === 'proposed'
          ? { state: 'proposed' as const, heldUntil: holdUntil(now, fair.hold_days, place.slot) }
          : { state: 'confirmed' as const, heldUntil: null };
      await assertFree(tx, fair, place, await tryRestore(tx, booking, place, to, now), now);
      return this.told(tx, fair, booking, 'restored', stands);
    });
  }

  lock(
    actor: Actor,
    fairId: string,
    bookingId: string,
    version: number,
    body: LockBookingDto,
  ): Promise<BookingDto> {
    return this.change(actor, async (tx) => {
      const { booking } = await this.lockFor(tx, fairId, bookingId, 'lock');
      await tx.updateVersion('fair_bookings', { id: booking.id }, version, { is_locked: body.isLocked });
      return answer(tx, booking);
    });
  }

  /** The booking as it is now, of which those who did not act are told. */
  private async told(
    tx: Tx,
    fair: FairRow,
    { id }: BookingRow,
    change: BookingChange,
    [by]: readonly FairStand[],
  ): Promise<BookingDto> {
    const booking = await bookingById(tx, fair.id, id);
    await this.notices.changed(tx, fair, booking, change, by ?? null);
    return toBookingDto(booking);
  }

  private change(actor: Actor, work: (tx: Tx) => Promise<BookingDto>): Promise<BookingDto> {
    return this.crowd.run(() => this.lapses.beforehand(() => this.transactions.run(actor, work)));
  }

  private lockFor(tx: Tx, fairId: string, bookingId: string, action: PlanningAction): Promise<Locked>;
  private lockFor(
    tx: Tx,
    fairId: string,
    bookingId: string,
    action: PlanningAction,
    placeOf: (before: BookingRow) => Promise<PlaceRow>,
  ): Promise<Locked & { readonly place: PlaceRow }>;
  private async lockFor(
    tx: Tx,
    fairId: string,
    bookingId: string,
    action: PlanningAction,
    placeOf?: (before: BookingRow) => Promise<PlaceRow>,
  ): Promise<Locked & { readonly place?: PlaceRow }> {
    const fair = await enterFair(tx, fairId);
    const before = await bookingById(tx, fairId, bookingId);
    const stands = assertStands(tx.actor, fair, partiesOf(before));
    const place = await placeOf?.(before);
    await lockQueues(tx, [
      ...queuesOfFreeing(before),
      ...(ONLY_FREES.includes(action) ? [] : queuesOfEnterprise(before.exhibitor_id, before.person_id)),
      ...(place === undefined ? [] : queuesOfPlace(place)),
    ]);
    const booking = await lockBooking(tx, fairId, bookingId);
    // Somebody moved it between the two looks: another place is locked than the one that it has now.
    if (booking.desk_id !== before.desk_id || booking.slot_id !== before.slot_id) refuse('CONFLICT');
    const now = this.clock.now();
    assertAllowed(bookingActionRefusal(action, stands, bookingFactsOf(booking), fair.state, now));
    return { fair, booking, stands, now, ...(place === undefined ? {} : { place }) };
  }

  private assertMayBeThere(
    tx: Tx,
    fair: FairRow,
    stands: readonly FairStand[],
    place: PlaceRow,
    booking: BookingRow,
    now: Date,
  ): Promise<void> {
    return assertMayMeet(
      tx,
      fair,
      place,
      now,
      (meeting) => bookingRefusal(fair.state, stands, meeting, now),
      booking.id,
    );
  }
}

async function assertFree(
  tx: Tx,
  fair: FairRow,
  place: PlaceRow,
  outcome: PlaceOutcome,
  now: Date,
): Promise<void> {
  if ('taken' in outcome) await refuseTaken(tx, fair, place, outcome.taken, now);
}

async function answer(tx: Tx, { fair_id, id }: BookingRow): Promise<BookingDto> {
  return toBookingDto(await bookingById(tx, fair_id, id));
}
