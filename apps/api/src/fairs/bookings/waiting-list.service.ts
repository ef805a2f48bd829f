import { Injectable } from '@nestjs/common';
import { waitingActionRefusal, waitingRefusal, type OwnCancelReason } from '@ieum/domain';
import type { Actor } from '../../common/actor';
import { Clock } from '../../common/clock';
import { assertAllowed } from '../../common/refused';
import { Conditions } from '../../database/conditions';
import { Transactions, type Tx } from '../../database/transactions';
import type {
  BookingDto,
  JoinWaitingListDto,
  ListWaitingQuery,
  WaitingEntryDto,
  WaitingListDto,
} from '../dto/booking.dto';
import { assertStands, enterFair, viewFair } from '../fair-room';
import { BookingChangesService } from './booking-changes.service';
import { BookingCrowd } from './booking-crowd';
import { BookingLapses } from './booking-lapses.service';
import { narrowToReader } from './booking-reach';
import { loadParties, loadSlot, lockQueues, partiesOfPlace, waitingListOf } from './meeting-places';
import { freeTimes } from './taken-details.queries';
import {
  partiesOfEntry,
  toWaitingDto,
  waitingById,
  waitingFactsOf,
  waitingRows,
  type WaitingRow,
} from './waiting.queries';

const MAX_ENTRIES = 5_000;
const READER = {
  institution: 'd.institution_id',
  department: 'd.department_id',
  area: 'coalesce(i.district_id, i.id)',
  supplier: 'w.supplier_id',
};
const JOIN = `INSERT INTO fair_waiting (fair_id, desk_id, exhibitor_id, institution_id, supplier_id, slot_id, created_by, created_at)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8) RETURNING id`;
const LEAVE = `UPDATE fair_waiting SET state = 'withdrawn' WHERE id = $1`;
const DECLINED: OwnCancelReason = 'offer_declined';
/** Any slot of the desk is wanted: the nearest ones are those nearest to now. */
const ANY_SLOT = 'any';

@Injectable()
export class WaitingListService {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly crowd: BookingCrowd,
    private readonly changes: BookingChangesService,
    private readonly lapses: BookingLapses,
  ) {}

  list(actor: Actor, fairId: string, query: ListWaitingQuery): Promise<WaitingListDto> {
    return this.transactions.run(actor, async (tx) => {
      const fair = await viewFair(tx, fairId);
      const conditions = new Conditions()
        .add('w.fair_id = ?', fairId)
        .add('w.desk_id = ?', query.deskId)
        .add('w.exhibitor_id = ?', query.exhibitorId)
        .add('w.state = ANY (?)', query.state);
      narrowToReader(conditions, actor, fair, READER);
      const rows = await waitingRows(tx, conditions, MAX_ENTRIES);
      return { items: rows.map(toWaitingDto) };
    });
  }

  /** Waits for a slot of the desk or for any. Nobody frees a place of the desk meanwhile: it is full, or it is free. */
  join(actor: Actor, fairId: string, body: JoinWaitingListDto): Promise<WaitingEntryDto> {
    return this.crowd.run(() =>
      this.transactions.runOnce(actor, async (tx) => {
        const fair = await enterFair(tx, fairId);
        const parties = await loadParties(tx, fairId, body);
        const { desk, exhibitor } = parties;
        const { slotId = null } = body;
        const slot = slotId === null ? null : await loadSlot(tx, fairId, slotId);
        const stands = assertStands(actor, fair, partiesOfPlace(parties));
        const now = this.clock.now();
        await lockQueues(tx, [waitingListOf(desk.id)]);
        const wanted = slot ?? { id: ANY_SLOT, startsAt: now };
        const { nearest, full, meets } = await freeTimes(tx, parties, wanted, now);
        assertAllowed(
          waitingRefusal({
            fairState: fair.state,
            stands,
            desk: { isWithdrawn: desk.withdrawn_reason !== null, absentSlotIds: desk.absent_slot_ids },
            exhibitor: { state: exhibitor.state, absentSlotIds: exhibitor.absent_slot_ids },
            slot,
            isFree: slot === null ? nearest.length > 0 : !full.has(slot.id),
            meets,
            now,
          }),
        );
        const [made] = await tx.prepared<{ id: string }>(JOIN, [
          fairId,
          desk.id,
          exhibitor.id,
          desk.institution_id,
          exhibitor.supplier_id,
          slot?.id ?? null,
          actor.userId,
          now,
        ]);
        return toWaitingDto(await waitingById(tx, fairId, made?.id ?? ''));
      }),
    );
  }

  accept(actor: Actor, fairId: string, waitingId: string): Promise<BookingDto> {
    return this.change(actor, async (tx) => {
      const entry = await this.lockEntry(tx, fairId, waitingId, 'accept');
      return this.changes.acceptIn(tx, fairId, entry.booking_id ?? '');
    });
  }

  decline(actor: Actor, fairId: string, waitingId: string): Promise<WaitingEntryDto> {
    return this.change(actor, async (tx) => {
      const entry = await this.lockEntry(tx, fairId, waitingId, 'decline');
      await this.changes.endIn(tx, fairId, entry.booking_id ?? '', 'decline', DECLINED);
      return toWaitingDto(await waitingById(tx, fairId, waitingId));
    });
  }

  withdraw(actor: Actor, fairId: string, waitingId: string): Promise<WaitingEntryDto> {
    return this.change(actor, async (tx) => {
      await this.lockEntry(tx, fairId, waitingId, 'withdraw');
      await tx.prepared(LEAVE, [waitingId]);
      return toWaitingDto(await waitingById(tx, fairId, waitingId));
    });
  }

  private change<T>(actor: Actor, work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.crowd.run(() => this.lapses.beforehand(() => this.transactions.run(actor, work)));
  }

  /** An entry that the actor may act on so; whoever serves the list waits until this is decided. */
  private async lockEntry(
    tx: Tx,
    fairId: string,
    waitingId: string,
    action: 'accept' | 'decline' | 'withdraw',
  ): Promise<WaitingRow> {
    const fair = await enterFair(tx, fairId);
    const found = await waitingById(tx, fairId, waitingId);
    const stands = assertStands(tx.actor, fair, partiesOfEntry(found));
    await lockQueues(tx, [waitingListOf(found.desk_id)]);
    const entry = await waitingById(tx, fairId, waitingId);
    assertAllowed(waitingActionRefusal(action, stands, waitingFactsOf(entry), this.clock.now()));
    return entry;
  }
}
