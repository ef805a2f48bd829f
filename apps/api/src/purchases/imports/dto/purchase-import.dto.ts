import {
  CHANNELS,
  IMPORT_FIELDS,
  IMPORT_PROBLEMS,
  IMPORT_ROW_CLASSES,
  IMPORT_STATES,
  PURCHASE_KINDS,
  SUMMARY_RANGES,
  type RefusalDetails,
} from '@ieum/domain';
import {
  BooleanField,
  DetailsField,
  EnumField,
  IdField,
  InstantField,
  IntField,
  KrwField,
  ListField,
  MAX_KRW,
  ObjectField,
  TextField,
  TextListField,
  YearField,
} from '../../../common/fields';
import { JobDto } from '../../../jobs/dto/job.dto';
import { SHEET_LIMITS } from '../../../common/sheets/sheet-reader';

export const MAX_ROW = 1_048_576;
const MAX_CELL = SHEET_LIMITS.cellLength;

export class ImportColumnDto {
  @EnumField('ImportField', IMPORT_FIELDS) field: string;
  @IntField({ max: SHEET_LIMITS.columns - 1, example: 3, description: 'Index of the column, 0 = first' })
  column: number;
}

export class RowRangeDto {
  @IntField({ min: 1, max: MAX_ROW, example: 2 }) from: number;
  @IntField({ min: 1, max: MAX_ROW, example: 40 }) to: number;
}

export class ImportClassSummaryDto {
  @EnumField('ImportRowClass', IMPORT_ROW_CLASSES) class: string;
  @IntField({ example: 39 }) count: number;
  @KrwField({ min: -MAX_KRW * 1000 }) sumKrw: number;
  @ListField(() => RowRangeDto, {
    maxItems: SUMMARY_RANGES,
    description: 'Row numbers as in the sheet, in order',
  })
  ranges: RowRangeDto[];
  @IntField({ description: 'Rows beyond the last range shown' }) moreRows: number;
}

export class ImportFailureDto {
  @TextField({ max: 60, example: 'IMPORT_NO_ROWS' }) code: string;
  @DetailsField() details: RefusalDetails;
}

export class SampleRowDto {
  @TextListField({ maxItems: SHEET_LIMITS.columns, max: MAX_CELL, example: ['매입', '노란들판', '160,000'] })
  cells: string[];
}

export class PurchaseImportDto {
  @IdField() id: string;
  @IdField() institutionId: string;
  @IdField({ nullable: true, description: 'null: the sheet names the departments' })
  departmentId: string | null;
  @YearField() fiscalYear: number;
  @IdField() fileId: string;
  @TextField({ max: 255, example: '2016 지출.xlsx' }) fileName: string;
  @EnumField('ImportState', IMPORT_STATES) state: string;
  @IntField({ min: 1, max: MAX_ROW, nullable: true, example: 1 }) headerRow: number | null;
  @ListField(() => ImportColumnDto, { maxItems: IMPORT_FIELDS.length }) mapping: ImportColumnDto[];
  @EnumField('PurchaseKind', PURCHASE_KINDS) defaultKind: string;
  @EnumField('Channel', CHANNELS) defaultChannel: string;
  @TextListField({ maxItems: SHEET_LIMITS.columns, max: MAX_CELL, example: ['거래처명', '합계금액'] })
  headings: string[];
  @ListField(() => SampleRowDto, { maxItems: 10 }) sample: SampleRowDto[];
  @IntField({ description: 'Rows of the sheet' }) rowsFound: number;
  @ListField(() => ImportClassSummaryDto, { maxItems: IMPORT_ROW_CLASSES.length })
  summary: ImportClassSummaryDto[];
  @IntField({ description: 'Rows that are written when it is applied' }) importableRows: number;
  @KrwField({ min: -MAX_KRW * 1000 }) importableKrw: number;
  @ObjectField(() => ImportFailureDto, {
    nullable: true,
    description: 'Why the last check, application or undoing ended',
  })
  failure: ImportFailureDto | null;
  @ObjectField(() => JobDto, { nullable: true }) job: JobDto | null;
  @InstantField() createdAt: string;
  @InstantField({ nullable: true }) appliedAt: string | null;
  @InstantField({ nullable: true }) undoneAt: string | null;
  @IntField({ min: 1, example: 1 }) version: number;
}

export class PurchaseImportPageDto {
  @ListField(() => PurchaseImportDto, { maxItems: 200 }) items: PurchaseImportDto[];
  @TextField({ max: 400, nullable: true, example: 'WyLqsJ' }) nextCursor: string | null;
}

export class ImportProblemDto {
  @EnumField('ImportField', IMPORT_FIELDS) field: string;
  @EnumField('ImportProblem', IMPORT_PROBLEMS) code: string;
}

export class PurchaseImportRowDto {
  @IntField({ min: 1, max: MAX_ROW, example: 2 }) rowNumber: number;
  @EnumField('ImportRowClass', IMPORT_ROW_CLASSES) class: string;
  @BooleanField({ description: 'Is written when the import is applied' }) included: boolean;
  @ListField(() => ImportProblemDto, { maxItems: 40 }) problems: ImportProblemDto[];
  @ListField(() => ImportProblemDto, {
    maxItems: 40,
    description: 'Worth a look; do not hinder the import',
  })
  notes: ImportProblemDto[];
  @IntField({
    min: 1,
    max: MAX_ROW,
    nullable: true,
    example: 2,
    description: 'The earlier row of this sheet',
  })
  duplicateOf: number | null;
  @KrwField({ min: -MAX_KRW * 1000, nullable: true }) amountKrw: number | null;
  @TextListField({ maxItems: SHEET_LIMITS.columns, max: MAX_CELL, example: ['매입', '노란들판', '160,000'] })
  cells: string[];
}

export class PurchaseImportRowPageDto {
  @ListField(() => PurchaseImportRowDto, { maxItems: 200 }) items: PurchaseImportRowDto[];
  @TextField({ max: 400, nullable: true, example: 'WyLqsJ' }) nextCursor: string | null;
}
