import type { Schema } from '@ieum/api-client';
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api } from '../../lib/api';
import { etagOf, unwrap } from '../../lib/unwrap';

export type Supplier = Schema<'SupplierDto'>;
export type SupplierChange = Schema<'ChangeSupplierDto'>;
export type NewSupplier = Schema<'CreateSupplierDto'>;
export type CertificationEntry = Schema<'CertificationEntryDto'>;
export type NewCertification = Schema<'CreateCertificationDto'>;
export type CertificationChange = Schema<'ChangeCertificationDto'>;
export type Verification = Schema<'VerificationDto'>;
export type ValidityRule = Schema<'CertificationValidityRuleDto'>;
export type NewValidityRule = Schema<'CreateCertificationValidityRuleDto'>;
type IdempotencyHeaders = { readonly 'Idempotency-Key': string };

/** Begins the key of everything that a changed supplier makes stale. */
export const SUPPLIERS_KEY = ['suppliers'] as const;
export const VERIFICATIONS_KEY = ['supplier-verifications'] as const;
export const VALIDITY_RULES_KEY = ['certification-validity-rules'] as const;

export function supplierQuery(id: string) {
  return queryOptions({
    queryKey: [...SUPPLIERS_KEY, 'register', id],
    queryFn: ({ signal }) => unwrap(api.GET('/api/v1/suppliers/{id}', { params: { path: { id } }, signal })),
  });
}

/** @throws ProblemError BUSINESS_NUMBER_TAKEN, SUPPLIER_NAME_EXISTS (details: supplierId, name), VULNERABLE_EMPLOYMENT_INVALID */
export function createSupplier(body: NewSupplier, headers: IdempotencyHeaders): Promise<Supplier> {
  return unwrap(api.POST('/api/v1/suppliers', { body, params: { header: headers } }));
}

/** @throws ProblemError as createSupplier; SUPPLIER_MERGED, VERSION_STALE */
export function changeSupplier(id: string, version: number, body: SupplierChange): Promise<Supplier> {
  const params = { path: { id }, header: { 'If-Match': etagOf(version) } };
  return unwrap(api.PATCH('/api/v1/suppliers/{id}', { body, params }));
}

export function certificationsQuery(id: string) {
  return queryOptions({
    queryKey: [...SUPPLIERS_KEY, 'certifications', id],
    queryFn: ({ signal }) =>
      unwrap(api.GET('/api/v1/suppliers/{id}/certifications', { params: { path: { id } }, signal })),
  });
}

/** @throws ProblemError CERTIFICATE_VALIDITY_INVALID, SUPPLIER_MERGED */
export function addCertification(
  id: string,
  body: NewCertification,
  headers: IdempotencyHeaders,
): Promise<Supplier> {
  return unwrap(
    api.POST('/api/v1/suppliers/{id}/certifications', { body, params: { path: { id }, header: headers } }),
  );
}

/** Which certificate of which supplier, as it was read. */
export interface CertificationAddress {
  readonly id: string;
  readonly certificationId: string;
  readonly version: number;
}

function addressed({ id, certificationId, version }: CertificationAddress) {
  return { path: { id, certificationId }, header: { 'If-Match': etagOf(version) } };
}

/** @throws ProblemError CERTIFICATE_STATE, CERTIFICATE_VALIDITY_INVALID, VERSION_STALE */
export function changeCertification(
  address: CertificationAddress,
  body: CertificationChange,
): Promise<Supplier> {
  return unwrap(
    api.PATCH('/api/v1/suppliers/{id}/certifications/{certificationId}', {
      body,
      params: addressed(address),
    }),
  );
}

/** @throws ProblemError CERTIFICATE_STATE, CERTIFICATE_VALIDITY_INVALID, VERSION_STALE */
export function revokeCertification(
  address: CertificationAddress,
  body: Schema<'RevokeCertificationDto'>,
): Promise<Supplier> {
  return unwrap(
    api.POST('/api/v1/suppliers/{id}/certifications/{certificationId}/revoke', {
      body,
      params: addressed(address),
    }),
  );
}

/** Takes a revocation back. @throws ProblemError CERTIFICATE_STATE, VERSION_STALE */
export function reinstateCertification(address: CertificationAddress): Promise<Supplier> {
  return unwrap(
    api.POST('/api/v1/suppliers/{id}/certifications/{certificationId}/reinstate', {
      params: addressed(address),
    }),
  );
}

/** A certificate as it would be: its days (`noEnd` = without a last one), or its revocation. */
export interface RecountQuestion {
  readonly supplierId: string;
  readonly certificationId: string;
  readonly validFrom?: string;
  readonly validUntil?: string;
  readonly noEnd?: boolean;
  readonly revokedOn?: string;
  readonly notRevoked?: boolean;
}

/** What the change would do to purchases that are counted, within the reader's reach; null = ask nothing yet. */
export function recountPreviewQuery(question: RecountQuestion | null) {
  return queryOptions({
    queryKey: ['purchase-recounts', 'preview', question],
    queryFn: ({ signal }) =>
      unwrap(
        api.GET('/api/v1/purchase-recounts/preview', {
          params: { query: question ?? { supplierId: '', certificationId: '' } },
          signal,
        }),
      ),
    enabled: question !== null,
  });
}

export interface VerificationFilter {
  readonly state: readonly Verification['state'][];
  readonly subject?: readonly Verification['subject'][];
  readonly q?: string;
}

export function verificationPagesQuery(filter: VerificationFilter) {
  return infiniteQueryOptions({
    queryKey: [...VERIFICATIONS_KEY, 'list', filter],
    queryFn: ({ pageParam, signal }) => {
      const query = {
        limit: 50,
        state: [...filter.state],
        ...(filter.subject === undefined ? {} : { subject: [...filter.subject] }),
        ...(filter.q === undefined ? {} : { q: filter.q }),
        ...(pageParam === null ? {} : { cursor: pageParam }),
      };
      return unwrap(api.GET('/api/v1/supplier-verifications', { params: { query }, signal }));
    },
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.nextCursor,
  });
}

type Decided = Pick<Verification, 'id' | 'version' | 'supplierVersion'>;

/** @throws ProblemError VERIFICATION_STATE, VERSION_STALE, CERTIFICATE_STATE, CLAIM_NOT_POSSIBLE, SUPPLIER_NAME_EXISTS … */
export function verify(
  { id, version, supplierVersion }: Decided,
  more: { note?: string; confirmSameName?: boolean },
): Promise<Verification> {
  const params = { path: { id }, header: { 'If-Match': etagOf(version) } };
  return unwrap(
    api.POST('/api/v1/supplier-verifications/{id}/verify', { body: { supplierVersion, ...more }, params }),
  );
}

/** @throws ProblemError VERIFICATION_STATE, VERSION_STALE */
export function refuse({ id, version }: Decided, reason: string): Promise<Verification> {
  const params = { path: { id }, header: { 'If-Match': etagOf(version) } };
  return unwrap(api.POST('/api/v1/supplier-verifications/{id}/refuse', { body: { reason }, params }));
}

export const validityRulesQuery = queryOptions({
  queryKey: VALIDITY_RULES_KEY,
  queryFn: ({ signal }) => unwrap(api.GET('/api/v1/certification-validity-rules', { signal })),
});

/** @throws ProblemError RULE_OVERLAP */
export function createValidityRule(
  body: NewValidityRule,
  headers: IdempotencyHeaders,
): Promise<ValidityRule> {
  return unwrap(api.POST('/api/v1/certification-validity-rules', { body, params: { header: headers } }));
}

/** @throws ProblemError RULE_OVERLAP, VERSION_STALE */
export function changeValidityRule(
  { id, version }: ValidityRule,
  body: Schema<'ChangeCertificationValidityRuleDto'>,
): Promise<ValidityRule> {
  const params = { path: { id }, header: { 'If-Match': etagOf(version) } };
  return unwrap(api.PATCH('/api/v1/certification-validity-rules/{id}', { body, params }));
}
