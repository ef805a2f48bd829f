import { Injectable } from '@nestjs/common';
import { areaReachOf, VISITEE_KINDS } from '@ieum/domain';
import type { Actor } from '../common/actor';
import { Transactions } from '../database/transactions';
import type { SupportAreaListDto, VisitSummaryDto, VisitSummaryQuery } from './dto/visit-summary.dto';
import { areasWithin, visitTotals, type VisitTotal } from './visit-summary.queries';

/** A year's visits as the kept totals say them; costs the same for two hundred visits and for twenty thousand. */
@Injectable()
export class VisitSummaryService {
  constructor(private readonly transactions: Transactions) {}

  summary(actor: Actor, { year, areaId }: VisitSummaryQuery): Promise<VisitSummaryDto> {
    return this.transactions.run(actor, async (tx) => {
      const totals = await visitTotals(tx, areaReachOf(actor, 'support-work:read'), year, areaId ?? null);
      const visits = totals.filter((one) => one.measure === 'visit');
      const visited = totals.filter((one) => one.measure === 'visited');
      return {
        year,
        institutions: sumOf(visited),
        visits: sumOf(visits),
        byKind: VISITEE_KINDS.map((visiteeKind) => {
          const ofKind = (rows: readonly VisitTotal[]) =>
            sumOf(rows.filter((row) => row.kind === visiteeKind));
          return { visiteeKind, institutions: ofKind(visited), visits: ofKind(visits) };
        }),
        byAdviser: advisersOf(visits),
      };
    });
  }

  /** The areas in which one may work; whoever reaches all of them gets all. */
  areas(actor: Actor): Promise<SupportAreaListDto> {
    return this.transactions.run(actor, async (tx) => {
      const rows = await areasWithin(tx, areaReachOf(actor, 'support-work:read'));
      return { items: rows.map(({ id, name }) => ({ id, name })) };
    });
  }
}

function sumOf(rows: readonly VisitTotal[]): number {
  return rows.reduce((sum, row) => sum + row.count, 0);
}

/** Who moved to another team stands once for each. */
function advisersOf(visits: readonly VisitTotal[]): VisitSummaryDto['byAdviser'] {
  const byKey = Map.groupBy(visits, ({ adviserId, teamId }) => `${adviserId} ${teamId ?? ''}`);
  return [...byKey.values()]
    .flatMap((rows) => {
      const [first] = rows;
      if (first === undefined) return [];
      const { adviserId, adviserName, teamId, teamName } = first;
      return [{ adviserId, adviserName, teamId, teamName, visits: sumOf(rows) }];
    })
    .filter((row) => row.visits > 0)
    .sort((one, other) => other.visits - one.visits || one.adviserId.localeCompare(other.adviserId));
}
