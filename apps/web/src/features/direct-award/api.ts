import type { Schema } from '@ieum/api-client';
import { queryOptions } from '@tanstack/react-query';
import { api } from '../../lib/api';
import { DIRECT_AWARD_KEY } from '../../lib/direct-award-queries';
import { etagOf, unwrap } from '../../lib/unwrap';

export type AwardRule = Schema<'AwardRuleDto'>;
export type NewAwardRule = Schema<'CreateAwardRuleDto'>;
type IdempotencyHeaders = { readonly 'Idempotency-Key': string };

/** Every rule, past and present: there are few, and the day is chosen here. */
export const awardRulesQuery = queryOptions({
  queryKey: [...DIRECT_AWARD_KEY, 'rules'],
  queryFn: ({ signal }) => unwrap(api.GET('/api/v1/direct-award-rules', { signal })),
});

/** As it is saved now, past every cache. */
export function readRule(id: string): Promise<AwardRule> {
  return unwrap(api.GET('/api/v1/direct-award-rules/{id}', { params: { path: { id } } }));
}

/** @throws ProblemError RULE_INVALID, RULE_OVERLAP */
export function createRule(body: NewAwardRule, headers: IdempotencyHeaders): Promise<AwardRule> {
  return unwrap(api.POST('/api/v1/direct-award-rules', { body, params: { header: headers } }));
}

/** @throws ProblemError RULE_INVALID, RULE_OVERLAP, VERSION_STALE */
export function correctRule(
  { id, version }: Pick<AwardRule, 'id' | 'version'>,
  body: NewAwardRule & { readonly reason: string },
): Promise<AwardRule> {
  const params = { path: { id }, header: { 'If-Match': etagOf(version) } };
  return unwrap(api.PATCH('/api/v1/direct-award-rules/{id}', { body, params }));
}

export function endRule(
  { id, version }: AwardRule,
  body: { readonly validTo: string; readonly reason: string },
): Promise<AwardRule> {
  const params = { path: { id }, header: { 'If-Match': etagOf(version) } };
  return unwrap(api.POST('/api/v1/direct-award-rules/{id}/end', { body, params }));
}
