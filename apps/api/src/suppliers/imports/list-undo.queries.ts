import type { KeptReason } from '@ieum/domain';
import type { Tx } from '../../database/transactions';

/** What hangs on a supplier that a list entered; none of it may lose its supplier. */
export interface Hanging {
  readonly id: string;
  readonly reasons: readonly KeptReason[];
}

/** @param ownCertificates the ones that the list itself entered: they hinder nothing */
export async function whatHangsOn(
  tx: Tx,
  ids: readonly string[],
  ownCertificates: readonly string[],
): Promise<ReadonlyMap<string, readonly KeptReason[]>> {
  const rows = await tx.sql<Hanging & Record<string, unknown>>(
    `SELECT s.id, array_remove(ARRAY[
       CASE WHEN EXISTS (SELECT FROM purchases p WHERE p.supplier_id = s.id AND p.state <> 'voided') THEN 'purchases' END,
       CASE WHEN EXISTS (SELECT FROM catalogue_items i WHERE i.supplier_id = s.id) THEN 'catalogue' END,
       CASE WHEN EXISTS (SELECT FROM supplier_certifications c WHERE c.supplier_id = s.id AND c.id <> ALL ($2::uuid[])
                           AND (c.verified_at IS NOT NULL OR (c.refused_at IS NULL AND c.withdrawn_at IS NULL)))
            THEN 'certificates' END,
       CASE WHEN EXISTS (SELECT FROM users u WHERE u.enterprise_id = s.id) THEN 'account' END,
       CASE WHEN s.merged_into_id IS NOT NULL OR EXISTS (SELECT FROM suppliers m WHERE m.merged_into_id = s.id)
            THEN 'merged' END,
       CASE WHEN EXISTS (SELECT FROM supplier_verifications v WHERE v.supplier_id = s.id) THEN 'verification' END,
       CASE WHEN EXISTS (SELECT FROM supplier_requests q WHERE q.supplier_id = s.id) THEN 'requests' END,
       CASE WHEN EXISTS (SELECT FROM supplier_reviews w WHERE w.supplier_id = s.id) THEN 'decided' END,
       CASE WHEN num_nonnulls(s.phone, s.email, s.introduction, s.vulnerable_employment_bp, s.closed_on) > 0
            THEN 'changed_since' END], NULL) AS reasons
     FROM suppliers s WHERE s.id = ANY ($1::uuid[])`,
    [ids, ownCertificates],
  );
  return new Map(rows.map((row) => [row.id, row.reasons]));
}

/** Suppliers from whom somebody bought since then: their certificates of the list may have decided what counts. */
export async function boughtFromSince(
  tx: Tx,
  ids: readonly string[],
  since: Date,
): Promise<ReadonlySet<string>> {
  const rows = await tx.sql<{ id: string }>(
    `SELECT DISTINCT p.supplier_id AS id FROM purchases p
     WHERE p.supplier_id = ANY ($1::uuid[]) AND p.created_at >= $2 AND p.state <> 'voided'`,
    [ids, since],
  );
  return new Set(rows.map((row) => row.id));
}

/** The rows are there for nobody any more; what referred to them in the past still does. */
export async function withdrawSuppliers(tx: Tx, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  // The changed rows have to be visible to the statement that hides them.
  await tx.sql(`SELECT set_config('ieum.sees_withdrawn', 'on', true)`);
  await tx.sql(
    'UPDATE suppliers SET withdrawn_at = now(), version = version + 1, updated_at = now() WHERE id = ANY ($1::uuid[])',
    [ids],
  );
  await tx.sql(`SELECT set_config('ieum.sees_withdrawn', 'off', true)`);
}

/** As if they had never been verified, and taken back: they hold on no day. */
export async function withdrawCertifications(tx: Tx, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await tx.sql(
    `UPDATE supplier_certifications SET verified_at = NULL, verified_by = NULL, withdrawn_at = now(), version = version + 1
     WHERE id = ANY ($1::uuid[])`,
    [ids],
  );
}

export interface CertificationNow {
  readonly id: string;
  readonly number: string | null;
  readonly validFrom: string;
  readonly issueRound: string | null;
  /** nobody touched it but by its three listed facts */
  readonly untouched: boolean;
}

export async function certificationsNow(
  tx: Tx,
  ids: readonly string[],
): Promise<ReadonlyMap<string, CertificationNow>> {
  const rows = await tx.sql<CertificationNow & Record<string, unknown>>(
    `SELECT c.id, c.number, c.valid_from AS "validFrom", c.issue_round AS "issueRound",
            c.revoked_on IS NULL AND c.replaced_at IS NULL AND c.valid_until IS NULL
              AND NOT EXISTS (SELECT FROM supplier_certifications r WHERE r.replaces_id = c.id) AS untouched
     FROM supplier_certifications c WHERE c.id = ANY ($1::uuid[]) FOR UPDATE`,
    [ids],
  );
  return new Map(rows.map((row) => [row.id, row]));
}

export async function restoreCertifications(
  tx: Tx,
  records: readonly {
    readonly id: string;
    readonly before: {
      readonly number: string | null;
      readonly validFrom: string;
      readonly issueRound: string | null;
    };
  }[],
): Promise<void> {
  if (records.length === 0) return;
  await tx.sql(
    `UPDATE supplier_certifications AS c SET number = b.number, valid_from = b."validFrom", issue_round = b."issueRound",
       version = c.version + 1
     FROM jsonb_to_recordset($1::jsonb) AS r (id uuid, before jsonb)
     CROSS JOIN LATERAL jsonb_to_record(r.before) AS b (number text, "validFrom" date, "issueRound" text)
     WHERE c.id = r.id`,
    [JSON.stringify(records)],
  );
}

/** What the list before said stands again; without one, no list ever spoke of the supplier. */
export async function restoreListEntries(
  tx: Tx,
  importId: string,
  records: readonly { readonly supplier_id: string; readonly listed: unknown }[],
): Promise<void> {
  const values = [JSON.stringify(records), importId];
  await tx.sql(
    `UPDATE supplier_list_entries AS e SET import_id = l."importId", as_of = l."asOf", entry = l.entry
     FROM jsonb_to_recordset($1::jsonb) AS r (supplier_id uuid, listed jsonb)
     CROSS JOIN LATERAL jsonb_to_record(r.listed) AS l ("importId" uuid, "asOf" date, entry jsonb)
     WHERE e.supplier_id = r.supplier_id AND e.import_id = $2 AND jsonb_typeof(r.listed) = 'object'`,
    values,
  );
  await tx.sql(
    `DELETE FROM supplier_list_entries AS e USING jsonb_to_recordset($1::jsonb) AS r (supplier_id uuid, listed jsonb)
     WHERE e.supplier_id = r.supplier_id AND e.import_id = $2 AND jsonb_typeof(r.listed) IS DISTINCT FROM 'object'`,
    values,
  );
}
