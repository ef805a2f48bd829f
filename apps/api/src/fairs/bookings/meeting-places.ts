import { createHash } from 'node:crypto';
import type { ExhibitorState, MeetingPlace } from '@ieum/domain';
import { refuse } from '../../common/refused';
import type { Tx } from '../../database/transactions';
import { HOLDING } from './bookings.queries';

/** A desk, an exhibitor and a slot of one fair, as they stand; neither party changes until the transaction ends. */
export interface PlaceRow {
  readonly fairId: string;
  readonly desk: {
    readonly id: string;
    readonly institution_id: string;
    readonly department_id: string | null;
    readonly area_id: string;
    readonly institution_name: string;
    readonly department_name: string | null;
    readonly seats: number;
    readonly absent_slot_ids: readonly string[];
    readonly withdrawn_reason: string | null;
  };
  readonly exhibitor: {
    readonly id: string;
    readonly supplier_id: string;
    readonly supplier_name: string;
    readonly state: ExhibitorState;
    readonly absent_slot_ids: readonly string[];
    readonly ceiling: number | null;
    readonly person_id: string | null;
  };
  readonly slot: { readonly id: string; readonly startsAt: Date; readonly endsAt: Date };
}

const DESK = `SELECT d.id, d.institution_id, d.department_id, coalesce(i.district_id, i.id) AS area_id, d.institution_name,
    d.department_name, d.seats, d.absent_slot_ids, d.withdrawn_reason
  FROM fair_desks d JOIN institutions i ON i.id = d.institution_id WHERE d.fair_id = $1 AND d.id = $2 FOR SHARE OF d`;
const EXHIBITOR = `SELECT id, supplier_id, supplier_name, state, absent_slot_ids, ceiling, person_id
  FROM fair_exhibitors WHERE fair_id = $1 AND id = $2 FOR SHARE`;
const SLOT = `SELECT id, lower(during) AS "startsAt", upper(during) AS "endsAt" FROM fair_slots WHERE fair_id = $1 AND id = $2`;

export interface PlaceIds {
  readonly deskId: string;
  readonly exhibitorId: string;
  readonly slotId: string;
}

export type PartiesRow = Pick<PlaceRow, 'fairId' | 'desk' | 'exhibitor'>;

/** Reads what a meeting needs; NOT_FOUND when one of the three is not of this fair. The transaction is in its room. */
export async function loadPlace(tx: Tx, fairId: string, ids: PlaceIds): Promise<PlaceRow> {
  const [parties, slot] = await Promise.all([loadParties(tx, fairId, ids), loadSlot(tx, fairId, ids.slotId)]);
  return { ...parties, slot };
}

export async function loadParties(
  tx: Tx,
  fairId: string,
  ids: Omit<PlaceIds, 'slotId'>,
): Promise<PartiesRow> {
  const [[desk], [exhibitor]] = await Promise.all([
    tx.prepared<PlaceRow['desk']>(DESK, [fairId, ids.deskId]),
    tx.prepared<PlaceRow['exhibitor']>(EXHIBITOR, [fairId, ids.exhibitorId]),
  ]);
  if (desk === undefined || exhibitor === undefined) return refuse('NOT_FOUND');
  return { fairId, desk, exhibitor };
}

export async function loadSlot(tx: Tx, fairId: string, slotId: string): Promise<PlaceRow['slot']> {
  const [slot] = await tx.prepared<PlaceRow['slot']>(SLOT, [fairId, slotId]);
  return slot ?? refuse('NOT_FOUND');
}

/** The two parties, as standsOf wants them. */
export function partiesOfPlace({ desk, exhibitor }: PartiesRow) {
  return {
    desk: {
      institutionId: desk.institution_id,
      areaId: desk.area_id,
      departmentId: desk.department_id,
    },
    exhibitor: { supplierId: exhibitor.supplier_id },
  };
}

export function meetingPlaceOf({ desk, exhibitor, slot }: PlaceRow, meetings: number): MeetingPlace {
  return {
    desk: { isWithdrawn: desk.withdrawn_reason !== null, absentSlotIds: desk.absent_slot_ids },
    exhibitor: {
      state: exhibitor.state,
      absentSlotIds: exhibitor.absent_slot_ids,
      ceiling: exhibitor.ceiling,
      meetings,
    },
    slot,
  };
}

const COUNT_MEETINGS = `SELECT count(*) AS count FROM fair_bookings b WHERE b.exhibitor_id = $1 AND ${HOLDING}
    AND (b.held_until IS NULL OR b.held_until > $2) AND b.id IS DISTINCT FROM $3::uuid`;

/** How many meetings the exhibitor has, without one; not asked for where nothing limits them. Lock its place before. */
export async function meetingsOf(
  tx: Tx,
  { exhibitor }: PlaceRow,
  now: Date,
  without: string | null = null,
): Promise<number> {
  if (exhibitor.ceiling === null) return 0;
  const [row] = await tx.prepared<{ count: number }>(COUNT_MEETINGS, [exhibitor.id, now, without]);
  return row?.count ?? 0;
}

/** What is queued for, in this order in every transaction: the desk's waiting list, its places, enterprises, persons. */
const QUEUES = ['list', 'desk', 'exhibitor', 'person'] as const;

/** One thing that only one transaction at a time decides about. */
export interface Queue {
  readonly of: (typeof QUEUES)[number];
  readonly id: string;
}

/** Whoever wants a place queues for it, and for both who sit there. */
export function queuesOfPlace({ desk, exhibitor, slot }: PlaceRow): Queue[] {
  return [placeOf(desk.id, slot.id), ...queuesOfEnterprise(exhibitor.id, exhibitor.person_id)];
}

/** Whoever frees a place, or gives one to who waits, queues for the desk's waiting list and for the place. */
export function queuesOfFreeing(booking: { readonly desk_id: string; readonly slot_id: string }): Queue[] {
  return [waitingListOf(booking.desk_id), placeOf(booking.desk_id, booking.slot_id)];
}

export function queuesOfEnterprise(exhibitorId: string, personId: string | null): Queue[] {
  const enterprise: Queue = { of: 'exhibitor', id: exhibitorId };
  return personId === null ? [enterprise] : [enterprise, { of: 'person', id: personId }];
}

export function waitingListOf(deskId: string): Queue {
  return { of: 'list', id: deskId };
}

function placeOf(deskId: string, slotId: string): Queue {
  return { of: 'desk', id: `${deskId} ${slotId}` };
}

const LOCK = `SELECT pg_advisory_xact_lock(key) FROM unnest($1::bigint[]) WITH ORDINALITY AS queue(key, place) ORDER BY place`;

/**
 * Waits until nobody else decides about these. It decides nothing itself: the constraints do. Without it, two that want
 * the same place at once wait for each other inside the exclusion constraint, which is a deadlock.
 */
export async function lockQueues(tx: Tx, queues: readonly Queue[]): Promise<void> {
  const keyed = queues.map((queue) => ({ order: QUEUES.indexOf(queue.of), key: keyOf(queue) }));
  keyed.sort((a, b) => a.order - b.order || (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
  await tx.prepared(LOCK, [keyed.map(({ key }) => String(key))]);
}

function keyOf({ of, id }: Queue): bigint {
  return createHash('sha256').update(`fair ${of} ${id}`).digest().readBigInt64BE();
}
