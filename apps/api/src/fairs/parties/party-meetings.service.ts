import { Injectable } from '@nestjs/common';
import type { FairStand } from '@ieum/domain';
import { Clock } from '../../common/clock';
import type { Tx } from '../../database/transactions';
import { BookingNotices } from '../bookings/booking-notices';
import { lockQueues, waitingListOf } from '../bookings/meeting-places';
import { WaitingOffers } from '../bookings/waiting-offers.service';
import type { FairRow } from '../fair-room';

/** A party whose meetings are meant. */
export type FairParty = { readonly deskId: string } | { readonly exhibitorId: string };

const DESKS_OF_EXHIBITOR = `SELECT desk_id FROM fair_bookings WHERE exhibitor_id = $1 AND state IN ('proposed', 'confirmed')
  UNION SELECT desk_id FROM fair_waiting WHERE exhibitor_id = $1 AND state IN ('waiting', 'offered')`;
const WAITED_DESKS = `SELECT DISTINCT desk_id FROM fair_waiting WHERE exhibitor_id = $1 AND state = 'waiting' ORDER BY desk_id`;

/** What becomes of the meetings of a desk or an exhibitor that changes or leaves. */
@Injectable()
export class PartyMeetings {
  constructor(
    private readonly offers: WaitingOffers,
    private readonly notices: BookingNotices,
    private readonly clock: Clock,
  ) {}

  /** Before the party itself is locked: whoever books and frees places comes through the waiting lists first. */
  async lockLists(tx: Tx, party: FairParty): Promise<void> {
    const desks = 'deskId' in party ? [party.deskId] : await this.desksOf(tx, party.exhibitorId);
    await lockQueues(tx, desks.map(waitingListOf));
  }

  /**
   * Of a party that leaves: cancels the meetings that are still ahead, with its reason, and ends its entries of waiting
   * lists; what it leaves free goes to who waits. What has begun stays as it was, and may still get its result.
   */
  async end(
    tx: Tx,
    fair: FairRow,
    party: FairParty,
    { reason, by }: { readonly reason: string; readonly by: FairStand },
  ): Promise<void> {
    const [column, id] = 'deskId' in party ? ['desk_id', party.deskId] : ['exhibitor_id', party.exhibitorId];
    await tx.sql(
      `UPDATE fair_waiting SET state = 'withdrawn' WHERE fair_id = $1 AND ${column} = $2 AND state IN ('waiting', 'offered')`,
      [fair.id, id],
    );
    const freed = await tx.sql<{ id: string; desk_id: string; slot_id: string }>(
      `UPDATE fair_bookings SET state = 'cancelled', cancel_reason = $3, cancelled_by = $4, state_before = state,
              held_until = NULL, version = version + 1
       WHERE fair_id = $1 AND ${column} = $2 AND (state = 'proposed' OR (state = 'confirmed' AND lower(during) > $5))
       RETURNING id, desk_id, slot_id`,
      [fair.id, id, reason, by, this.clock.now()],
    );
    const ids = freed.map((booking) => booking.id);
    await this.notices.cancelled(tx, fair, ids, by, reason);
    if ('deskId' in party) return;
    for (const place of freed) await this.offers.promoteWaiting(tx, fair, place.desk_id, place.slot_id);
  }

  /** Of a party that has more room than before, or is there at other times: who waits may be served now. */
  async serveWaiting(tx: Tx, fair: FairRow, party: FairParty): Promise<void> {
    const desks = 'deskId' in party ? [party.deskId] : idsOf(await tx.sql(WAITED_DESKS, [party.exhibitorId]));
    for (const deskId of desks) await this.offers.promoteDesk(tx, fair, deskId);
  }

  private async desksOf(tx: Tx, exhibitorId: string): Promise<string[]> {
    return idsOf(await tx.sql(DESKS_OF_EXHIBITOR, [exhibitorId]));
  }
}

const idsOf = (rows: readonly { desk_id?: string }[]) => rows.flatMap((row) => row.desk_id ?? []);
