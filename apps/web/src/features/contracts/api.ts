import type { operations, Schema } from '@ieum/api-client';
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api } from '../../lib/api';
import { etagOf, ifMatch, unwrap } from '../../lib/unwrap';

export type Contract = Schema<'ContractDto'>;
export type NewContract = Schema<'CreateContractDto'>;
export type ContractFields = Schema<'ContractFieldsDto'>;
export type ContractMatch = Schema<'MatchDetailDto'>;
export type ContractEntry = Schema<'PurchaseContractDto'>;
export type ContractFilter = NonNullable<operations['exportContracts']['parameters']['query']>;
type IdempotencyHeaders = { readonly 'Idempotency-Key': string };

/** Begins the key of everything that a written contract makes stale. */
export const CONTRACTS_KEY = ['contracts'] as const;

export function contractPagesQuery(filter: ContractFilter) {
  return infiniteQueryOptions({
    queryKey: [...CONTRACTS_KEY, 'list', filter],
    queryFn: ({ pageParam, signal }) => {
      const query = { ...filter, limit: 100, ...(pageParam === null ? {} : { cursor: pageParam }) };
      return unwrap(api.GET('/api/v1/contracts', { params: { query }, signal }));
    },
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.nextCursor,
  });
}

/** How many contracts of a year wait to be entered as a purchase, within the reader's reach. */
export function waitingContractsQuery(year: number) {
  return queryOptions({
    queryKey: [...CONTRACTS_KEY, 'waiting', year],
    queryFn: async ({ signal }) => {
      const query = { year, state: ['signed' as const], isPurchased: false, limit: 1 };
      return (await unwrap(api.GET('/api/v1/contracts', { params: { query }, signal }))).totals.contractCount;
    },
  });
}

/** The list of the same. */
export const waitingContractsPath = (year: number) =>
  `/contracts?year=${year}&state=signed&isPurchased=false`;

export function contractQuery(id: string) {
  return queryOptions({
    queryKey: [...CONTRACTS_KEY, 'one', id],
    queryFn: ({ signal }) => unwrap(api.GET('/api/v1/contracts/{id}', { params: { path: { id } }, signal })),
  });
}

/** The match that a new contract comes of; null = none. */
export function matchQuery(id: string | null) {
  return queryOptions({
    queryKey: ['matches', 'one', id],
    queryFn: ({ signal }) =>
      unwrap(api.GET('/api/v1/matches/{id}', { params: { path: { id: id ?? '' } }, signal })),
    enabled: id !== null,
  });
}

/** The enterprise that leads, with its certificates; null = not registered. */
export function leadSupplierQuery(id: string | null) {
  return queryOptions({
    queryKey: ['suppliers', 'one', id],
    queryFn: ({ signal }) =>
      unwrap(api.GET('/api/v1/suppliers/{id}', { params: { path: { id: id ?? '' } }, signal })),
    enabled: id !== null,
  });
}

export function createContract(body: NewContract, headers: IdempotencyHeaders): Promise<Contract> {
  return unwrap(api.POST('/api/v1/contracts', { body, params: { header: headers } }));
}

/** @throws ProblemError VERSION_STALE, CONTRACT_STATE */
export function editContract({ id, version }: Contract, body: ContractFields): Promise<Contract> {
  const params = { path: { id }, header: ifMatch(etagOf(version)) };
  return unwrap(api.PATCH('/api/v1/contracts/{id}', { body, params }));
}

/** @throws ProblemError CONTRACT_STATE when a purchase names it */
export function cancelContract({ id, version }: Contract, reason: string): Promise<Contract> {
  const params = { path: { id }, header: ifMatch(etagOf(version)) };
  return unwrap(api.POST('/api/v1/contracts/{id}/cancel', { body: { reason }, params }));
}

/** @throws ProblemError CONTRACT_ALREADY_PURCHASED {purchaseId} when a colleague was faster */
export function enterContract(
  id: string,
  body: ContractEntry,
  headers: IdempotencyHeaders,
): Promise<Contract> {
  return unwrap(
    api.POST('/api/v1/contracts/{id}/to-purchase', { body, params: { path: { id }, header: headers } }),
  );
}
