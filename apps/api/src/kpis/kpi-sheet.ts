import type { SheetCell } from '../common/sheets/sheet-writer';
import type { KpiBoardDto } from './dto/kpi-board.dto';
import type { KpiDto } from './dto/kpi.dto';

export const KPI_SHEET_HEADINGS = [
  '사업',
  '구분',
  '항목',
  '단위',
  '목표',
  '집계·입력 실적',
  '공식 실적',
  '차이(공식−집계)',
  '달성률(%)',
  '공식 달성률(%)',
  '질적 상태',
  '변경 전 목표',
  '비고',
] as const;

const STATES: Readonly<Record<string, string>> = { planned: '계획', in_progress: '추진 중', done: '완료' };

/** The rows of the board from top to bottom. What is not there is an empty cell, never a zero. */
export function kpiSheetRows(board: KpiBoardDto): SheetCell[][] {
  return board.programmes.flatMap(({ groups }) => groups.flatMap(({ rows }) => rows.map(sheetRow)));
}

function sheetRow(kpi: KpiDto): SheetCell[] {
  const remarks = [kpi.changedGoal ? '사업내용변경' : null, kpi.note, kpi.officialNote];
  return [
    kpi.programme,
    kpi.group,
    kpi.item,
    kpi.unit,
    kpi.target,
    kpi.actual,
    kpi.official,
    kpi.difference,
    kpi.rate === null ? null : Number(kpi.rate.display),
    kpi.officialRate === null ? null : Number(kpi.officialRate.display),
    kpi.qualityState === null ? null : (STATES[kpi.qualityState] ?? null),
    kpi.formerTarget,
    [...new Set(remarks.filter((remark) => remark !== null))].join(' / '),
  ];
}
