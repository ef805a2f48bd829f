import type { BookingState } from '@ieum/domain';
import type { Actor } from '../../common/actor';
import { refuse } from '../../common/refused';
import type { Tx } from '../../database/transactions';
import { standsOf, type FairRow } from '../fair-room';

/** A meeting as its day asks for it, with the places that decide access. */
export interface MeetingRow {
  readonly id: string;
  readonly desk_id: string;
  readonly slot_id: string;
  readonly institution_id: string;
  readonly department_id: string | null;
  readonly area_id: string;
  readonly supplier_id: string;
  readonly state: BookingState;
  readonly starts_at: Date;
  /** Korean day of its slot */
  readonly day: string;
  readonly version: number;
}

const SELECT = `SELECT b.id, b.desk_id, b.slot_id, b.institution_id, b.department_id, coalesce(i.district_id, i.id) AS area_id,
    b.supplier_id, b.state, lower(b.during) AS starts_at,
    to_char(lower(b.during) AT TIME ZONE 'Asia/Seoul', 'YYYY-MM-DD') AS day, b.version
  FROM fair_bookings b JOIN institutions i ON i.id = b.institution_id WHERE b.fair_id = $1 AND b.id = $2`;

/** In the fair's open room; refuses with NOT_FOUND. */
export async function meetingById(tx: Tx, fairId: string, bookingId: string): Promise<MeetingRow> {
  return (await tx.prepared<MeetingRow>(SELECT, [fairId, bookingId]))[0] ?? refuse('NOT_FOUND');
}

/** The same for the organiser and the desk, once nobody else can change it in this transaction. */
export async function lockOwnMeeting(
  tx: Tx,
  actor: Actor,
  fair: FairRow,
  bookingId: string,
): Promise<MeetingRow> {
  const [meeting] = await tx.prepared<MeetingRow>(`${SELECT} FOR NO KEY UPDATE OF b`, [fair.id, bookingId]);
  if (meeting === undefined) return refuse('NOT_FOUND');
  return standsAt(actor, fair, meeting).some((stand) => stand !== 'exhibitor')
    ? meeting
    : refuse('NOT_FOUND');
}

export function standsAt(actor: Actor, fair: FairRow, meeting: MeetingRow) {
  const { institution_id: institutionId, department_id: departmentId, area_id: areaId } = meeting;
  return standsOf(actor, fair, {
    desk: { institutionId, departmentId, areaId },
    exhibitor: { supplierId: meeting.supplier_id },
  });
}

/** @param change the state, and what follows of it */
export async function changeMeeting(
  tx: Tx,
  { id, version }: Pick<MeetingRow, 'id' | 'version'>,
  change: Readonly<Record<string, unknown>> & { readonly state: BookingState },
): Promise<void> {
  await tx.updateVersion('fair_bookings', { id }, version, change);
}

/** What the rules of the day ask of a fair. */
export function daysOf(fair: FairRow) {
  const { state, first_day: firstDay, last_day: lastDay, no_show_minutes: noShowMinutes } = fair;
  return { state, firstDay, lastDay, noShowMinutes };
}
