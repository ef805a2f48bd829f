import { certificationRefusal } from '@ieum/domain';
import { assertAllowed, refuse } from '../../common/refused';
import type { Tx } from '../../database/transactions';
import type { FilesService } from '../../files/files.service';
import type { CreateCertificationDto } from '../dto/certification.dto';

/** A file that whoever enters may use, by FilesService.describe. */
export interface Evidence {
  readonly id: string;
  readonly name: string;
}

interface EntryKind {
  readonly evidence: Evidence | null;
  /** by whoever keeps the register, who has seen the certificate; otherwise it waits */
  readonly verified: boolean;
  /** the verified certificate whose place it would take */
  readonly replacesId: string | null;
}

/**
 * Enters a certificate: verified at once, or waiting. The caller has decided who may.
 * Refuses with CERTIFICATE_VALIDITY_INVALID. @returns its id
 */
export async function insertCertification(
  tx: Tx,
  supplierId: string,
  input: CreateCertificationDto,
  kind: EntryKind,
): Promise<string> {
  const validUntil = input.validUntil ?? null;
  const days = { ...input, validUntil, revokedOn: null, revocationReason: null, verified: kind.verified };
  assertAllowed(certificationRefusal(days));
  const [row] = await tx.sql<{ id: string }>(
    `INSERT INTO supplier_certifications
       (supplier_id, type, number, issuer, issued_on, issue_round, valid_from, valid_until, evidence_file_id, evidence_name,
        replaces_id, entered_by, verified_at, verified_by)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12,
             CASE WHEN $13 THEN now() END, CASE WHEN $13 THEN $12::uuid END)
     RETURNING id`,
    [
      supplierId,
      input.type,
      input.number ?? null,
      input.issuer ?? null,
      input.issuedOn ?? null,
      input.issueRound ?? null,
      input.validFrom,
      validUntil,
      kind.evidence?.id ?? null,
      kind.evidence?.name ?? null,
      kind.replacesId,
      tx.actor.userId,
      kind.verified,
    ],
  );
  return row?.id ?? refuse('NOT_FOUND');
}

/** The evidence that was named, when the transaction's actor may use that file; otherwise NOT_FOUND. */
export async function evidenceOf(
  tx: Tx,
  files: FilesService,
  fileId: string | null | undefined,
): Promise<Evidence | null> {
  if (fileId === undefined || fileId === null) return null;
  const { id, name } = await files.describe(tx, fileId);
  return { id, name };
}
