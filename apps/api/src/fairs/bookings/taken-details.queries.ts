import { nearestFreeSlots, type RefusalCode, type RefusalDetails, type SlotFacts } from '@ieum/domain';
import type { Tx } from '../../database/transactions';
import type { FairRow } from '../fair-room';
import { deskNameOf, HOLDING } from './bookings.queries';
import type { PlaceRow } from './meeting-places';

const STANDING = `${HOLDING} AND (b.held_until IS NULL OR b.held_until > $2)`;
const SLOTS = `SELECT id, lower(during) AS "startsAt", upper(during) AS "endsAt" FROM fair_slots
  WHERE fair_id = $1 AND lower(during) > $2`;
const FULL = `SELECT b.slot_id FROM fair_bookings b WHERE b.desk_id = $1 AND ${STANDING} GROUP BY b.slot_id HAVING count(*) >= $3`;
const OWN = `SELECT b.slot_id, b.desk_id FROM fair_bookings b WHERE b.exhibitor_id = $1 AND ${STANDING}`;
const OF_PERSON = `SELECT lower(p.during) AS "startsAt", upper(p.during) AS "endsAt"
  FROM ieum_person_bookings($1, tstzrange($2, NULL)) p WHERE p.held_until IS NULL OR p.held_until > $2`;
const WAITING = `SELECT count(*) FILTER (WHERE w.slot_id = $2 OR w.slot_id IS NULL) AS count,
    coalesce(bool_or(w.exhibitor_id = $3 AND (w.slot_id = $2 OR w.slot_id IS NULL)), false) AS "isIn"
  FROM fair_waiting w WHERE w.desk_id = $1 AND w.state IN ('waiting', 'offered')`;

/** When the two parties are free, seen from one slot. */
export interface FreeTimes {
  /** nearest first, free for both */
  readonly nearest: readonly SlotFacts[];
  /** slots in which the desk has no room */
  readonly full: ReadonlySet<string>;
  /** the two meet already */
  readonly meets: boolean;
}

export async function freeTimes(
  tx: Tx,
  { fairId, desk, exhibitor }: Pick<PlaceRow, 'fairId' | 'desk' | 'exhibitor'>,
  wanted: Pick<SlotFacts, 'id' | 'startsAt'>,
  now: Date,
): Promise<FreeTimes> {
  const [slots, fullOnes, own, ofPerson] = await Promise.all([
    tx.prepared<{ id: string; startsAt: Date; endsAt: Date }>(SLOTS, [fairId, now]),
    tx.prepared<{ slot_id: string }>(FULL, [desk.id, now, desk.seats]),
    tx.prepared<{ slot_id: string; desk_id: string }>(OWN, [exhibitor.id, now]),
    tx.prepared<{ startsAt: Date; endsAt: Date }>(OF_PERSON, [exhibitor.person_id, now]),
  ]);
  const full = new Set(fullOnes.map(({ slot_id }) => slot_id));
  const closed = new Set([
    ...full,
    ...own.map(({ slot_id }) => slot_id),
    ...desk.absent_slot_ids,
    ...exhibitor.absent_slot_ids,
  ]);
  const isFree = (slot: SlotFacts) =>
    !closed.has(slot.id) &&
    ofPerson.every((taken) => taken.endsAt <= slot.startsAt || taken.startsAt >= slot.endsAt);
  const meets = own.some(({ desk_id }) => desk_id === desk.id);
  return { nearest: nearestFreeSlots(slots, wanted, isFree, now), full, meets };
}

/** What a 409 tells: who and when, the nearest slots that are free for both, and whether the waiting list helps. */
export async function takenDetails(
  tx: Tx,
  fair: FairRow,
  place: PlaceRow,
  code: RefusalCode,
  now: Date,
): Promise<RefusalDetails> {
  const { desk, exhibitor, slot } = place;
  const [{ nearest, meets }, [list]] = await Promise.all([
    freeTimes(tx, place, slot, now),
    tx.prepared<{ count: number; isIn: boolean }>(WAITING, [desk.id, slot.id, exhibitor.id]),
  ]);
  const canWait = code === 'BOOKING_DESK_TAKEN' && fair.state === 'open' && !meets && list?.isIn !== true;
  return {
    deskName: deskNameOf(desk),
    supplierName: exhibitor.supplier_name,
    startsAt: slot.startsAt.toISOString(),
    nearestSlotIds: meets ? [] : nearest.map(({ id }) => id),
    canWait,
    waiting: list?.count ?? 0,
  };
}
