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

/** What decides whether a purchase counts, and nothing else: every entry of the ledger reads it. */
interface CountingRow {
  id: string;
  /** the id that was asked for: another one when that row was merged into this one */
  askedId: string;
  name: string;
  normalisedName: string;
  businessNumber: string | null;
  closedOn: string | null;
  certifications: CertificationRow[];
}

export interface SupplierRow extends SupplierFacts, CountingRow {
  mergedIntoId: string | null;
  version: number;
  /** another living row has the same normalised name */
  sharesName: boolean;
  purchaseCount: number;
  buyerCount: number;
  recordAsOf: string | null;
}

type Read<Row extends CountingRow> = Omit<Row, 'certifications'> & {
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

const certificatesOf = (supplierIds: string): string => `
  coalesce((SELECT json_agg(json_build_object(${CERTIFICATION_JSON}) ORDER BY c.valid_from, c.id)
            FROM supplier_certifications c WHERE c.supplier_id = ${supplierIds}), '[]') AS certifications`;
const OF_ALL_MERGED = certificatesOf(
  'ANY (s.id || ARRAY(SELECT m.id FROM suppliers m WHERE m.merged_into_id = s.id))',
);

const COUNTING_COLUMNS = `
  s.id, asked.id AS "askedId", s.name, s.normalised_name AS "normalisedName", s.business_number AS "businessNumber",
  s.closed_on AS "closedOn"`;
const COLUMNS = `${COUNTING_COLUMNS},
  s.district_code AS "districtCode", s.representative, s.address, s.homepage, s.phone, s.email,
  s.business_summary AS "businessSummary", s.social_purpose AS "socialPurpose", s.service_field AS "serviceField",
  s.introduction, s.vulnerable_employment_bp AS "vulnerableEmploymentBp",
  s.vulnerable_employment_on AS "vulnerableEmploymentOn", s.merged_into_id AS "mergedIntoId", s.version,
  coalesce(r.purchase_count, 0) AS "purchaseCount", coalesce(r.buyer_count, 0) AS "buyerCount",
  r.record_as_of AS "recordAsOf",
  EXISTS (SELECT FROM suppliers o WHERE o.normalised_name = s.normalised_name AND o.id <> s.id
          AND o.merged_into_id IS NULL) AS "sharesName"`;

/** A merged row is answered by the one that it was merged into (the merge keeps that pointer one step long). */
export const SURVIVOR = 'suppliers asked JOIN suppliers s ON s.id = coalesce(asked.merged_into_id, asked.id)';

/**
 * A supplier with its certificates, the newest last, those of the rows that were merged into it included; one statement,
 * whatever the number of suppliers.
 */
const SUPPLIER = `
  SELECT ${COLUMNS}, ${OF_ALL_MERGED} FROM ${SURVIVOR} LEFT JOIN supplier_search r ON r.supplier_id = s.id`;
const FOR_COUNTING = `SELECT ${COUNTING_COLUMNS}, ${OF_ALL_MERGED} FROM ${SURVIVOR}`;

function withEntryStates<Row extends CountingRow>(row: Read<Row>) {
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
  const rows = await tx.prepared<Read<SupplierRow>>(`${SUPPLIER} WHERE asked.id = $1`, [id]);
  return rows.map(withEntryStates<SupplierRow>)[0];
}

/** Locked until the end of the transaction; a merged row is answered as itself, for its change is refused. */
export async function lockedSupplier(tx: Tx, id: string): Promise<SupplierRow | undefined> {
  await tx.sql('SELECT 1 FROM suppliers WHERE id = $1 FOR UPDATE', [id]);
  const rows = await tx.sql<Read<SupplierRow>>(
    `SELECT ${COLUMNS}, ${certificatesOf('s.id')}
     FROM suppliers asked JOIN suppliers s ON s.id = asked.id LEFT JOIN supplier_search r ON r.supplier_id = s.id
     WHERE asked.id = $1`,
    [id],
  );
  return rows.map(withEntryStates<SupplierRow>)[0];
}

export async function supplierForCounting(tx: Tx, id: string): Promise<CountingRow | undefined> {
  const rows = await tx.prepared<Read<CountingRow>>(`${FOR_COUNTING} WHERE asked.id = $1`, [id]);
  return rows.map(withEntryStates<CountingRow>)[0];
}

export async function suppliersForCounting(tx: Tx, ids: readonly string[]): Promise<CountingRow[]> {
  const rows = await tx.sql<Read<CountingRow>>(`${FOR_COUNTING} WHERE asked.id = ANY ($1::uuid[])`, [ids]);
  return rows.map(withEntryStates<CountingRow>);
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
): Promise<(CountingRow & { aliases: SupplierAlias[] })[]> {
  const rows = await tx.sql<Read<CountingRow> & { aliases: SupplierAlias[] }>(
    `SELECT found.*, coalesce((
       SELECT json_agg(json_build_object('businessNumber', m.business_number, 'normalisedName', m.normalised_name) ORDER BY m.id)
       FROM suppliers m WHERE m.merged_into_id = found.id), '[]') AS aliases
     FROM (${FOR_COUNTING} WHERE asked.id IN (
       SELECT coalesce(merged_into_id, id) FROM suppliers WHERE business_number = ANY ($1::text[])
       UNION SELECT coalesce(merged_into_id, id) FROM suppliers WHERE normalised_name = ANY ($2::text[]))) AS found
     ORDER BY found."normalisedName", found.id`,
    [businessNumbers, normalisedNames],
  );
  return rows.map((row) => ({ ...withEntryStates<CountingRow>(row), aliases: row.aliases }));
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
export function toSupplierForCounting(row: CountingRow): SupplierForCounting {
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
