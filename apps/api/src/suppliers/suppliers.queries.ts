import type { CertificateFacts, CertificationType } from '@ieum/domain';
import type { Tx } from '../database/transactions';

export interface CertificationRow {
  id: string;
  type: CertificationType;
  number: string | null;
  issuer: string | null;
  validFrom: string;
  validUntil: string | null;
  revokedOn: string | null;
  revocationReason: string | null;
  verified: boolean;
}

export interface SupplierRow {
  id: string;
  name: string;
  normalisedName: string;
  businessNumber: string | null;
  districtCode: string | null;
  closedOn: string | null;
  version: number;
  certifications: CertificationRow[];
}

/** A supplier with its certificates, the newest last; one statement, whatever the number of suppliers. */
const SUPPLIER = `
  SELECT s.id, s.name, s.normalised_name AS "normalisedName", s.business_number AS "businessNumber",
         s.district_code AS "districtCode", s.closed_on AS "closedOn", s.version,
         coalesce((
           SELECT json_agg(json_build_object(
                    'id', c.id, 'type', c.type, 'number', c.number, 'issuer', c.issuer, 'validFrom', c.valid_from,
                    'validUntil', c.valid_until, 'revokedOn', c.revoked_on, 'revocationReason', c.revocation_reason,
                    'verified', c.verified_at IS NOT NULL) ORDER BY c.valid_from, c.id)
           FROM supplier_certifications c WHERE c.supplier_id = s.id), '[]') AS certifications
  FROM suppliers s`;

export async function supplierById(tx: Tx, id: string): Promise<SupplierRow | undefined> {
  return (await tx.prepared<SupplierRow>(`${SUPPLIER} WHERE s.id = $1`, [id]))[0];
}

export function suppliersByIds(tx: Tx, ids: readonly string[]): Promise<SupplierRow[]> {
  return tx.sql<SupplierRow>(`${SUPPLIER} WHERE s.id = ANY ($1::uuid[])`, [ids]);
}

/** Suppliers that carry one of these numbers or exactly one of these normalised names. */
export function suppliersByNumberOrName(
  tx: Tx,
  businessNumbers: readonly string[],
  normalisedNames: readonly string[],
): Promise<SupplierRow[]> {
  return tx.sql<SupplierRow>(
    `${SUPPLIER} WHERE s.id IN (
       SELECT id FROM suppliers WHERE business_number = ANY ($1::text[])
       UNION SELECT id FROM suppliers WHERE normalised_name = ANY ($2::text[]))
     ORDER BY s.normalised_name, s.id`,
    [businessNumbers, normalisedNames],
  );
}

export interface SupplierSearch {
  /** Part of a normalised name; null = any */
  readonly namePart: string | null;
  /** Part of a business number, digits; null = not looked at */
  readonly numberPart: string | null;
  readonly after: readonly [string, string] | null;
  readonly limit: number;
}

export function searchSuppliers(tx: Tx, search: SupplierSearch): Promise<SupplierRow[]> {
  return tx.sql<SupplierRow>(
    `${SUPPLIER}
     WHERE (($1::text IS NULL AND $2::text IS NULL)
            OR strpos(s.normalised_name, $1) > 0 OR strpos(s.business_number, $2) > 0)
       AND ($3::text IS NULL OR (s.normalised_name, s.id) > ($3, $4::uuid))
     ORDER BY s.normalised_name, s.id LIMIT $5`,
    [search.namePart, search.numberPart, search.after?.[0] ?? null, search.after?.[1] ?? null, search.limit],
  );
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

export function toSupplierForCounting(row: SupplierRow): SupplierForCounting {
  return {
    id: row.id,
    name: row.name,
    normalisedName: row.normalisedName,
    businessNumber: row.businessNumber,
    closedOn: row.closedOn,
    certificates: row.certifications.map(({ type, validFrom, validUntil, revokedOn, verified }) => ({
      type,
      validFrom,
      validUntil,
      revokedOn,
      verified,
    })),
  };
}
