import type { Schema } from '@ieum/api-client';
import { queryOptions } from '@tanstack/react-query';
import { api } from '../../lib/api';
import { etagOf, ifMatch, unwrap, unwrapVersioned } from '../../lib/unwrap';

export type Company = Schema<'CompanyDto'>;
export type CompanySupplier = Company['supplier'];
export type CompanyChange = Schema<'ChangeCompanyDto'>;
export type Verification = Schema<'VerificationDto'>;
export type CertificationEntry = Schema<'CertificationEntryDto'>;
export type NewCertification = Schema<'CreateCertificationDto'>;
export type CertificationChange = Schema<'ChangeCertificationDto'>;
export type Claim = Schema<'ClaimDto'>;
export type ClaimableSupplier = Schema<'ClaimableSupplierDto'>;
export type NewClaim = Schema<'CreateClaimDto'>;
type IdempotencyHeaders = { readonly 'Idempotency-Key': string };

/** Begins the key of everything about the own enterprise that a change makes stale. */
export const ENTERPRISE_KEY = ['enterprise'] as const;

export const companyQuery = queryOptions({
  queryKey: [...ENTERPRISE_KEY, 'company'],
  queryFn: ({ signal }) => unwrapVersioned(api.GET('/api/v1/enterprise/company', { signal })),
});

/** @throws ProblemError NOTHING_CHANGED, BUSINESS_NUMBER_TAKEN, VERSION_STALE … */
export function changeCompany(etag: string, body: CompanyChange): Promise<Company> {
  return unwrap(api.PATCH('/api/v1/enterprise/company', { body, params: { header: ifMatch(etag) } }));
}

/** Every certificate with its history; the version is the enterprise's, for If-Match. */
export function certificationsQuery(supplierId: string) {
  return queryOptions({
    queryKey: [...ENTERPRISE_KEY, 'certifications', supplierId],
    queryFn: ({ signal }) =>
      unwrap(
        api.GET('/api/v1/suppliers/{id}/certifications', { params: { path: { id: supplierId } }, signal }),
      ),
  });
}

/** How long a certificate of a type holds by default: data of the guidelines, only a proposal for the form. */
export const validityRulesQuery = queryOptions({
  queryKey: ['certification-validity-rules'],
  queryFn: ({ signal }) => unwrap(api.GET('/api/v1/certification-validity-rules', { signal })),
  staleTime: 300_000,
});

export function addCertification(supplierId: string, body: NewCertification, headers: IdempotencyHeaders) {
  const params = { path: { id: supplierId }, header: headers };
  return unwrap(api.POST('/api/v1/suppliers/{id}/certifications', { body, params }));
}

/** Of a certificate that stands this is a proposal that waits beside it. @throws ProblemError VERSION_STALE … */
export function changeCertification(
  supplierId: string,
  certificationId: string,
  etag: string,
  body: CertificationChange,
) {
  const params = { path: { id: supplierId, certificationId }, header: ifMatch(etag) };
  return unwrap(api.PATCH('/api/v1/suppliers/{id}/certifications/{certificationId}', { body, params }));
}

/** @throws ProblemError VERIFICATION_STATE when it was decided meanwhile */
export function withdrawVerification({ id, version }: Pick<Verification, 'id' | 'version'>) {
  const params = { path: { id }, header: ifMatch(etagOf(version)) };
  return unwrap(api.POST('/api/v1/supplier-verifications/{id}/withdraw', { params }));
}

export const claimsQuery = queryOptions({
  queryKey: [...ENTERPRISE_KEY, 'claims'],
  queryFn: ({ signal }) => unwrap(api.GET('/api/v1/enterprise/claims', { signal })),
});

/** @throws ProblemError NOT_FOUND, BUSINESS_NUMBER_INVALID, TOO_MANY_REQUESTS */
export function findClaimable(businessNumber: string): Promise<ClaimableSupplier> {
  return unwrap(api.GET('/api/v1/enterprise/claimable-supplier', { params: { query: { businessNumber } } }));
}

export function createClaim(body: NewClaim, headers: IdempotencyHeaders): Promise<Claim> {
  return unwrap(api.POST('/api/v1/enterprise/claims', { body, params: { header: headers } }));
}

export function withdrawClaim(id: string): Promise<Claim> {
  return unwrap(api.POST('/api/v1/enterprise/claims/{id}/withdraw', { params: { path: { id } } }));
}
