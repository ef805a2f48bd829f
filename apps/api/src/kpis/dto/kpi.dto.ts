import {
  KPI_BASES,
  KPI_SOURCES,
  kpiRatePolicy,
  kpiRowsLink,
  QUALITY_STATES,
  ROUNDINGS,
  type KpiBasis,
  type KpiSource,
  type KpiStanding,
  type QualityState,
  type Rate,
  type Rounding,
} from '@ieum/domain';
import {
  BooleanField,
  EnumField,
  IdField,
  IntField,
  KrwField,
  MAX_KRW,
  ObjectField,
  PercentField,
  TextField,
  YearField,
  type Presence,
} from '../../common/fields';
import { RatePolicyDto } from '../../common/rate.dto';
import type { KpiRow } from '../kpis.queries';

/** Won or pieces, as the basis says. */
function Figure(presence: Presence & { min?: number; example?: number } = {}) {
  return KrwField({ example: 650, ...presence });
}

export class KpiRateDto {
  @Figure({ example: 654 }) numerator: number;
  @Figure({ min: 1 }) denominator: number;
  @PercentField({ description: 'Exact to 4 decimals' }) percent: number;
  @TextField({ max: 30, example: '101', description: 'As the policy rounds it' }) display: string;
  @ObjectField(() => RatePolicyDto) policy: RatePolicyDto;
}

export class CreateKpiDto {
  @YearField() year: number;
  @TextField({ max: 100, example: '공공시장 확대지원' }) programme: string;
  @TextField({ max: 100, example: '매칭지원' }) group: string;
  @TextField({ max: 200, example: '공공기관 방문영업' }) item: string;
  @TextField({
    max: 400,
    optional: true,
    example: '공공시장확대지원/방문영업',
    description: 'The same from year to year; made of programme and item when it is left out',
  })
  itemKey?: string;
  @TextField({ max: 20, example: '건' }) unit: string;
  @EnumField('KpiBasis', KPI_BASES) basis: KpiBasis;
  @Figure({ optional: true, nullable: true, min: 1 }) target?: number | null;
  @EnumField('KpiSource', KPI_SOURCES) source: KpiSource;
  @Figure({ optional: true, nullable: true, description: 'Of entered rows alone' })
  enteredActual?: number | null;
  @Figure({ optional: true, nullable: true, description: 'As it was stated elsewhere' })
  official?: number | null;
  @TextField({ max: 500, optional: true, nullable: true, example: '2017년 결과보고서' }) officialNote?:
    string | null;
  @TextField({ max: 500, optional: true, nullable: true, example: '사업내용변경' }) note?: string | null;
  @BooleanField({ optional: true }) changedGoal?: boolean;
  @Figure({ optional: true, nullable: true, description: 'Before the goal was changed' })
  formerTarget?: number | null;
  @TextField({
    max: 60,
    optional: true,
    nullable: true,
    example: '영업매칭',
    description: 'Rows that are read together',
  })
  pairKey?: string | null;
  @EnumField('QualityState', QUALITY_STATES, {
    optional: true,
    nullable: true,
    description: 'Of quality rows alone',
  })
  qualityState?: QualityState | null;
  @EnumField('Rounding', ROUNDINGS, { optional: true, nullable: true, description: 'null = as the board' })
  rounding?: Rounding | null;
  @IntField({ max: 4, optional: true, nullable: true, description: 'null = as the board' }) decimals?:
    number | null;
  @IntField({ optional: true, example: 10 }) sortOrder?: number;
}

/** What is left out stays. */
export class ChangeKpiDto {
  @TextField({ max: 100, optional: true, example: '공공시장 확대지원' }) programme?: string;
  @TextField({ max: 100, optional: true, example: '매칭지원' }) group?: string;
  @TextField({ max: 200, optional: true, example: '공공기관 방문영업' }) item?: string;
  @TextField({ max: 400, optional: true, example: '공공시장확대지원/방문영업' }) itemKey?: string;
  @TextField({ max: 20, optional: true, example: '건' }) unit?: string;
  @EnumField('KpiBasis', KPI_BASES, { optional: true }) basis?: KpiBasis;
  @Figure({ optional: true, nullable: true, min: 1 }) target?: number | null;
  @EnumField('KpiSource', KPI_SOURCES, { optional: true }) source?: KpiSource;
  @Figure({ optional: true, nullable: true }) enteredActual?: number | null;
  @Figure({ optional: true, nullable: true }) official?: number | null;
  @TextField({ max: 500, optional: true, nullable: true, example: '2017년 결과보고서' }) officialNote?:
    string | null;
  @TextField({ max: 500, optional: true, nullable: true, example: '사업내용변경' }) note?: string | null;
  @BooleanField({ optional: true }) changedGoal?: boolean;
  @Figure({ optional: true, nullable: true }) formerTarget?: number | null;
  @TextField({ max: 60, optional: true, nullable: true, example: '영업매칭' }) pairKey?: string | null;
  @EnumField('QualityState', QUALITY_STATES, { optional: true, nullable: true })
  qualityState?: QualityState | null;
  @EnumField('Rounding', ROUNDINGS, { optional: true, nullable: true }) rounding?: Rounding | null;
  @IntField({ max: 4, optional: true, nullable: true }) decimals?: number | null;
  @IntField({ optional: true, example: 10 }) sortOrder?: number;
  @BooleanField({ optional: true, description: 'Takes it off the board; nothing is deleted' })
  archived?: boolean;
}

export class KpiDto {
  @IdField() id: string;
  @YearField() year: number;
  @TextField({ max: 100, example: '공공시장 확대지원' }) programme: string;
  @TextField({ max: 100, example: '매칭지원' }) group: string;
  @TextField({ max: 200, example: '공공기관 방문영업' }) item: string;
  @TextField({ max: 400, example: '공공시장확대지원/방문영업' }) itemKey: string;
  @TextField({ max: 20, example: '건' }) unit: string;
  @EnumField('KpiBasis', KPI_BASES) basis: string;
  @Figure({ nullable: true }) target: number | null;
  @EnumField('KpiSource', KPI_SOURCES) source: string;
  @Figure({ nullable: true }) enteredActual: number | null;
  @Figure({
    nullable: true,
    example: 655,
    description: 'Counted from rows; null = typed in, or not counted yet',
  })
  computed: number | null;
  @Figure({ nullable: true, example: 655, description: 'Ours: computed, or entered' }) actual: number | null;
  @ObjectField(() => KpiRateDto, { nullable: true, description: 'null = no target, or no actual' })
  rate: KpiRateDto | null;
  @Figure({ nullable: true, example: 654 }) official: number | null;
  @ObjectField(() => KpiRateDto, { nullable: true }) officialRate: KpiRateDto | null;
  @Figure({ nullable: true, min: -MAX_KRW, example: -1, description: 'official − actual' }) difference:
    number | null;
  @TextField({ max: 500, nullable: true, example: '2017년 결과보고서' }) officialNote: string | null;
  @TextField({ max: 500, nullable: true, example: '사업내용변경' }) note: string | null;
  @BooleanField() changedGoal: boolean;
  @Figure({ nullable: true }) formerTarget: number | null;
  @TextField({ max: 60, nullable: true, example: '영업매칭' }) pairKey: string | null;
  @EnumField('QualityState', QUALITY_STATES, { nullable: true }) qualityState: string | null;
  @EnumField('Rounding', ROUNDINGS, { nullable: true }) rounding: string | null;
  @IntField({ max: 4, nullable: true }) decimals: number | null;
  @ObjectField(() => RatePolicyDto, { description: 'As its rates are shown' }) policy: RatePolicyDto;
  @IntField({ example: 10 }) sortOrder: number;
  @BooleanField() archived: boolean;
  @TextField({
    max: 200,
    nullable: true,
    example: '/visits?year=2017',
    description: 'The screen that lists the rows behind the figure',
  })
  rowsLink: string | null;
  @IntField({ min: 1, example: 1 }) version: number;
}

export function toKpiRateDto(rate: Rate | null): KpiRateDto | null {
  if (rate === null) return null;
  const { numeratorKrw, denominatorKrw, percent, display, policy } = rate;
  if (denominatorKrw === null || percent === null || display === null) return null;
  return { numerator: numeratorKrw, denominator: denominatorKrw, percent, display, policy };
}

export function toKpiDto(row: KpiRow, standing: KpiStanding): KpiDto {
  return {
    id: row.id,
    year: row.year,
    programme: row.programme,
    group: row.group,
    item: row.item,
    itemKey: row.itemKey,
    unit: row.unit,
    basis: row.basis,
    target: row.target,
    source: row.source,
    enteredActual: row.enteredActual,
    computed: standing.computed,
    actual: standing.actual,
    rate: toKpiRateDto(standing.rate),
    official: row.official,
    officialRate: toKpiRateDto(standing.officialRate),
    difference: standing.difference,
    officialNote: row.officialNote,
    note: row.note,
    changedGoal: row.changedGoal,
    formerTarget: row.formerTarget,
    pairKey: row.pairKey,
    qualityState: row.qualityState,
    rounding: row.rounding,
    decimals: row.decimals,
    policy: kpiRatePolicy(row),
    sortOrder: row.sortOrder,
    archived: row.archived,
    rowsLink: kpiRowsLink(row.source, row.year),
    version: row.version,
  };
}
