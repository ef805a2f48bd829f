import { accessRefusal } from '@ieum/domain';
import { assertAllowed, refuse } from '../common/refused';
import type { Tx } from '../database/transactions';
import type { PurchaseFieldsDto } from './dto/enter-purchase.dto';
import type { DecidedColumns } from './purchase-decision';
import type { GatheredPurchase, LedgerPlace } from './purchase-facts.service';
import { PURCHASE_COLUMNS, type PurchaseRow } from './purchase.row';

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
  const rows = await tx.prepared<PurchaseRow>(
    `INSERT INTO purchases (${names.join(', ')}) VALUES (${places}) RETURNING ${PURCHASE_COLUMNS.join(', ')}`,
    Object.values(columns),
  );
  return rows[0] ?? refuse('NOT_FOUND');
}

/**
 * Attaches evidence. A new one must be a file that the actor may use: another department's is NOT_FOUND, and so is
 * another institution's, by its foreign key. What hangs there already may stay, whoever attached it.
 */
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
  if (fileIds.length === 0) return;
  const added = await tx.sql<{ departmentId: string | null }>(
    `SELECT f.department_id AS "departmentId" FROM files f WHERE f.institution_id = $1 AND f.id = ANY ($3::uuid[])
       AND NOT EXISTS (SELECT FROM purchase_files l
                       WHERE l.institution_id = $1 AND l.purchase_id = $2 AND l.file_id = f.id)`,
    [institutionId, purchaseId, fileIds],
  );
  for (const { departmentId } of added)
    assertAllowed(accessRefusal(tx.actor, 'file:use', { institutionId, departmentId }));
  await tx.sql(
    `INSERT INTO purchase_files (institution_id, purchase_id, file_id) SELECT $1, $2, unnest($3::uuid[])
     ON CONFLICT ON CONSTRAINT pk_purchase_files DO NOTHING`,
    [institutionId, purchaseId, fileIds],
  );
}
