import { Injectable } from '@nestjs/common';
import type { Actor } from '../../common/actor';
import { Clock } from '../../common/clock';
import { Transactions } from '../../database/transactions';
import { deskNameOf, toBookingDto } from '../bookings/bookings.queries';
import type { FairTimetableDto, TimetableQuery } from '../dto/booking.dto';
import { viewFair } from '../fair-room';
import { slotsOf } from '../fairs.queries';
import { livingDesks } from '../parties/fair-desks.queries';
import { toSlotDto } from '../to-fair-dto';
import { shownBookings, takenPlaces } from './timetable.queries';

/** The grid of a fair: the organiser sees who sits where, a party its own meetings, and everybody how full it is. */
@Injectable()
export class FairTimetablesService {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  get(actor: Actor, fairId: string, query: TimetableQuery): Promise<FairTimetableDto> {
    const now = this.clock.now();
    return this.transactions.run(actor, async (tx) => {
      const fair = await viewFair(tx, fairId);
      const [slots, desks, bookings, taken] = await Promise.all([
        slotsOf(tx, fairId),
        livingDesks(tx, fairId),
        shownBookings(tx, fair, query, now),
        takenPlaces(tx, fairId, query.deskId, now),
      ]);
      const shownDesks = desks.filter(({ id }) => query.deskId === undefined || id === query.deskId);
      return {
        slots: slots.map(toSlotDto),
        desks: shownDesks.map((desk) => ({
          id: desk.id,
          name: deskNameOf(desk),
          looksFor: desk.looks_for,
          seats: desk.seats,
          absent: desk.absent_slot_ids.map((slotId) => ({ slotId })),
        })),
        bookings: bookings.map(toBookingDto),
        taken: taken.map((row) => ({
          deskId: row.desk_id,
          slotId: row.slot_id,
          taken: row.taken,
          waiting: row.waiting,
        })),
        now: now.toISOString(),
      };
    });
  }
}
