import type { PurchaseFieldsDto } from './dto/enter-purchase.dto';
import type { PurchaseListRow } from './purchase.row';

/** A stored row as if it were entered again, for deciding anew. */
export function toFields(row: PurchaseListRow): PurchaseFieldsDto {
  return {
    supplierId: row.supplier_id,
    supplierName: row.supplier_name,
    businessNumber: row.supplier_business_number,
    item: row.item,
    classificationCode: row.classification_code,
    kind: row.kind,
    method: row.method,
    methodDetails: row.method_details,
    channel: row.channel,
    contractNumber: row.contract_number,
    contractDate: row.contract_date,
    paymentDate: row.payment_date,
    amountKrw: row.amount_krw,
    supplyValueKrw: row.supply_value_krw,
    budgetObjectCode: row.budget_object_code,
    note: row.note,
    fileIds: row.file_ids,
  };
}
