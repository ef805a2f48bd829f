import { KPI_BASES, MAX_KPIS_OF_YEAR, QUALITY_STATES } from '@ieum/domain';
import {
  BooleanQuery,
  EnumField,
  IdField,
  IntField,
  IntListField,
  KrwField,
  ListField,
  MAX_KRW,
  ObjectField,
  PercentField,
  TextField,
  YearField,
  YearQuery,
} from '../../common/fields';
import { AverageRateDto, RatePolicyDto } from '../../common/rate.dto';
import { SHEET_FORMATS, type SheetFormat } from '../../common/sheets/sheet-writer';
import { KpiDto, KpiRateDto } from './kpi.dto';

export class KpiBoardQuery {
  @YearQuery() year: number;
  @BooleanQuery({ optional: true, description: 'Also rows taken off the board; they are in no average' })
  includeArchived?: boolean;
}

export class ExportKpiBoardQuery extends KpiBoardQuery {
  @EnumField('SheetFormat', SHEET_FORMATS, { optional: true }) format?: SheetFormat;
}

export class CompareKpisQuery {
  @TextField({
    max: 24,
    example: '2016,2017',
    pattern: /^20\d\d(,20\d\d){0,4}$/,
    description: 'Up to five years',
  })
  years: string;
}

export class CopyKpisDto {
  @YearField() fromYear: number;
  @IntField({ min: 2000, max: 2100, example: 2017 }) toYear: number;
}

export class CopiedKpisDto {
  @IntField({ max: MAX_KPIS_OF_YEAR, example: 7 }) copied: number;
  @IntField({ max: MAX_KPIS_OF_YEAR, description: 'Items that the year had already' }) skipped: number;
}

export class KpiAveragesDto {
  @ObjectField(() => AverageRateDto, { description: 'Of what was computed or entered' })
  average: AverageRateDto;
  @ObjectField(() => AverageRateDto, { description: 'Of what was stated' }) officialAverage: AverageRateDto;
  @IntField({ example: 7, description: 'Rows; the averages say how many of them took part' })
  rowCount: number;
}

export class KpiGroupDto {
  @TextField({ max: 100, example: '매칭지원' }) name: string;
  @ListField(() => KpiDto, { maxItems: MAX_KPIS_OF_YEAR }) rows: KpiDto[];
}

export class KpiProgrammeDto extends KpiAveragesDto {
  @TextField({ max: 100, example: '공공시장 확대지원' }) name: string;
  @ListField(() => KpiGroupDto, { maxItems: MAX_KPIS_OF_YEAR }) groups: KpiGroupDto[];
}

export class KpiBoardDto extends KpiAveragesDto {
  @YearField() year: number;
  @IntListField({
    min: 2000,
    max: 2100,
    maxItems: 101,
    example: [2017, 2016],
    description: 'Years that have a board, the latest first',
  })
  years: number[];
  @ObjectField(() => RatePolicyDto, { description: 'As rates are shown unless a row says otherwise' })
  policy: RatePolicyDto;
  @IntField({ description: 'Rows whose official figure is another one than ours' }) differing: number;
  @ListField(() => KpiProgrammeDto, { maxItems: MAX_KPIS_OF_YEAR }) programmes: KpiProgrammeDto[];
}

export class KpiYearDto {
  @YearField() year: number;
  @IdField() id: string;
  @KrwField({ nullable: true, example: 650 }) target: number | null;
  @KrwField({ nullable: true, example: 655 }) actual: number | null;
  @ObjectField(() => KpiRateDto, { nullable: true }) rate: KpiRateDto | null;
  @KrwField({ nullable: true, example: 654 }) official: number | null;
  @ObjectField(() => KpiRateDto, { nullable: true }) officialRate: KpiRateDto | null;
  @EnumField('QualityState', QUALITY_STATES, { nullable: true }) qualityState: string | null;
  @TextField({ max: 200, nullable: true, example: '/visits?year=2017' }) rowsLink: string | null;
  @KrwField({
    nullable: true,
    min: -MAX_KRW,
    example: 55,
    description: 'Actual − actual of the compared year before; null unless both are there',
  })
  change: number | null;
  @PercentField({ nullable: true, description: 'The same in per cent, to 4 decimals' }) changePercent:
    number | null;
}

export class ComparedKpiDto {
  @TextField({ max: 400, example: '공공시장확대지원/방문영업' }) itemKey: string;
  @TextField({ max: 100, example: '공공시장 확대지원', description: 'As the latest year words it' })
  programme: string;
  @TextField({ max: 100, example: '매칭지원' }) group: string;
  @TextField({ max: 200, example: '공공기관 방문영업' }) item: string;
  @TextField({ max: 20, example: '건' }) unit: string;
  @EnumField('KpiBasis', KPI_BASES) basis: string;
  @ListField(() => KpiYearDto, { maxItems: 5, description: 'Years that have the item' }) years: KpiYearDto[];
}

export class KpiComparisonDto {
  @IntListField({ min: 2000, max: 2100, maxItems: 5, example: [2016, 2017] }) years: number[];
  @ListField(() => ComparedKpiDto, { maxItems: 5 * MAX_KPIS_OF_YEAR }) items: ComparedKpiDto[];
}
