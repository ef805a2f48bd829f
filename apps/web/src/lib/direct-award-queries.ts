import type { operations, Schema } from '@ieum/api-client';
import type { AwardCaseKind, Day } from '@ieum/domain';
import { queryOptions } from '@tanstack/react-query';
import { api } from './api';
import { unwrap } from './unwrap';

export type AwardHint = Schema<'DirectAwardHintDto'>;
export type AwardRuleFacts = Schema<'AwardRuleFactsDto'>;

/** Begins the key of everything that a changed rule makes stale. */
export const DIRECT_AWARD_KEY = ['direct-award'] as const;

/** What is asked. Won; null = not known. */
export interface AwardQuestion {
  readonly supplierId: string | null;
  readonly amountKrw: number | null;
  readonly amountIncludesVat: boolean;
  readonly supplyValueKrw: number | null;
  readonly kind: AwardCaseKind;
  /** null = today */
  readonly on: Day | null;
}

type Query = NonNullable<operations['getDirectAwardHint']['parameters']['query']>;

/** May one quotation be enough? Guidance of the server, by the rules and certificates of the day. */
export function directAwardHintQuery(question: AwardQuestion) {
  const query: Query = { kind: question.kind, amountIncludesVat: question.amountIncludesVat };
  if (question.supplierId !== null) query.supplierId = question.supplierId;
  if (isPrice(question.amountKrw)) query.amountKrw = question.amountKrw;
  if (isPrice(question.supplyValueKrw)) query.supplyValueKrw = question.supplyValueKrw;
  if (question.on !== null) query.on = question.on;
  return queryOptions({
    queryKey: [...DIRECT_AWARD_KEY, 'hint', query],
    queryFn: ({ signal }) => unwrap(api.GET('/api/v1/direct-award-hint', { params: { query }, signal })),
  });
}

/** A refund or a slip of the keyboard has no threshold to be compared with. */
function isPrice(krw: number | null): krw is number {
  return krw !== null && krw > 0 && krw <= 1_000_000_000_000;
}
