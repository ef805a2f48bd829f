import type { SessionUser } from '../../lib/session';
import { rowsLinkFor } from '../../lib/purchase-link';
import type { Ranking, RankingOrder, RankingRow } from './api';

export const RANKING_GROUPS = [
  'division',
  'dong',
  'health_center',
  'affiliate',
  'agency',
  'district',
] as const;

export interface RankingSection {
  /** null = all together */
  readonly group: RankingRow['group'] | null;
  /** in rank order, those without a rank last */
  readonly rows: readonly RankingRow[];
}

/** The ranking in sections, one for each group that has somebody; or everybody in one. */
export function sectionsOf(ranking: Pick<Ranking, 'items' | 'scope'>, within: string): RankingSection[] {
  if (within === 'all' || ranking.scope === 'districts') return [{ group: null, rows: ranking.items }];
  return RANKING_GROUPS.map((group) => ({
    group,
    rows: ranking.items.filter((row) => row.group === group),
  })).filter(({ rows }) => rows.length > 0);
}

/** The rows behind a figure, where the reader may open them; a published ranking names none. */
export function rowsLink(row: RankingRow, user: SessionUser | null): string | undefined {
  return row.rows === null ? undefined : rowsLinkFor(user, row.rows);
}

export function isOwn(row: RankingRow, user: SessionUser | null): boolean {
  return user !== null && (row.subjectId === user.departmentId || row.subjectId === user.institutionId);
}

/** What a bar is as long as, in the order that is ranked by: percent or won. */
export function barLength(row: RankingRow, order: RankingOrder): number {
  if (order === 'amount') return row.actualKrw;
  return (order === 'growth' ? row.growthRate : row.achievementRate).percent ?? 0;
}
