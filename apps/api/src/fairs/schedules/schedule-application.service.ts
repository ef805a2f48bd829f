import { Injectable } from '@nestjs/common';
import {
  applyScheduleRefusal,
  chosenSeats,
  holdingBookings,
  type ScheduleFacts,
  type ScheduleChange,
} from '@ieum/domain';
import type { Actor } from '../../common/actor';
import { Clock } from '../../common/clock';
import { assertAllowed, refuse } from '../../common/refused';
import { Transactions, type Tx } from '../../database/transactions';
import { NoticesService, type NewNotice } from '../../notices/notices.service';
import type { AppliedScheduleDto } from '../dto/schedule.dto';
import { lockFair, organiserRefusal, type FairRow } from '../fair-room';
import type { KeptSchedule } from './fair-schedule.row';
import { lockSchedule, resultOf, saveSchedule } from './fair-schedules.queries';
import {
  addressees,
  cancelBookings,
  heldSeats,
  insertBookings,
  placeBookings,
  releaseBookings,
  type PlacedMeeting,
} from './schedule-application.queries';
import { basisOf, readScheduleFacts } from './schedule-facts.queries';

/** A statement for more would come near its time limit on a busy machine. */
const PORTION = 1_000;

/** Books what a schedule says: all of it, or nothing when anything has changed since it was computed. */
@Injectable()
export class ScheduleApplicationService {
  constructor(
    private readonly transactions: Transactions,
    private readonly notices: NoticesService,
    private readonly clock: Clock,
  ) {}

  apply(actor: Actor, fairId: string, scheduleId: string): Promise<AppliedScheduleDto> {
    return this.transactions.runOnce(actor, async (tx) => {
      const fair = await lockFair(tx, fairId);
      assertAllowed(organiserRefusal(actor, fair));
      const row = await lockSchedule(tx, fairId, scheduleId);
      const facts = await readScheduleFacts(tx, fairId);
      const isOutdated = row.basis !== basisOf(facts, this.clock.now());
      assertAllowed(applyScheduleRefusal({ fairState: fair.state, scheduleState: row.state, isOutdated }));
      const result = (await resultOf(tx, scheduleId)) ?? refuse('FAIR_SCHEDULE_STATE');
      const done = await this.book(tx, fairId, facts, result.changes);
      await saveSchedule(tx, scheduleId, {
        state: 'applied',
        applied_by: actor.userId,
        applied_at: this.clock.now(),
      });
      await this.announce(tx, fair, result);
      return done;
    });
  }

  /** Frees first, then places: between the two nobody is where somebody else comes to. */
  private async book(
    tx: Tx,
    fairId: string,
    facts: ScheduleFacts,
    changes: readonly ScheduleChange[],
  ): Promise<AppliedScheduleDto> {
    const ids = (change: ScheduleChange['change']) =>
      changes.flatMap((one) => (one.change === change && one.bookingId !== null ? [one.bookingId] : []));
    const [removed, moved] = [ids('removed'), ids('moved')];
    const places = await this.places(tx, fairId, facts, changes);
    const moves = places.filter(({ bookingId }) => bookingId !== null);
    const additions = places.filter(({ bookingId }) => bookingId === null);
    const counts = await Promise.all([
      cancelBookings(tx, fairId, removed),
      releaseBookings(tx, fairId, moved),
      inPortions(moves, (portion) => placeBookings(tx, fairId, portion)),
      inPortions(additions, (portion) => insertBookings(tx, fairId, portion)),
    ]);
    // The room is locked and nothing is outdated, so every row was there.
    const expected = [removed.length, moved.length, moves.length, additions.length];
    if (counts.join() !== expected.join()) refuse('FAIR_SCHEDULE_OUTDATED');
    return { added: additions.length, moved: moved.length, removed: removed.length };
  }

  private async places(
    tx: Tx,
    fairId: string,
    facts: ScheduleFacts,
    changes: readonly ScheduleChange[],
  ): Promise<PlacedMeeting[]> {
    const leaves = new Set(changes.map(({ bookingId }) => bookingId));
    const seatOf = new Map((await heldSeats(tx, fairId)).map(({ id, seat }) => [id, seat]));
    const stay = holdingBookings(facts).flatMap((one) =>
      leaves.has(one.id) ? [] : [{ ...one, seat: seatOf.get(one.id) ?? 1 }],
    );
    const come = changes.flatMap(({ bookingId, deskId, exhibitorId, toSlotId }) =>
      toSlotId === null ? [] : [{ bookingId, deskId, exhibitorId, slotId: toSlotId }],
    );
    const seats = chosenSeats(new Map(facts.desks.map(({ id, seats }) => [id, seats])), stay, come);
    return come.map((one, at) => ({ ...one, seat: seats[at] ?? refuse('FAIR_SCHEDULE_OUTDATED') }));
  }

  /** One notice to each party whose meetings change, however many do. */
  private async announce(tx: Tx, fair: FairRow, { changes, gains }: KeptSchedule): Promise<void> {
    const changed = new Set(changes.flatMap(({ deskId, exhibitorId }) => [deskId, exhibitorId]));
    const meetingsOf = new Map(gains.map(({ id, meetingsThen }) => [id, meetingsThen]));
    const parties = await addressees(tx, fair.id, [...changed]);
    const notices = parties.flatMap((party): NewNotice[] => {
      const notice = {
        kind: 'fair_schedule_published' as const,
        params: { fairName: fair.name, meetings: meetingsOf.get(party.id) ?? 0 },
        link: `/fairs/${fair.id}`,
      };
      if (party.supplier_id !== null)
        return [{ ...notice, audience: 'enterprise', supplierId: party.supplier_id }];
      if (party.institution_id === null) return [];
      const { institution_id: institutionId, department_id: departmentId } = party;
      return [{ ...notice, audience: 'clerk', institutionId, departmentId }];
    });
    await this.notices.publish(tx, ...notices);
  }
}

/** All portions are sent at once and run one after another; the room is this transaction's alone. @returns how many rows */
async function inPortions<T>(
  list: readonly T[],
  write: (portion: readonly T[]) => Promise<number>,
): Promise<number> {
  const portions = Array.from({ length: Math.ceil(list.length / PORTION) }, (_, at) =>
    write(list.slice(at * PORTION, (at + 1) * PORTION)),
  );
  return (await Promise.all(portions)).reduce((sum, count) => sum + count, 0);
}
