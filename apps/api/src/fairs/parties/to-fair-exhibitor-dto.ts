import type { FairExhibitorDetailDto, FairExhibitorDto } from '../dto/party.dto';
import type { FairExhibitorRow, FairRepresentativeRow } from './fair-exhibitors.queries';

/** organiser: all; own: the enterprise itself; desk: who meets it, and plans by when it is there; stranger: who exhibits. */
export type ExhibitorView = 'organiser' | 'own' | 'desk' | 'stranger';

export function toFairExhibitorDto(row: FairExhibitorRow, view: ExhibitorView): FairExhibitorDto {
  const isInsider = view === 'organiser' || view === 'own';
  return {
    id: row.id,
    fairId: row.fair_id,
    supplierId: row.supplier_id,
    supplierName: row.supplier_name,
    state: row.state,
    booth: row.booth,
    offers: row.offers,
    floor: view === 'organiser' ? row.floor : 0,
    ceiling: isInsider ? row.ceiling : null,
    absentSlotIds: view === 'stranger' ? [] : row.absent_slot_ids,
    decisionReason: isInsider ? row.decision_reason : null,
    checkInCode: isInsider ? row.check_in_code : null,
    isCheckedIn: view === 'stranger' ? false : row.is_checked_in,
    version: row.version,
  };
}

export function toFairExhibitorDetailDto(
  row: FairExhibitorRow,
  view: ExhibitorView,
  representative: FairRepresentativeRow | undefined,
): FairExhibitorDetailDto {
  const { supplier_id: supplierId } = row;
  const { name, email, phone } = representative ?? {};
  const people =
    name === undefined || email === undefined ? [] : [{ supplierId, name, email, phone: phone ?? null }];
  return { ...toFairExhibitorDto(row, view), representatives: people };
}
