import { refuse } from '../common/refused';
import type { Tx } from '../database/transactions';
import type { PurchaseFieldsDto } from './dto/enter-purchase.dto';
import type { DecidedColumns } from './purchase-decision';
import type { GatheredPurchase, LedgerPlace } from './purchase-facts.service';
import type { PurchaseRow } from './purchase.row';

type Columns = Readonly<Record<string, unknown>>;

/** The columns a person fills in; the names are those of the table. */
export function enteredColumns(fields: PurchaseFieldsDto, { input, supplier }: GatheredPurchase): Columns {
  return {
    supplier_id: supplier.id,
    supplier_name: input.supplierName,
    supplier_business_number: input.businessNumber,
    item: input.item,
    classification_code: fields.classificationCode ?? null,
    kind: input.kind,
    method: input.method,
    method_details: fields.methodDetails ?? null,
    channel: input.channel,
    contract_number: input.contractNumber,
    contract_date: input.contractDate,
    payment_date: input.paymentDate,
    amount_krw: input.amountKrw,
    supply_value_krw: input.supplyValueKrw,
    budget_object_code: fields.budgetObjectCode ?? null,
    note: fields.note ?? null,
    confirmed_warnings: fields.confirmProbableDuplicate === true ? ['probable_duplicate'] : [],
  };
}

export function placeColumns(place: LedgerPlace): Columns {
  return {
    institution_id: place.institutionId,
    department_id: place.departmentId,
    fiscal_year: place.fiscalYear,
  };
}

export async function insertPurchase(tx: Tx, columns: Columns & DecidedColumns): Promise<PurchaseRow> {
  const names = Object.keys(columns);
  const places = names.map((_, index) => `$${index + 1}`).join(', ');
  const rows = await tx.sql<PurchaseRow>(
    `INSERT INTO purchases (${names.join(', ')}) VALUES (${places}) RETURNING *`,
    Object.values(columns),
  );
  return rows[0] ?? refuse('NOT_FOUND');
}

/** Attaches evidence; a file of another institution is refused by its foreign key (NOT_FOUND). */
export async function attachFiles(
  tx: Tx,
  institutionId: string,
  purchaseId: string,
  fileIds: readonly string[],
): Promise<void> {
  await tx.sql(
    'DELETE FROM purchase_files WHERE institution_id = $1 AND purchase_id = $2 AND file_id <> ALL ($3::uuid[])',
    [institutionId, purchaseId, fileIds],
  );
  await tx.sql(
    `INSERT INTO purchase_files (institution_id, purchase_id, file_id) SELECT $1, $2, unnest($3::uuid[])
     ON CONFLICT ON CONSTRAINT pk_purchase_files DO NOTHING`,
    [institutionId, purchaseId, fileIds],
  );
}
