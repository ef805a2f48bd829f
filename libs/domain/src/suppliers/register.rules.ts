import { scopeOf, type ActorFacts } from '../access/access.rules';
import type { Day } from '../calendar/day';
import { refusal, type Refusal } from '../refusal';
import { businessNumberChecksumFits } from '../text/business-number';
import { certificateDaysRefusal, type CertificateFacts } from './certificate.rules';

/** What the register points out and never blocks. */
export const SUPPLIER_WARNINGS = [
  'business_number_missing',
  'business_number_checksum',
  'name_exists',
] as const;
export type SupplierWarning = (typeof SUPPLIER_WARNINGS)[number];

/** Numbers that begin so are never issued: demo and test suppliers carry them. */
const SYNTHETIC_PREFIX = '000';

/**
 * @param businessNumber ten digits, or null when unknown
 * @param nameExists another living row has the same normalised name
 */
export function supplierWarnings(businessNumber: string | null, nameExists = false): SupplierWarning[] {
  const ofName: SupplierWarning[] = nameExists ? ['name_exists'] : [];
  if (businessNumber === null) return ['business_number_missing', ...ofName];
  return businessNumberChecksumFits(businessNumber) ? ofName : ['business_number_checksum', ...ofName];
}

/**
 * Two enterprises may share a name; whoever enters the second has to say that it is another one.
 * @param others living rows with the same normalised name
 * @returns SUPPLIER_NAME_EXISTS {supplierId, name, count} or null
 */
export function sameNameRefusal(
  others: readonly { readonly id: string; readonly name: string }[],
  confirmed: boolean,
): Refusal | null {
  const [first] = others;
  if (first === undefined || confirmed) return null;
  return refusal('SUPPLIER_NAME_EXISTS', {
    supplierId: first.id,
    name: first.name,
    count: others.length,
  });
}

/** A merged row is only a signpost: what is to change changes on the row that it points to. */
export function mergedRefusal(mergedIntoId: string | null): Refusal | null {
  return mergedIntoId === null ? null : refusal('SUPPLIER_MERGED', { supplierId: mergedIntoId });
}

/** Basis points of 100 %. */
export const MAX_EMPLOYMENT_BP = 10_000;

/**
 * The share of vulnerable people among the employed (취약계층 고용비율) says of which day it is, and not of a later one
 * than today.
 * @returns VULNERABLE_EMPLOYMENT_INVALID {field} or null
 */
export function vulnerableEmploymentRefusal(bp: number | null, on: Day | null, today: Day): Refusal | null {
  const invalid = (field: string) => refusal('VULNERABLE_EMPLOYMENT_INVALID', { field });
  if (bp !== null && (!Number.isInteger(bp) || bp < 0 || bp > MAX_EMPLOYMENT_BP))
    return invalid('vulnerableEmploymentBp');
  return (bp === null) !== (on === null) || (on !== null && on > today)
    ? invalid('vulnerableEmploymentOn')
    : null;
}

/** How much of a row somebody sees; each shows what the one before shows, and more. */
export const SUPPLIER_VIEWS = ['public', 'staff', 'whole'] as const;
export type SupplierView = (typeof SUPPLIER_VIEWS)[number];

/**
 * Who keeps the register, and the enterprise itself, see the whole row with what waits for verification. The other staff
 * of buyers see who represents it and that a certificate waits, not what its papers say. Everybody else sees what is
 * published.
 */
export function supplierViewOf(actor: ActorFacts, supplierId: string): SupplierView {
  if (actor.role === 'enterprise') return actor.enterpriseId === supplierId ? 'whole' : 'public';
  return scopeOf(actor, 'supplier:write') === 'all' ? 'whole' : 'staff';
}

/** An address that a browser may open; written without scheme it gets one. */
export function tidyHomepage(text: string): string {
  const trimmed = text.trim();
  return /^https?:\/\//i.test(trimmed) ? trimmed : `http://${trimmed}`;
}

export function isSyntheticBusinessNumber(businessNumber: string | null): boolean {
  return businessNumber?.startsWith(SYNTHETIC_PREFIX) ?? false;
}

/**
 * May the certificate be kept like this? Days in order, and a revocation says why.
 * @returns CERTIFICATE_VALIDITY_INVALID {field}, REASON_REQUIRED or null
 */
export function certificationRefusal(
  certificate: CertificateFacts & { readonly revocationReason: string | null },
): Refusal | null {
  if (certificate.revokedOn !== null && (certificate.revocationReason ?? '').trim() === '') {
    return refusal('REASON_REQUIRED', { field: 'revocationReason' });
  }
  return certificateDaysRefusal(certificate);
}
