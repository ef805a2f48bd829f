import { Injectable } from '@nestjs/common';
import { areaReachOf, yearOf } from '@ieum/domain';
import type { Actor } from '../common/actor';
import { Clock } from '../common/clock';
import { Transactions } from '../database/transactions';
import { conversionCells, conversionNames, type ConversionCell } from './conversion.queries';
import type { ConversionDto, ConversionGroup, ConversionQuery } from './dto/conversion.dto';

type Figures = ConversionDto['total'];

/** What came of visits and calls. Each thing lies in one row, so that the total is their sum and counts it once. */
@Injectable()
export class ConversionService {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  get(actor: Actor, { year, groupBy = 'adviser' }: ConversionQuery): Promise<ConversionDto> {
    const asked = groupBy === 'year' ? null : (year ?? yearOf(this.clock.today()));
    const { areaIds } = areaReachOf(actor, 'support-work:read');
    return this.transactions.run(actor, async (tx) => {
      const cells = await conversionCells(tx, { groupBy, year: asked, areaIds });
      const keys = [...new Set(cells.map(({ key }) => key))];
      const names = await conversionNames(
        tx,
        groupBy,
        keys.filter((key) => key !== null),
      );
      const items = keys.map((key) => ({
        ...nameOf(groupBy, key, names),
        ...figuresOf(cells.filter((cell) => cell.key === key)),
      }));
      items.sort((one, other) => orderOf(one).localeCompare(orderOf(other), 'ko-KR'));
      return { year: asked, items, total: figuresOf(cells) };
    });
  }
}

function nameOf(groupBy: ConversionGroup, key: string | null, names: ReadonlyMap<string, string>) {
  const name = key === null ? null : (names.get(key) ?? null);
  return {
    year: groupBy === 'year' ? Number(key) : null,
    adviserId: groupBy === 'adviser' ? key : null,
    adviserName: groupBy === 'adviser' ? name : null,
    teamId: groupBy === 'team' ? key : null,
    teamName: groupBy === 'team' ? name : null,
  };
}

/** By name, who has none at the end; the latest year first. */
function orderOf(row: ReturnType<typeof nameOf>): string {
  return row.year === null ? (row.adviserName ?? row.teamName ?? '\uFFFF') : String(9999 - row.year);
}

function figuresOf(cells: readonly ConversionCell[]): Figures {
  const sum = (figure: ConversionCell['figure'], of: 'count' | 'krw') =>
    cells.filter((cell) => cell.figure === figure).reduce((total, cell) => total + cell[of], 0);
  return {
    visitCount: sum('visit', 'count'),
    consultationCount: sum('consultation', 'count'),
    needCount: sum('need', 'count'),
    matchCount: sum('match', 'count'),
    wonMatchCount: sum('won_match', 'count'),
    contractCount: sum('contract', 'count'),
    contractKrw: sum('contract', 'krw'),
    purchaseCount: sum('purchase', 'count'),
    purchaseKrw: sum('purchase', 'krw'),
  };
}
