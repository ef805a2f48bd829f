import { koreanDay, type FairStand } from '@ieum/domain';
import type { FairDetailDto, FairDto, FairSlotDto, PublicFairDto } from './dto/fair.dto';
import type { FairListRow, FairSlotRow } from './fairs.queries';

export function toFairDto(row: FairListRow): FairDto {
  return {
    ...toPublicFairDto(row),
    hostInstitutionId: row.host_institution_id,
    slotMinutes: row.slot_minutes,
    holdDays: row.hold_days,
    offerMinutes: row.offer_minutes,
    noShowMinutes: row.no_show_minutes,
    visitors: row.visitors,
    recordedEnterprises: row.recorded_enterprises,
    recordedDesks: row.recorded_desks,
    recordedConsultations: row.recorded_consultations,
    version: row.version,
  };
}

/** As what somebody takes part, and with which parties. */
export interface FairStanding {
  readonly stands: FairStand[];
  readonly ownDeskId: string | null;
  readonly ownExhibitorId: string | null;
}

export function toFairDetailDto(
  row: FairListRow,
  slots: readonly FairSlotRow[],
  standing: FairStanding,
): FairDetailDto {
  return { ...toFairDto(row), slots: slots.map(toSlotDto), ...standing };
}

export function toSlotDto({ id, starts_at, ends_at }: FairSlotRow): FairSlotDto {
  return {
    id,
    day: koreanDay(starts_at),
    startsAt: starts_at.toISOString(),
    endsAt: ends_at.toISOString(),
  };
}

export function toPublicFairDto(row: FairListRow): PublicFairDto {
  return {
    id: row.id,
    name: row.name,
    hostName: row.host_name,
    venue: row.venue,
    description: row.description,
    state: row.state,
    firstDay: row.first_day,
    lastDay: row.last_day,
    applicationsCloseOn: row.applications_close_on,
  };
}
