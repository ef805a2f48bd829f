import {
  certificateEntryStateOf,
  type CertificateEntryState,
  type CertificateFacts,
  type CertificationType,
} from '@ieum/domain';
import type { Tx } from '../database/transactions';

export interface CertificationRow {
  id: string;
  type: CertificationType;
  number: string | null;
  issuer: string | null;
  issuedOn: string | null;
  issueRound: string | null;
  validFrom: string;
  validUntil: string | null;
  revokedOn: string | null;
  revocationReason: string | null;
  verified: boolean;
  replacesId: string | null;
  entryState: CertificateEntryState;
}

/** What the register says of a company, besides its certificates. */
export interface SupplierFacts {
  name: string;
  businessNumber: string | null;
  districtCode: string | null;
  representative: string | null;
  address: string | null;
  homepage: string | null;
  phone: string | null;
  email: string | null;
  businessSummary: string | null;
  socialPurpose: string | null;
  serviceField: string | null;
  introduction: string | null;
  vulnerableEmploymentBp: number | null;
  vulnerableEmploymentOn: string | null;
  closedOn: string | null;
}

export interface SupplierRow extends SupplierFacts {
  id: string;
  /** the id that was asked for: another one when that row was merged into this one */
  askedId: string;
  normalisedName: string;
  mergedIntoId: string | null;
  version: number;
  /** another living row has the same normalised name */
  sharesName: boolean;
  purchaseCount: number;
  buyerCount: number;
  recordAsOf: string | null;
  certifications: CertificationRow[];
}

type ReadRow = Omit<SupplierRow, 'certifications'> & {
  certifications: (Omit<CertificationRow, 'entryState'> & {
    replaced: boolean;
    refused: boolean;
    withdrawn: boolean;
  })[];
};

export const CERTIFICATION_JSON = `
  'id', c.id, 'type', c.type, 'number', c.number, 'issuer', c.issuer, 'issuedOn', c.issued_on, 'issueRound', c.issue_round,
  'validFrom', c.valid_from, 'validUntil', c.valid_until, 'revokedOn', c.revoked_on, 'revocationReason', c.revocation_reason,
  'verified', c.verified_at IS NOT NULL, 'replacesId', c.replaces_id, 'replaced', c.replaced_at IS NOT NULL,
  'refused', c.refused_at IS NOT NULL, 'withdrawn', c.withdrawn_at IS NOT NULL`;

const columns = (certificatesOf: string): string => `
  s.id, asked.id AS "askedId", s.name, s.normalised_name AS "normalisedName", s.business_number AS "businessNumber",
  s.district_code AS "districtCode", s.representative, s.address, s.homepage, s.phone, s.email,
  s.business_summary AS "businessSummary", s.social_purpose AS "socialPurpose", s.service_field AS "serviceField",
  s.introduction, s.vulnerable_employment_bp AS "vulnerableEmploymentBp",
  s.vulnerable_employment_on AS "vulnerableEmploymentOn", s.closed_on AS "closedOn", s.merged_into_id AS "mergedIntoId",
  s.version, 0 AS "purchaseCount", 0 AS "buyerCount", NULL::date AS "recordAsOf",
  EXISTS (SELECT FROM suppliers o WHERE o.normalised_name = s.normalised_name AND o.id <> s.id
          AND o.merged_into_id IS NULL) AS "sharesName",
  coalesce((SELECT json_agg(json_build_object(${CERTIFICATION_JSON}) ORDER BY c.valid_from, c.id)
            FROM supplier_certifications c WHERE c.supplier_id = ${certificatesOf}), '[]') AS certifications`;

/**
 * A supplier with its certificates, the newest last; one statement, whatever the number of suppliers. A merged row is
 * answered by the one that it was merged into (the merge keeps that pointer one step long), with the certificates of all.
 */
const SUPPLIER = `
  SELECT ${columns(`ANY (s.id || ARRAY(SELECT m.id FROM suppliers m WHERE m.merged_into_id = s.id))`)} FROM suppliers asked JOIN suppliers s ON s.id = coalesce(asked.merged_into_id, asked.id)`;

function toSupplierRow(row: ReadRow): SupplierRow {
  const certifications = row.certifications.map((certification) => {
    const { replaced, refused, withdrawn, ...rest } = certification;
    return {
      ...rest,
      entryState: certificateEntryStateOf({ verified: rest.verified, replaced, refused, withdrawn }),
    };
  });
  return { ...row, certifications };
}

export async function supplierById(tx: Tx, id: string): Promise<SupplierRow | undefined> {
  const rows = await tx.prepared<ReadRow>(`${SUPPLIER} WHERE asked.id = $1`, [id]);
  return rows.map(toSupplierRow)[0];
}

/** Locked until the end of the transaction; a merged row is answered as itself, for its change is refused. */
export async function lockedSupplier(tx: Tx, id: string): Promise<SupplierRow | undefined> {
  await tx.sql('SELECT 1 FROM suppliers WHERE id = $1 FOR UPDATE', [id]);
  const rows = await tx.sql<ReadRow>(
    `SELECT ${columns('s.id')} FROM suppliers asked JOIN suppliers s ON s.id = asked.id WHERE asked.id = $1`,
    [id],
  );
  return rows.map(toSupplierRow)[0];
}

export async function suppliersByIds(tx: Tx, ids: readonly string[]): Promise<SupplierRow[]> {
  return (await tx.sql<ReadRow>(`${SUPPLIER} WHERE asked.id = ANY ($1::uuid[])`, [ids])).map(toSupplierRow);
}

/** What a merged row was called; it still leads to the one that it was merged into. */
export interface SupplierAlias {
  readonly businessNumber: string | null;
  readonly normalisedName: string;
}

/** Suppliers that carry one of these numbers or exactly one of these normalised names, themselves or as a merged row. */
export async function suppliersByNumberOrName(
  tx: Tx,
  businessNumbers: readonly string[],
  normalisedNames: readonly string[],
): Promise<(SupplierRow & { aliases: SupplierAlias[] })[]> {
  const rows = await tx.sql<ReadRow & { aliases: SupplierAlias[] }>(
    `SELECT found.*, coalesce((
       SELECT json_agg(json_build_object('businessNumber', m.business_number, 'normalisedName', m.normalised_name) ORDER BY m.id)
       FROM suppliers m WHERE m.merged_into_id = found.id), '[]') AS aliases
     FROM (${SUPPLIER} WHERE asked.id IN (
       SELECT coalesce(merged_into_id, id) FROM suppliers WHERE business_number = ANY ($1::text[])
       UNION SELECT coalesce(merged_into_id, id) FROM suppliers WHERE normalised_name = ANY ($2::text[]))) AS found
     ORDER BY found."normalisedName", found.id`,
    [businessNumbers, normalisedNames],
  );
  return rows.map((row) => ({ ...toSupplierRow(row), aliases: row.aliases }));
}

interface NamedSupplier {
  id: string;
  name: string;
}

/** Living rows other than this one with the same normalised name, or (merged rows as their survivor) the number. */
export async function namesakes(tx: Tx, normalisedName: string, exceptId: string | null) {
  return tx.sql<NamedSupplier>(
    `SELECT id, name FROM suppliers WHERE normalised_name = $1 AND merged_into_id IS NULL AND id IS DISTINCT FROM $2::uuid
     ORDER BY id LIMIT 20`,
    [normalisedName, exceptId],
  );
}

/** Who carries this business number already; undefined = nobody else does. */
export async function numberHolder(tx: Tx, businessNumber: string, exceptId: string | null) {
  const rows = await tx.sql<NamedSupplier>(
    `SELECT s.id, s.name FROM suppliers held JOIN suppliers s ON s.id = coalesce(held.merged_into_id, held.id)
     WHERE held.business_number = $1 AND held.id IS DISTINCT FROM $2::uuid`,
    [businessNumber, exceptId],
  );
  return rows[0];
}

export interface SupplierSearch {
  /** Part of a normalised name; null = any */
  readonly namePart: string | null;
  /** Part of a business number, digits; null = not looked at */
  readonly numberPart: string | null;
  readonly after: readonly [string, string] | null;
  readonly limit: number;
}

export async function searchSuppliers(tx: Tx, search: SupplierSearch): Promise<SupplierRow[]> {
  const rows = await tx.sql<ReadRow>(
    `${SUPPLIER}
     WHERE (($1::text IS NULL AND $2::text IS NULL)
            OR strpos(asked.normalised_name, $1) > 0 OR strpos(asked.business_number, $2) > 0)
       AND ($3::text IS NULL OR (asked.normalised_name, asked.id) > ($3, $4::uuid))
       AND asked.merged_into_id IS NULL
     ORDER BY asked.normalised_name, asked.id LIMIT $5`,
    [search.namePart, search.numberPart, search.after?.[0] ?? null, search.after?.[1] ?? null, search.limit],
  );
  return rows.map(toSupplierRow);
}

/** What decides whether a purchase counts. */
export interface SupplierForCounting {
  readonly id: string;
  readonly name: string;
  readonly normalisedName: string;
  readonly businessNumber: string | null;
  readonly closedOn: string | null;
  readonly certificates: readonly CertificateFacts[];
}

/**
 * Verified certificates that nothing took the place of, and those that wait, which never count but explain why nothing
 * does; not those that were replaced, refused or withdrawn.
 */
export function toSupplierForCounting(row: SupplierRow): SupplierForCounting {
  return {
    id: row.id,
    name: row.name,
    normalisedName: row.normalisedName,
    businessNumber: row.businessNumber,
    closedOn: row.closedOn,
    certificates: row.certifications
      .filter(({ entryState }) => entryState === 'verified' || entryState === 'waiting')
      .map(toCertificateFacts),
  };
}

export function toCertificateFacts(row: CertificateFacts): CertificateFacts {
  const { type, validFrom, validUntil, revokedOn, verified } = row;
  return { type, validFrom, validUntil, revokedOn, verified };
}
