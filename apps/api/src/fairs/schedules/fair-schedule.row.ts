import type { ScheduleDraft, ScheduleProof, ScheduleState } from '@ieum/domain';
import type { FairScheduleDto, FairSchedulePreviewDto } from '../dto/schedule.dto';

/** What is kept of a computed schedule; its sums are columns of their own, since lists read them. */
export type KeptSchedule = Pick<
  ScheduleDraft,
  'kept' | 'changes' | 'gains' | 'unmet' | 'floorConflicts' | 'people'
>;

/** A row of fair_schedules as lists read it: without the result. */
export interface FairScheduleRow {
  readonly id: string;
  readonly fair_id: string;
  readonly state: ScheduleState;
  readonly seed: number;
  readonly job_id: string | null;
  readonly basis: string | null;
  readonly meetings: number | null;
  readonly preference: number | null;
  readonly bound: number | null;
  readonly proof: ScheduleProof | null;
  readonly solve_ms: number | null;
  readonly created_at: Date;
  readonly created_by: string;
  readonly created_by_name: string | null;
  readonly applied_at: Date | null;
}

export function toFairScheduleDto(row: FairScheduleRow): FairScheduleDto {
  return {
    id: row.id,
    state: row.state,
    seed: row.seed,
    jobId: row.job_id,
    createdAt: row.created_at.toISOString(),
    createdById: row.created_by,
    createdByName: row.created_by_name,
    appliedAt: row.applied_at?.toISOString() ?? null,
    meetings: row.meetings,
    preference: row.preference,
    bound: row.bound,
    proof: row.proof,
    solveMs: row.solve_ms,
  };
}

const NOTHING: KeptSchedule = { kept: 0, changes: [], gains: [], unmet: [], floorConflicts: [], people: [] };

/** @param nameOf of a desk or an exhibitor */
export function toPreviewDto(
  row: FairScheduleRow,
  result: KeptSchedule | null,
  nameOf: (id: string) => string,
  isOutdated: boolean,
): FairSchedulePreviewDto {
  const { kept, changes, gains, unmet, floorConflicts, people } = result ?? NOTHING;
  const names = (pair: { readonly deskId: string; readonly exhibitorId: string }) => ({
    deskId: pair.deskId,
    deskName: nameOf(pair.deskId),
    exhibitorId: pair.exhibitorId,
    supplierName: nameOf(pair.exhibitorId),
  });
  return {
    ...toFairScheduleDto(row),
    isOutdated,
    kept,
    changes: changes.map((one) => ({
      change: one.change,
      ...names(one),
      fromSlotId: one.fromSlotId,
      toSlotId: one.toSlotId,
    })),
    gains: gains
      .map((one) => ({
        side: one.side,
        id: one.id,
        name: nameOf(one.id),
        meetingsNow: one.meetingsNow,
        meetingsThen: one.meetingsThen,
        preferenceNow: one.preferenceNow,
        preferenceThen: one.preferenceThen,
        floor: one.floor,
      }))
      .sort((one, other) => one.side.localeCompare(other.side) || one.name.localeCompare(other.name, 'ko')),
    unmet: unmet.map((one) => ({
      ...names(one),
      by: [...one.by],
      weight: one.weight,
      reason: one.reason,
      heldByDeskName: one.heldBy === null ? null : nameOf(one.heldBy.deskId),
      heldBySupplierName: one.heldBy === null ? null : nameOf(one.heldBy.exhibitorId),
      isOutweighed: one.isOutweighed,
    })),
    floorConflicts: floorConflicts.map((one) => ({
      exhibitorIds: [...one.exhibitorIds],
      exhibitors: one.exhibitorIds.map((id) => ({ name: nameOf(id) })),
      desks: one.deskIds.map((id) => ({ name: nameOf(id) })),
      needed: one.needed,
      possible: one.possible,
      cause: one.cause,
      isProven: one.isProven,
    })),
    people: people.map(({ exhibitors }) => ({
      exhibitors: exhibitors.map(({ exhibitorId, slots }) => ({
        exhibitorId,
        supplierName: nameOf(exhibitorId),
        slotIds: [...slots],
      })),
    })),
  };
}
