import type { Conversion, ConversionGroup } from './api';

type Row = Conversion['items'][number];
export type ConversionFigure = 'visits' | 'consultations' | 'matches' | 'contracts' | 'purchases';

/** The list that counts a figure, and how it is narrowed to an adviser or a team; a list that cannot be has no name there. */
const LISTS: Readonly<
  Record<
    ConversionFigure,
    {
      readonly path: string;
      readonly year: (year: string) => Readonly<Record<string, string>>;
      readonly adviser?: string;
      readonly team?: string;
    }
  >
> = {
  visits: { path: '/visits', year: (year) => ({ year, state: 'visited' }), adviser: 'adviser' },
  consultations: {
    path: '/consultations',
    year: (year) => ({ from: `${year}-01-01`, to: `${year}-12-31` }),
  },
  matches: { path: '/matches', year: (year) => ({ year, view: 'list' }) },
  contracts: {
    path: '/contracts',
    year: (year) => ({ year, state: 'signed' }),
    adviser: 'adviserId',
    team: 'teamId',
  },
  purchases: {
    path: '/contracts',
    year: (year) => ({ year, state: 'signed', isPurchased: 'true' }),
    adviser: 'adviserId',
    team: 'teamId',
  },
};

/** The rows that a figure counts; undefined where the list would show others, too (such as those of no team). */
export function conversionLink(
  groupBy: ConversionGroup,
  row: Pick<Row, 'year' | 'adviserId' | 'teamId'>,
  year: number,
  figure: ConversionFigure,
): string | undefined {
  const list = LISTS[figure];
  const query = new URLSearchParams(list.year(String(row.year ?? year)));
  if (groupBy !== 'year') {
    const name = list[groupBy];
    const id = groupBy === 'adviser' ? row.adviserId : row.teamId;
    if (name === undefined || id === null) return undefined;
    query.set(name, id);
  }
  return `${list.path}?${query.toString()}`;
}
