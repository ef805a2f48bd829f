import { KPI_RATE_POLICY, kpiAverages, kpiChange, kpiStanding, type KpiStanding } from '@ieum/domain';
import type { ComparedKpiDto, KpiBoardDto, KpiGroupDto, KpiProgrammeDto } from './dto/kpi-board.dto';
import { toKpiDto, type KpiDto } from './dto/kpi.dto';
import type { Counted } from './kpi-sources';
import type { KpiRow } from './kpis.queries';

interface Placed {
  readonly row: KpiRow;
  readonly standing: KpiStanding;
  readonly shown: KpiDto;
}

function placed(rows: readonly KpiRow[], counted: Counted): Placed[] {
  return rows.map((row) => {
    const standing = kpiStanding(row, counted(row.source, row.year));
    return { row, standing, shown: toKpiDto(row, standing) };
  });
}

/** Programmes, their groups and rows, each in the order in which its first row stands. */
export function boardOf(
  year: number,
  years: number[],
  rows: readonly KpiRow[],
  counted: Counted,
): KpiBoardDto {
  const all = placed(rows, counted);
  return {
    year,
    years,
    policy: KPI_RATE_POLICY,
    differing: all.filter(({ row, standing }) => !row.archived && (standing.difference ?? 0) !== 0).length,
    programmes: [...Map.groupBy(all, ({ row }) => row.programme)].map(([name, own]) =>
      programmeOf(name, own),
    ),
    ...averagesOf(all),
  };
}

function programmeOf(name: string, rows: readonly Placed[]): KpiProgrammeDto {
  const groups = [...Map.groupBy(rows, ({ row }) => row.group)].map(([group, own]): KpiGroupDto => ({
    name: group,
    rows: pairsTogether(own.map(({ shown }) => shown)),
  }));
  return { name, groups, ...averagesOf(rows) };
}

function averagesOf(rows: readonly Placed[]) {
  return kpiAverages(rows.filter(({ row }) => !row.archived).map(({ standing }) => standing));
}

/** Rows of one pair follow each other (20건 / 50억), where the first of them stands. */
function pairsTogether(rows: readonly KpiDto[]): KpiDto[] {
  return [...Map.groupBy(rows, ({ pairKey, id }) => pairKey ?? id).values()].flat();
}

/** Each item through the years, worded as in the latest one that has it. */
export function comparedKpis(rows: readonly KpiRow[], counted: Counted): ComparedKpiDto[] {
  const items = Map.groupBy(placed(rows, counted), ({ row }) => row.itemKey);
  return [...items].flatMap(([itemKey, places]) => {
    const latest = places.at(-1)?.row;
    if (latest === undefined) return [];
    const { programme, group, item, unit, basis } = latest;
    return [{ itemKey, programme, group, item, unit, basis, years: throughYears(places) }];
  });
}

function throughYears(places: readonly Placed[]): ComparedKpiDto['years'] {
  return places.map(({ row, shown }, index) => {
    const before = places[index - 1];
    // Won are not compared with pieces: who measures an item anew begins anew.
    const comparable = before !== undefined && before.row.basis === row.basis;
    return {
      year: shown.year,
      id: shown.id,
      target: shown.target,
      actual: shown.actual,
      rate: shown.rate,
      official: shown.official,
      officialRate: shown.officialRate,
      qualityState: shown.qualityState,
      rowsLink: shown.rowsLink,
      ...kpiChange(comparable ? before.shown.actual : null, shown.actual),
    };
  });
}
