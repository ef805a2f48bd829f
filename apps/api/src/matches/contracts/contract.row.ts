import type {
  ContractParty,
  ContractSource,
  ContractState,
  CountStatus,
  ProcurementMethod,
  PurchaseKind,
  PurchaseState,
} from '@ieum/domain';
import type { ContractDto } from './dto/contract.dto';

export interface PurchaseOfContract {
  readonly id: string;
  readonly departmentId: string;
  readonly departmentName: string;
  readonly fiscalYear: number;
  readonly state: PurchaseState;
  readonly countStatus: CountStatus;
  readonly recognitionDate: string | null;
  readonly netKrw: number;
}

/** A contract with its parties and the purchase that it became. */
export interface ContractRow {
  institution_id: string;
  institution_name: string;
  id: string;
  area_id: string;
  adviser_id: string;
  adviser_name: string;
  department_id: string | null;
  department_name: string | null;
  match_id: string | null;
  match_title: string | null;
  source: ContractSource;
  fair_id: string | null;
  item: string;
  classification_code: string | null;
  kind: PurchaseKind;
  method: ProcurementMethod | null;
  contract_number: string | null;
  signed_on: string;
  value_krw: number;
  supply_value_krw: number | null;
  state: ContractState;
  cancel_reason: string | null;
  suppliers_unknown: boolean;
  note: string | null;
  parties: ContractParty[];
  purchase: PurchaseOfContract | null;
  version: number;
}

export function toContractDto(row: ContractRow): ContractDto {
  return {
    id: row.id,
    institutionId: row.institution_id,
    institutionName: row.institution_name,
    departmentId: row.department_id,
    departmentName: row.department_name,
    adviserId: row.adviser_id,
    adviserName: row.adviser_name,
    matchId: row.match_id,
    matchTitle: row.match_title,
    source: row.source,
    fairId: row.fair_id,
    item: row.item,
    classificationCode: row.classification_code,
    kind: row.kind,
    method: row.method,
    contractNumber: row.contract_number,
    signedOn: row.signed_on,
    valueKrw: row.value_krw,
    supplyValueKrw: row.supply_value_krw,
    suppliersUnknown: row.suppliers_unknown,
    note: row.note,
    parties: row.parties.map(({ supplierId, supplierName, shareKrw, isLead }) => ({
      supplierId,
      supplierName,
      shareKrw,
      isLead,
    })),
    state: row.state,
    cancelReason: row.cancel_reason,
    purchase: row.purchase,
    version: row.version,
  };
}
