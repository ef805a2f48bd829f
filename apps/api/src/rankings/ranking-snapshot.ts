import {
  DEPARTMENT_GROUPS,
  RANKING_ORDERS,
  averageRate,
  combinedRate,
  compareInTie,
  rankingOf,
  rateOf,
  type AverageRate,
  type Rate,
  type RankingOrder,
  type RatePolicy,
  type SnapshotLine,
} from '@ieum/domain';
import type { Standing } from './standing.queries';

export interface Ranks {
  readonly rank: number | null;
  readonly rankInGroup: number | null;
}

export interface SnapshotRow {
  readonly subjectId: string;
  readonly name: string;
  readonly group: string;
  readonly targetKrw: number | null;
  readonly actualKrw: number;
  readonly purchaseCount: number;
  readonly certifiedOnlyKrw: number;
  readonly previousKrw: number | null;
  readonly achievementRate: Rate;
  readonly growthRate: Rate;
  readonly ranks: Readonly<Record<RankingOrder, Ranks>>;
}

/** What a publication freezes, as JSON: every figure that it will ever show. Rows in the order of the rate ranking. */
export interface RankingSnapshot {
  readonly title: string | null;
  readonly schemeName: string | null;
  readonly policy: RatePolicy;
  readonly rows: readonly SnapshotRow[];
  readonly total: {
    readonly targetKrw: number | null;
    readonly actualKrw: number;
    readonly purchaseCount: number;
    readonly certifiedOnlyKrw: number;
    readonly rate: Rate;
  };
  readonly average: AverageRate;
}

/** Ranks a standing by rate, amount and growth at once. */
export function snapshotOf(standing: Standing): RankingSnapshot {
  const { entries, ratePolicy, targetKrw, title, schemeName } = standing;
  const ranks = new Map<string, Record<RankingOrder, Ranks>>();
  const [byRate] = RANKING_ORDERS.map((order) => {
    const ranking = rankingOf(entries, order, ratePolicy);
    for (const { id, rank, rankInGroup } of ranking.entries) {
      const known = ranks.get(id) ?? { rate: NO_RANK, amount: NO_RANK, growth: NO_RANK };
      ranks.set(id, { ...known, [order]: { rank, rankInGroup } });
    }
    return ranking;
  });
  const facts = new Map(entries.map((entry) => [entry.id, entry]));
  const rows = (byRate?.entries ?? []).map((entry): SnapshotRow => ({
    subjectId: entry.id,
    name: entry.name,
    group: entry.group,
    targetKrw: entry.targetKrw,
    actualKrw: entry.actualKrw,
    purchaseCount: facts.get(entry.id)?.purchaseCount ?? 0,
    certifiedOnlyKrw: facts.get(entry.id)?.certifiedOnlyKrw ?? 0,
    previousKrw: entry.previousKrw,
    achievementRate: entry.achievementRate,
    growthRate: entry.growthRate,
    ranks: ranks.get(entry.id) ?? { rate: NO_RANK, amount: NO_RANK, growth: NO_RANK },
  }));
  const actualKrw = sumOf(rows.map((row) => row.actualKrw));
  const rates = rows.map((row) => row.achievementRate);
  // Each district has a target of its own; departments all count towards the institution's.
  const rate =
    standing.policy === null ? combinedRate(rates, ratePolicy) : rateOf(actualKrw, targetKrw, ratePolicy);
  return {
    title,
    schemeName,
    policy: ratePolicy,
    rows,
    total: {
      targetKrw,
      actualKrw,
      purchaseCount: sumOf(rows.map((row) => row.purchaseCount)),
      certifiedOnlyKrw: sumOf(rows.map((row) => row.certifiedOnlyKrw)),
      rate,
    },
    average: averageRate(rates, ratePolicy),
  };
}

const NO_RANK: Ranks = { rank: null, rankInGroup: null };

/** The rows of one order, best first, those without a rank last. */
export function rowsInOrder(snapshot: RankingSnapshot, order: RankingOrder): SnapshotRow[] {
  const place = (row: SnapshotRow) => row.ranks[order].rank ?? Number.MAX_SAFE_INTEGER;
  const entry = ({ subjectId, name, actualKrw }: SnapshotRow) => ({ id: subjectId, name, actualKrw });
  return [...snapshot.rows].sort((a, b) => place(a) - place(b) || compareInTie(entry(a), entry(b)));
}

/** The lines that two versions are compared by, and the notice prints. */
export function linesOf(snapshot: RankingSnapshot, scheme: string): SnapshotLine[] {
  return rowsInOrder(snapshot, 'rate').map((row) => ({
    subjectId: row.subjectId,
    name: row.name,
    scheme,
    targetKrw: row.targetKrw,
    actualKrw: row.actualKrw,
    display: row.achievementRate.display,
    rank: row.ranks.rate.rankInGroup,
    group: DEPARTMENT_GROUPS.find((group) => group === row.group) ?? null,
  }));
}

function sumOf(amounts: readonly number[]): number {
  return amounts.reduce((sum, amount) => sum + amount, 0);
}
