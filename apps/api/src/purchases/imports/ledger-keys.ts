import type { Tx } from '../../database/transactions';
import type { ImportRow } from './purchase-import.row';

const PAGE = 20_000;

/** What the ledger of the year already holds, by the keys that tell a purchase twice. */
export interface LedgerKeys {
  readonly contractNumbers: ReadonlySet<string>;
  readonly duplicates: ReadonlySet<string>;
}

export function ledgerKey(departmentId: string, key: string): string {
  return `${departmentId}|${key}`;
}

/** Read in portions. @param departmentId only this department's, or null */
export async function loadLedgerKeys(
  tx: Tx,
  imported: ImportRow,
  departmentId: string | null,
): Promise<LedgerKeys> {
  const contractNumbers = new Set<string>();
  const duplicates = new Set<string>();
  let before: string | null = null;
  for (;;) {
    const rows: LedgerKeyRow[] = await tx.sql<LedgerKeyRow>(
      `SELECT id, department_id, contract_number_key, duplicate_key FROM purchases
       WHERE institution_id = $1 AND fiscal_year = $2 AND ($3::uuid IS NULL OR department_id = $3)
         AND adjusts_id IS NULL AND state <> 'voided' AND ($4::uuid IS NULL OR id < $4)
       ORDER BY id DESC LIMIT ${PAGE}`,
      [imported.institution_id, imported.fiscal_year, departmentId, before],
    );
    for (const row of rows) {
      duplicates.add(ledgerKey(row.department_id, row.duplicate_key));
      if (row.contract_number_key !== null)
        contractNumbers.add(ledgerKey(row.department_id, row.contract_number_key));
    }
    if (rows.length < PAGE) return { contractNumbers, duplicates };
    before = rows.at(-1)?.id ?? null;
  }
}

interface LedgerKeyRow {
  id: string;
  department_id: string;
  contract_number_key: string | null;
  duplicate_key: string;
}
