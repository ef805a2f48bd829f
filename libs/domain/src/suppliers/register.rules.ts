import { refusal, type Refusal } from '../refusal';
import { businessNumberChecksumFits } from '../text/business-number';
import { certificateDaysRefusal, type CertificateFacts } from './certificate.rules';

/** What the register points out and never blocks. */
export const SUPPLIER_WARNINGS = ['business_number_missing', 'business_number_checksum'] as const;
export type SupplierWarning = (typeof SUPPLIER_WARNINGS)[number];

/** Numbers that begin so are never issued: demo and test suppliers carry them. */
const SYNTHETIC_PREFIX = '000';

/** @param businessNumber ten digits, or null when unknown */
export function supplierWarnings(businessNumber: string | null): SupplierWarning[] {
  if (businessNumber === null) return ['business_number_missing'];
  return businessNumberChecksumFits(businessNumber) ? [] : ['business_number_checksum'];
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
