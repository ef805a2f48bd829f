import { certificateEntryStateOf } from '@ieum/domain';
import type { Tx } from '../../database/transactions';
import type { CertificationRow } from '../suppliers.queries';

export interface CertificationEntryRow extends CertificationRow {
  supplierId: string;
  enteredAt: Date;
  verifiedAt: Date | null;
  replacedAt: Date | null;
  refusedAt: Date | null;
  withdrawnAt: Date | null;
  refusalReason: string | null;
  evidenceFileId: string | null;
  evidenceName: string | null;
  /** of the request that waits for it */
  verificationId: string | null;
}

const ENTRY = `
  SELECT c.id, c.supplier_id AS "supplierId", c.type, c.number, c.issuer, c.issued_on AS "issuedOn",
         c.issue_round AS "issueRound", c.valid_from AS "validFrom", c.valid_until AS "validUntil",
         c.revoked_on AS "revokedOn", c.revocation_reason AS "revocationReason", c.verified_at IS NOT NULL AS verified,
         c.replaces_id AS "replacesId", c.entered_at AS "enteredAt", c.verified_at AS "verifiedAt",
         c.replaced_at AS "replacedAt", c.refused_at AS "refusedAt", c.withdrawn_at AS "withdrawnAt",
         c.refusal_reason AS "refusalReason", c.evidence_file_id AS "evidenceFileId", c.evidence_name AS "evidenceName",
         (SELECT v.id FROM supplier_verifications v WHERE v.certification_id = c.id AND v.state = 'pending') AS "verificationId"
  FROM supplier_certifications c`;

function toEntry(row: Omit<CertificationEntryRow, 'entryState'>): CertificationEntryRow {
  const entryState = certificateEntryStateOf({
    verified: row.verified,
    replaced: row.replacedAt !== null,
    refused: row.refusedAt !== null,
    withdrawn: row.withdrawnAt !== null,
  });
  return { ...row, entryState };
}

/** Of the supplier and of the rows that were merged into it: their certificates are the survivor's now. */
const OF_SUPPLIER = 'c.supplier_id IN (SELECT id FROM suppliers WHERE id = $1 OR merged_into_id = $1)';

/** All that the transaction's actor may see, the latest beginning first. */
export async function certificationEntries(tx: Tx, supplierId: string): Promise<CertificationEntryRow[]> {
  const rows = await tx.sql<Omit<CertificationEntryRow, 'entryState'>>(
    `${ENTRY} WHERE ${OF_SUPPLIER} ORDER BY c.valid_from DESC, c.id DESC LIMIT 500`,
    [supplierId],
  );
  return rows.map(toEntry);
}

export async function certificationEntry(
  tx: Tx,
  supplierId: string,
  id: string,
): Promise<CertificationEntryRow | undefined> {
  const rows = await tx.sql<Omit<CertificationEntryRow, 'entryState'>>(
    `${ENTRY} WHERE ${OF_SUPPLIER} AND c.id = $2`,
    [supplierId, id],
  );
  return rows.map(toEntry)[0];
}

/** How many certificates of the supplier, new ones and changes, wait for verification. */
export async function waitingCertificates(tx: Tx, supplierId: string): Promise<number> {
  const [row] = await tx.sql<{ count: number }>(
    `SELECT count(*)::integer AS count FROM supplier_certifications AS c
     WHERE ${OF_SUPPLIER} AND c.verified_at IS NULL AND c.refused_at IS NULL AND c.withdrawn_at IS NULL`,
    [supplierId],
  );
  return row?.count ?? 0;
}
