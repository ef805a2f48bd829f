import {
  averageRate,
  compareRates,
  hasRate,
  rateOf,
  type AverageRate,
  type Rate,
  type RatePolicy,
} from '../money/rate';
import { compareText } from '../text/text-order';

export const RANKING_ORDERS = ['rate', 'amount', 'growth'] as const;
export type RankingOrder = (typeof RANKING_ORDERS)[number];

export interface RankingEntry {
  readonly id: string;
  readonly name: string;
  /** divisions, dong, health centres, agencies; of districts the same for all */
  readonly group: string;
  readonly targetKrw: number | null;
  readonly actualKrw: number;
  /** same scheme, last year; null = not known */
  readonly previousKrw: number | null;
}

export interface RankedEntry extends RankingEntry {
  /** null: listed, not ranked (no target, or nothing last year to grow from) */
  readonly rank: number | null;
  readonly rankInGroup: number | null;
  readonly achievementRate: Rate;
  /** actual ÷ last year's, 100 = as much as then */
  readonly growthRate: Rate;
}

export interface Ranking {
  readonly order: RankingOrder;
  readonly entries: readonly RankedEntry[];
  readonly average: AverageRate;
  readonly ranked: number;
  readonly unranked: number;
}

/**
 * Ranks by exact rate (ties share a rank: 1, 1, 3; inside a tie the greater amount stands first, then the name), by
 * amount (everybody takes part), or by growth. Those who cannot be ranked follow in the same order of amount.
 */
export function rankingOf(
  entries: readonly RankingEntry[],
  order: RankingOrder,
  policy: RatePolicy,
): Ranking {
  const rated = entries.map((entry) => ({
    ...entry,
    achievementRate: rateOf(entry.actualKrw, entry.targetKrw, policy),
    growthRate: rateOf(entry.actualKrw, entry.previousKrw, policy),
  }));
  const takesPart = (one: Rated) => order === 'amount' || hasRate(rateFor(one, order));
  const inOrder = rated.filter(takesPart).sort((a, b) => compareMerit(a, b, order) || compareInTie(a, b));
  const others = rated.filter((one) => !takesPart(one)).sort(compareInTie);
  const ranks = ranksOf(inOrder, order);
  const inGroup = new Map<string, number>();
  for (const group of new Set(inOrder.map((one) => one.group))) {
    ranksOf(
      inOrder.filter((one) => one.group === group),
      order,
    ).forEach((rank, id) => inGroup.set(id, rank));
  }
  const withRank = (one: Rated): RankedEntry => ({
    ...one,
    rank: ranks.get(one.id) ?? null,
    rankInGroup: inGroup.get(one.id) ?? null,
  });
  return {
    order,
    entries: [...inOrder, ...others].map(withRank),
    average: averageRate(
      rated.map((one) => one.achievementRate),
      policy,
    ),
    ranked: inOrder.length,
    unranked: others.length,
  };
}

type Rated = RankingEntry & Pick<RankedEntry, 'achievementRate' | 'growthRate'>;

function rateFor(entry: Rated, order: RankingOrder): Rate {
  return order === 'growth' ? entry.growthRate : entry.achievementRate;
}

function compareMerit(a: Rated, b: Rated, order: RankingOrder): number {
  return order === 'amount' ? b.actualKrw - a.actualKrw : compareRates(rateFor(b, order), rateFor(a, order));
}

/** The order inside a tie, and of those who are not ranked: the greater amount first, then the name. */
export function compareInTie(
  a: Pick<RankingEntry, 'id' | 'name' | 'actualKrw'>,
  b: Pick<RankingEntry, 'id' | 'name' | 'actualKrw'>,
): number {
  return b.actualKrw - a.actualKrw || compareText(a.name, b.name) || compareText(a.id, b.id);
}

function ranksOf(inOrder: readonly Rated[], order: RankingOrder): ReadonlyMap<string, number> {
  const ranks = new Map<string, number>();
  let [rank, last] = [0, inOrder[0]];
  inOrder.forEach((entry, index) => {
    if (last === undefined || index === 0 || compareMerit(last, entry, order) !== 0) rank = index + 1;
    last = entry;
    ranks.set(entry.id, rank);
  });
  return ranks;
}
