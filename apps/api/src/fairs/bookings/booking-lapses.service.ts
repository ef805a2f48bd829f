import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { systemActor } from '../../common/actor';
import { Clock } from '../../common/clock';
import { refuse } from '../../common/refused';
import { Transactions, type Tx } from '../../database/transactions';
import { enterFair } from '../fair-room';
import { BookingNotices } from './booking-notices';
import { outdatedAt } from './booking-places';
import { bookingById } from './bookings.queries';
import { lockQueues, queuesOfFreeing, type PlaceRow } from './meeting-places';
import { WaitingOffers } from './waiting-offers.service';

const MAX_ROUNDS = 4;

const PLACE_OF = `SELECT b.fair_id, b.desk_id, b.slot_id FROM fair_bookings b
  WHERE b.id = $1 AND b.state = 'proposed' AND b.held_until <= $2`;
const IS_LAPSED = `SELECT b.id FROM fair_bookings b
  WHERE b.id = $1 AND b.desk_id = $2 AND b.slot_id = $3 AND b.state = 'proposed' AND b.held_until <= $4 FOR NO KEY UPDATE`;

interface LapsedPlace {
  readonly fair_id: string;
  readonly desk_id: string;
  readonly slot_id: string;
}

/** Proposals in the way whose time has passed: nobody is refused because of them. */
class Outdated extends Error {
  constructor(readonly bookingIds: readonly string[]) {
    super('proposals whose time has passed are in the way');
  }
}

/** Ends the transaction when proposals whose time has passed hold the place; `beforehand` takes them away and begins anew. */
export async function refuseOutdated(
  tx: Tx,
  place: PlaceRow,
  now: Date,
  without: string | null = null,
): Promise<void> {
  const found = (await outdatedAt(tx, place, now)).filter((id) => id !== without);
  if (found.length > 0) throw new Outdated(found);
}

/** Proposals that were not answered in time: their places are free at that instant, and go to who waits first. */
@Injectable()
export class BookingLapses {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly offers: WaitingOffers,
    private readonly notices: BookingNotices,
  ) {}

  /**
   * Runs what wants a place. Outdated proposals in its way end in transactions of their own: who waits comes before who
   * asks now, also when what is asked for now is refused.
   */
  async beforehand<T>(attempt: () => Promise<T>): Promise<T> {
    for (let round = 1; ; round += 1) {
      try {
        return await attempt();
      } catch (failure) {
        if (!(failure instanceof Outdated)) throw failure;
        if (round >= MAX_ROUNDS) return refuse('SERVICE_BUSY', { retryAfterSeconds: 1 });
        for (const id of failure.bookingIds) await this.lapse(id);
      }
    }
  }

  /** Ends one proposal when its time has passed, as the system. Whoever comes second finds nothing to do. */
  lapse(bookingId: string): Promise<boolean> {
    return this.transactions.run(systemActor(`lapse-${randomUUID()}`), async (tx) => {
      const now = this.clock.now();
      const [place] = await tx.prepared<LapsedPlace>(PLACE_OF, [bookingId, now]);
      if (place === undefined) return false;
      const fair = await enterFair(tx, place.fair_id);
      await lockQueues(tx, queuesOfFreeing(place));
      const lapsed = await tx.prepared(IS_LAPSED, [bookingId, place.desk_id, place.slot_id, now]);
      if (lapsed.length === 0) return false;
      const booking = await bookingById(tx, fair.id, bookingId);
      await this.offers.release(tx, fair, booking, { reason: 'expired', by: null });
      await this.notices.changed(tx, fair, booking, 'expired', null);
      return true;
    });
  }
}
