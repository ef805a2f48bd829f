import type { FairDeskDto } from '../dto/party.dto';
import type { FairDeskRow } from './fair-desks.queries';

export function toFairDeskDto(row: FairDeskRow): FairDeskDto {
  return {
    id: row.id,
    fairId: row.fair_id,
    institutionId: row.institution_id,
    institutionName: row.institution_name,
    departmentId: row.department_id,
    departmentName: row.department_name,
    seats: row.seats,
    looksFor: row.looks_for,
    absentSlotIds: row.absent_slot_ids,
    withdrawnReason: row.withdrawn_reason,
    version: row.version,
  };
}
