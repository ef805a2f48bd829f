import type { Schema } from '@ieum/api-client';
import { api } from '../../lib/api';
import { etagOf, unwrap } from '../../lib/unwrap';

export type Institution = Schema<'InstitutionDto'>;
export type Department = Schema<'DepartmentDto'>;
export type NewDepartment = Schema<'CreateDepartmentDto'>;
type IdempotencyHeaders = { readonly 'Idempotency-Key': string };

/** Begins the key of everything that a changed department makes stale. */
export const INSTITUTIONS_KEY = ['institutions'] as const;

/** @throws ProblemError DEPARTMENT_NAME_TAKEN */
export function createDepartment(
  institutionId: string,
  body: NewDepartment,
  headers: IdempotencyHeaders,
): Promise<Department> {
  return unwrap(
    api.POST('/api/v1/institutions/{id}/departments', {
      body,
      params: { path: { id: institutionId }, header: headers },
    }),
  );
}

/** Corrects a name, in the past too; a department that changes its name gets a successor instead. */
export function renameDepartment(department: Department, name: string): Promise<Department> {
  const { institutionId, id, version } = department;
  return unwrap(
    api.PATCH('/api/v1/institutions/{id}/departments/{departmentId}', {
      body: { name },
      params: { path: { id: institutionId, departmentId: id }, header: { 'If-Match': etagOf(version) } },
    }),
  );
}

/** @throws ProblemError DEPARTMENT_NOT_VALID, DEPARTMENT_VALIDITY_INVALID, DEPARTMENT_NAME_TAKEN */
export function succeedDepartment(
  department: Department,
  body: { readonly name: string; readonly from: string },
  headers: IdempotencyHeaders,
): Promise<Department> {
  const { institutionId, id, version } = department;
  return unwrap(
    api.POST('/api/v1/institutions/{id}/departments/{departmentId}/succeed', {
      body,
      params: {
        path: { id: institutionId, departmentId: id },
        header: { ...headers, 'If-Match': etagOf(version) },
      },
    }),
  );
}
