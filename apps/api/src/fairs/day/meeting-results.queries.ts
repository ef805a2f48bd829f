import type { FollowUpState, MeetingInterest, MeetingNextStep } from '@ieum/domain';
import type { Tx } from '../../database/transactions';
import type { MeetingResultDto } from '../dto/fair-day.dto';

/** What came of a meeting, as it is written down. */
export interface WrittenResult {
  readonly interest: MeetingInterest;
  readonly next_step: MeetingNextStep;
  readonly expected_value_krw: number | null;
  readonly note: string | null;
}

export interface ResultRow extends WrittenResult {
  readonly booking_id: string;
  readonly follow_up: FollowUpState;
  readonly recorded_by: string;
  readonly recorded_by_name: string | null;
  readonly recorded_at: Date;
  readonly version: number;
}

export async function resultOf(tx: Tx, bookingId: string): Promise<ResultRow | undefined> {
  const rows = await tx.sql<ResultRow>(
    `SELECT r.booking_id, r.interest, r.next_step, r.expected_value_krw, r.note, r.follow_up, r.recorded_by,
       u.name AS recorded_by_name, r.recorded_at, r.version
     FROM fair_results r LEFT JOIN users u ON u.id = r.recorded_by WHERE r.booking_id = $1`,
    [bookingId],
  );
  return rows[0];
}

export async function insertResult(tx: Tx, columns: Readonly<Record<string, unknown>>): Promise<void> {
  const names = Object.keys(columns);
  const places = names.map((_, index) => `$${index + 1}`).join(', ');
  await tx.sql(`INSERT INTO fair_results (${names.join(', ')}) VALUES (${places})`, Object.values(columns));
}

/** @param tellsNote false: the note is the desk's own */
export function toMeetingResultDto(row: ResultRow, tellsNote: boolean): MeetingResultDto {
  return {
    bookingId: row.booking_id,
    interest: row.interest,
    nextStep: row.next_step,
    expectedValueKrw: tellsNote ? row.expected_value_krw : null,
    note: tellsNote ? row.note : null,
    recordedAt: row.recorded_at.toISOString(),
    recordedById: row.recorded_by,
    recordedByName: row.recorded_by_name,
    version: row.version,
  };
}
