import type { operations, Schema } from '@ieum/api-client';
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api } from '../../lib/api';
import { ifMatch, unwrap, unwrapVersioned } from '../../lib/unwrap';

export type User = Schema<'UserDto'>;
export type NewUser = Schema<'CreateUserDto'>;
export type UserChange = Schema<'ChangeUserDto'>;
export type UserWithPassword = Schema<'UserWithPasswordDto'>;
export type UserFilter = Omit<
  NonNullable<operations['listUsers']['parameters']['query']>,
  'limit' | 'cursor'
>;
type IdempotencyHeaders = { readonly 'Idempotency-Key': string };

/** Begins the key of everything that a changed account makes stale. */
export const USERS_KEY = ['users'] as const;

export function userPagesQuery(filter: UserFilter) {
  return infiniteQueryOptions({
    queryKey: [...USERS_KEY, 'list', filter],
    queryFn: ({ pageParam, signal }) => {
      const query = { ...filter, limit: 100, ...(pageParam === null ? {} : { cursor: pageParam }) };
      return unwrap(api.GET('/api/v1/users', { params: { query }, signal }));
    },
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.nextCursor,
  });
}

export function userQuery(id: string) {
  return queryOptions({
    queryKey: [...USERS_KEY, 'one', id],
    queryFn: ({ signal }) =>
      unwrapVersioned(api.GET('/api/v1/users/{id}', { params: { path: { id } }, signal })),
  });
}

/** The initial password is in this answer only; null when the request was a repeat. */
export function createUser(body: NewUser, headers: IdempotencyHeaders): Promise<UserWithPassword> {
  return unwrap(api.POST('/api/v1/users', { body, params: { header: headers } }));
}

export function changeUser(id: string, etag: string, body: UserChange): Promise<User> {
  return unwrap(api.PATCH('/api/v1/users/{id}', { body, params: { path: { id }, header: ifMatch(etag) } }));
}

/** @throws ProblemError OWN_ACCOUNT, LAST_ADMIN, LAST_MANAGER */
export function disableUser(id: string): Promise<User> {
  return unwrap(api.POST('/api/v1/users/{id}/disable', { params: { path: { id } } }));
}

export function enableUser(id: string): Promise<User> {
  return unwrap(api.POST('/api/v1/users/{id}/enable', { params: { path: { id } } }));
}

export function resetPassword(id: string): Promise<UserWithPassword> {
  return unwrap(api.POST('/api/v1/users/{id}/reset-password', { params: { path: { id } } }));
}
