import {
  areaReachOf,
  scopeOf,
  type FollowUpState,
  type MatchStage,
  type MeetingInterest,
  type MeetingNextStep,
} from '@ieum/domain';
import { refuse } from '../../common/refused';
import type { Tx } from '../../database/transactions';
import type { FollowUpDto, ListFollowUpsQuery } from '../dto/fair-report.dto';

export interface FollowUpRow {
  readonly booking_id: string;
  readonly fair_id: string;
  readonly fair_name: string;
  readonly first_day: string;
  readonly day: string;
  readonly institution_id: string;
  readonly area_id: string;
  readonly department_id: string | null;
  readonly desk_name: string;
  readonly supplier_id: string;
  readonly supplier_name: string;
  readonly interest: MeetingInterest;
  readonly next_step: MeetingNextStep;
  readonly expected_value_krw: number | null;
  readonly note: string | null;
  readonly follow_up: FollowUpState;
  readonly match_id: string | null;
  readonly close_reason: string | null;
  readonly version: number;
}

const SELECT = `SELECT r.booking_id, r.fair_id, f.name AS fair_name, f.first_day::text,
    to_char(lower(b.during) AT TIME ZONE 'Asia/Seoul', 'YYYY-MM-DD') AS day, r.institution_id,
    coalesce(i.district_id, i.id) AS area_id, b.department_id,
    concat_ws(' ', d.institution_name, d.department_name) AS desk_name, r.supplier_id,
    coalesce(x.supplier_name, s.name) AS supplier_name, r.interest, r.next_step, r.expected_value_krw, r.note, r.follow_up,
    r.match_id, r.close_reason, r.version
  FROM fair_results r JOIN fair_bookings b ON b.id = r.booking_id JOIN fairs f ON f.id = r.fair_id
    JOIN fair_desks d ON d.id = b.desk_id JOIN institutions i ON i.id = r.institution_id
    JOIN suppliers s ON s.id = r.supplier_id LEFT JOIN fair_exhibitors x ON x.id = b.exhibitor_id`;

export async function followUpById(tx: Tx, fairId: string, bookingId: string): Promise<FollowUpRow> {
  const rows = await tx.sql<FollowUpRow>(`${SELECT} WHERE r.fair_id = $1 AND r.booking_id = $2`, [
    fairId,
    bookingId,
  ]);
  return rows[0] ?? refuse('NOT_FOUND');
}

/** The same once nobody else can change it in this transaction; the fair's room must be open. */
export async function lockFollowUp(tx: Tx, fairId: string, bookingId: string): Promise<FollowUpRow> {
  await tx.sql('SELECT FROM fair_results WHERE booking_id = $1 FOR NO KEY UPDATE', [bookingId]);
  return followUpById(tx, fairId, bookingId);
}

/**
 * Those of the desks that the actor runs, and of the fairs that it organises; the latest fair first.
 * @param after first day of the fair and booking of the last row that was shown
 */
export function searchFollowUps(
  tx: Tx,
  { fairId, state = ['open', 'matched', 'closed'] }: ListFollowUpsQuery,
  after: readonly (string | number | null)[] | undefined,
  limit: number,
): Promise<FollowUpRow[]> {
  const desks = areaReachOf(tx.actor, 'fair-desk:run');
  const fairs = areaReachOf(tx.actor, 'fair:manage');
  const isEverywhere = desks.areaIds === undefined && desks.institutionIds === undefined;
  // A clerk without a department runs no desk.
  const isNowhere =
    scopeOf(tx.actor, 'fair-desk:run') === 'own_department' && desks.departmentId === undefined;
  return tx.sql<FollowUpRow>(
    `${SELECT} WHERE ($1::boolean OR coalesce(i.district_id, i.id) = ANY ($2::uuid[])
         OR (r.institution_id = ANY ($3::uuid[]) AND ($4::uuid IS NULL OR b.department_id = $4::uuid))
         OR f.area_id = ANY ($5::uuid[]) OR f.host_institution_id = ANY ($6::uuid[]))
       AND ($7::uuid IS NULL OR r.fair_id = $7::uuid) AND r.follow_up = ANY ($8::text[])
       AND ($9::date IS NULL OR (f.first_day, r.booking_id) < ($9::date, $10::uuid))
     ORDER BY f.first_day DESC, r.booking_id DESC LIMIT ${limit}`,
    [
      isEverywhere,
      desks.areaIds ?? [],
      isNowhere ? [] : (desks.institutionIds ?? []),
      desks.departmentId ?? null,
      fairs.areaIds ?? [],
      fairs.institutionIds ?? [],
      fairId ?? null,
      state,
      after?.[0] ?? null,
      after?.[1] ?? null,
    ],
  );
}

/** The follow-ups of a fair of which somebody may still have to say something. */
export function pendingFollowUps(
  tx: Tx,
  fairId: string,
): Promise<{ readonly follow_up: FollowUpState; readonly match_id: string | null }[]> {
  return tx.sql(
    `SELECT follow_up, match_id FROM fair_results WHERE fair_id = $1 AND follow_up IN ('open', 'matched')`,
    [fairId],
  );
}

export async function carryOn(tx: Tx, row: FollowUpRow, matchId: string): Promise<void> {
  await tx.updateVersion('fair_results', { booking_id: row.booking_id }, row.version, {
    follow_up: 'matched',
    match_id: matchId,
  });
}

export async function closeFollowUp(tx: Tx, row: FollowUpRow, reason: string): Promise<void> {
  await tx.updateVersion('fair_results', { booking_id: row.booking_id }, row.version, {
    follow_up: 'closed',
    close_reason: reason,
  });
}

export function toFollowUpDto(row: FollowUpRow, matchStage: MatchStage | null): FollowUpDto {
  return {
    bookingId: row.booking_id,
    fairId: row.fair_id,
    fairName: row.fair_name,
    day: row.day,
    institutionId: row.institution_id,
    deskName: row.desk_name,
    supplierId: row.supplier_id,
    supplierName: row.supplier_name,
    interest: row.interest,
    nextStep: row.next_step,
    expectedValueKrw: row.expected_value_krw,
    note: row.note,
    state: row.follow_up,
    matchId: row.match_id,
    matchStage,
    closeReason: row.close_reason,
    version: row.version,
  };
}
