import type {
  CertificateFacts,
  Channel,
  CountStatus,
  ProcurementMethod,
  PurchaseKind,
  PurchaseSource,
  PurchaseState,
  PurchaseWarning,
  RecognitionReason,
} from '@ieum/domain';

/** A row of purchases as PostgreSQL hands it over. */
export interface PurchaseRow {
  institution_id: string;
  id: string;
  department_id: string;
  fiscal_year: number;
  supplier_id: string | null;
  supplier_name: string;
  supplier_business_number: string | null;
  item: string;
  classification_code: string | null;
  kind: PurchaseKind;
  method: ProcurementMethod | null;
  method_details: string | null;
  channel: Channel;
  contract_number: string | null;
  contract_date: string | null;
  payment_date: string | null;
  amount_krw: number;
  supply_value_krw: number | null;
  budget_object_code: string | null;
  note: string | null;
  source: PurchaseSource;
  state: PurchaseState;
  return_reason: string | null;
  adjusts_id: string | null;
  adjustment_reason: string | null;
  import_id: string | null;
  recount_id: string | null;
  contract_id: string | null;
  warnings: PurchaseWarning[];
  certificate_snapshot: CertificateFacts[];
  count_status: CountStatus;
  count_reasons: RecognitionReason[];
  recognition_date: string | null;
  recognized_amount_krw: number | null;
  counted_schemes: string[];
  version: number;
  created_at: Date;
}

/** The columns of PurchaseRow, for a statement whose plan is kept. */
export const PURCHASE_COLUMNS = [
  'institution_id',
  'id',
  'department_id',
  'fiscal_year',
  'supplier_id',
  'supplier_name',
  'supplier_business_number',
  'item',
  'classification_code',
  'kind',
  'method',
  'method_details',
  'channel',
  'contract_number',
  'contract_date',
  'payment_date',
  'amount_krw',
  'supply_value_krw',
  'budget_object_code',
  'note',
  'source',
  'state',
  'return_reason',
  'adjusts_id',
  'adjustment_reason',
  'import_id',
  'recount_id',
  'contract_id',
  'warnings',
  'certificate_snapshot',
  'count_status',
  'count_reasons',
  'recognition_date',
  'recognized_amount_krw',
  'counted_schemes',
  'version',
  'created_at',
] as const satisfies readonly (keyof PurchaseRow)[];

/** With what a list shows beside the row itself. */
export interface PurchaseListRow extends PurchaseRow {
  department_name: string;
  file_ids: string[];
}
