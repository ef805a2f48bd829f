import type { Schema } from '@ieum/api-client';
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api } from '../../lib/api';
import { etagOf, unwrap } from '../../lib/unwrap';

export type Supplier = Schema<'SupplierDto'>;
export type Certification = Supplier['certifications'][number];
export type FoundSupplier = Schema<'FoundSupplierDto'>;
export type NewSupplier = Schema<'CreateSupplierDto'>;
export type SupplierChange = Schema<'ChangeSupplierDto'>;
export type NewCertification = Schema<'CreateCertificationDto'>;
type IdempotencyHeaders = { readonly 'Idempotency-Key': string };

/** Begins the key of everything that a changed supplier makes stale. */
export const SUPPLIERS_KEY = ['suppliers'] as const;

interface SupplierQuestion {
  readonly q?: string;
  /** the day that the certificate states are of; default: today */
  readonly asOf?: string;
}

export function supplierPagesQuery(question: SupplierQuestion) {
  return infiniteQueryOptions({
    queryKey: [...SUPPLIERS_KEY, 'list', question],
    queryFn: ({ pageParam, signal }) => {
      const query = { ...question, limit: 100, ...(pageParam === null ? {} : { cursor: pageParam }) };
      return unwrap(api.GET('/api/v1/suppliers', { params: { query }, signal }));
    },
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.nextCursor,
  });
}

export function supplierQuery(id: string, asOf: string | null) {
  return queryOptions({
    queryKey: [...SUPPLIERS_KEY, 'detail', id, asOf],
    queryFn: ({ signal }) => {
      const query = asOf === null ? {} : { asOf };
      return unwrap(api.GET('/api/v1/suppliers/{id}', { params: { path: { id }, query }, signal }));
    },
  });
}

/** @throws ProblemError BUSINESS_NUMBER_INVALID, BUSINESS_NUMBER_TAKEN */
export function createSupplier(body: NewSupplier, headers: IdempotencyHeaders): Promise<Supplier> {
  return unwrap(api.POST('/api/v1/suppliers', { body, params: { header: headers } }));
}

export function changeSupplier({ id, version }: Supplier, body: SupplierChange): Promise<Supplier> {
  const params = { path: { id }, header: { 'If-Match': etagOf(version) } };
  return unwrap(api.PATCH('/api/v1/suppliers/{id}', { body, params }));
}

export function addCertification(
  id: string,
  body: NewCertification,
  headers: IdempotencyHeaders,
): Promise<Supplier> {
  const params = { path: { id }, header: headers };
  return unwrap(api.POST('/api/v1/suppliers/{id}/certifications', { body, params }));
}

/** @throws ProblemError CERTIFICATE_STATE, CERTIFICATE_VALIDITY_INVALID, VERSION_STALE */
export function revokeCertification(
  { id, version }: Supplier,
  certificationId: string,
  body: { revokedOn: string; reason: string },
): Promise<Supplier> {
  const params = { path: { id, certificationId }, header: { 'If-Match': etagOf(version) } };
  return unwrap(api.POST('/api/v1/suppliers/{id}/certifications/{certificationId}/revoke', { body, params }));
}

/** Takes a revocation back. @throws ProblemError CERTIFICATE_STATE, VERSION_STALE */
export function reinstateCertification(
  { id, version }: Supplier,
  certificationId: string,
): Promise<Supplier> {
  const params = { path: { id, certificationId }, header: { 'If-Match': etagOf(version) } };
  return unwrap(api.POST('/api/v1/suppliers/{id}/certifications/{certificationId}/reinstate', { params }));
}
