import { Injectable } from '@nestjs/common';
import { isForStandBy, mayBeOffered, offerUntil, type FairStand } from '@ieum/domain';
import { Clock } from '../../common/clock';
import type { Tx } from '../../database/transactions';
import type { FairRow } from '../fair-room';
import { BookingNotices } from './booking-notices';
import { tryPlace } from './booking-places';
import { bookingById, type BookingRow } from './bookings.queries';
import { loadPlace, lockQueues, waitingListOf, type PlaceRow } from './meeting-places';
import { candidatesFor, type CandidateRow } from './waiting.queries';

const RELEASE = `UPDATE fair_bookings SET state = 'cancelled', state_before = state, held_until = NULL, cancel_reason = $2,
    cancelled_by = $3, version = version + 1 WHERE id = $1`;
const END_ENTRY = `UPDATE fair_waiting SET state = $2 WHERE booking_id = $1 AND state = 'offered'`;

const WAITED_FOR = `SELECT DISTINCT s.id, s.during FROM fair_slots s JOIN fair_waiting w ON w.desk_id = $2 AND w.state = 'waiting'
      AND (w.slot_id = s.id OR w.slot_id IS NULL)
    WHERE s.fair_id = $1 AND upper(s.during) > $3 ORDER BY s.during`;

/** Places that become free go to who waits for them. The transaction has entered the fair (enterFair). */
@Injectable()
export class WaitingOffers {
  constructor(
    private readonly clock: Clock,
    private readonly notices: BookingNotices,
  ) {}

  /**
   * Offers what is free of a desk in a slot to those who wait for it, in their order; who cannot come is passed over and
   * stays. Call it whenever a place may have become free, after its queues were locked (queuesOfFreeing) and it was freed:
   * one transaction at a time serves a desk's list, so that nobody is served twice.
   */
  async promoteWaiting(tx: Tx, fair: FairRow, deskId: string, slotId: string): Promise<void> {
    await lockQueues(tx, [waitingListOf(deskId)]);
    if (fair.state !== 'open') return;
    const now = this.clock.now();
    for (const candidate of await candidatesFor(tx, deskId, slotId, now)) {
      const place = await loadPlace(tx, fair.id, { deskId, slotId, exhibitorId: candidate.exhibitor_id });
      if (!isPossible(candidate, place, fair, now)) continue;
      if ((await this.offer(tx, fair, candidate, place, now)) === 'full') return;
    }
  }

  /** The same for every slot of the desk that somebody waits for: it has more seats, or comes at other times. */
  async promoteDesk(tx: Tx, fair: FairRow, deskId: string): Promise<void> {
    await lockQueues(tx, [waitingListOf(deskId)]);
    const slots = await tx.sql<{ id: string }>(WAITED_FOR, [fair.id, deskId, this.clock.now()]);
    for (const slot of slots) await this.promoteWaiting(tx, fair, deskId, slot.id);
  }

  /** Cancels a locked booking and gives its place on. Lock its queues (queuesOfFreeing) before the booking. */
  async release(
    tx: Tx,
    fair: FairRow,
    booking: Pick<BookingRow, 'id' | 'desk_id' | 'slot_id'>,
    { reason, by }: { readonly reason: string; readonly by: FairStand | null },
  ): Promise<void> {
    const entry = by === null ? 'expired' : by === 'exhibitor' ? 'declined' : 'withdrawn';
    await Promise.all([
      tx.prepared(RELEASE, [booking.id, reason, by]),
      tx.prepared(END_ENTRY, [booking.id, entry]),
    ]);
    await this.promoteWaiting(tx, fair, booking.desk_id, booking.slot_id);
  }

  private async offer(
    tx: Tx,
    fair: FairRow,
    candidate: CandidateRow,
    place: PlaceRow,
    now: Date,
  ): Promise<'offered' | 'passed' | 'full'> {
    const until = offerUntil(now, fair.offer_minutes, place.slot);
    const isStandBy = isForStandBy(place.slot, fair.no_show_minutes, now);
    // Who is passed over is let go of: nobody waits here for one enterprise while holding another.
    await tx.sql('SAVEPOINT fair_offer');
    const outcome = await tryPlace(tx, {
      place,
      state: 'proposed',
      origin: isStandBy ? 'stand_by' : 'waiting_list',
      askedBy: 'organiser',
      heldUntil: until,
      now,
    });
    if ('taken' in outcome) {
      await tx.sql('ROLLBACK TO SAVEPOINT fair_offer');
      return outcome.taken === 'BOOKING_DESK_TAKEN' ? 'full' : 'passed';
    }
    await tx.prepared(
      `UPDATE fair_waiting SET state = 'offered', booking_id = $2, offered_until = $3 WHERE id = $1`,
      [candidate.id, outcome.id, until],
    );
    await this.notices.offered(tx, fair, await bookingById(tx, fair.id, outcome.id));
    return 'offered';
  }
}

function isPossible(candidate: CandidateRow, place: PlaceRow, fair: FairRow, now: Date): boolean {
  const { desk, exhibitor, slot } = place;
  return mayBeOffered(
    {
      exhibitor: {
        state: exhibitor.state,
        absentSlotIds: exhibitor.absent_slot_ids,
        ceiling: exhibitor.ceiling,
        meetings: candidate.meetings,
      },
      isTaken: candidate.is_taken,
      isCheckedIn: candidate.is_checked_in,
    },
    { isWithdrawn: desk.withdrawn_reason !== null, absentSlotIds: desk.absent_slot_ids },
    slot,
    fair.no_show_minutes,
    now,
  );
}
