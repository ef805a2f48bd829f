import {
  EnumField,
  IdField,
  IntField,
  KrwField,
  ListField,
  ObjectField,
  PersonNameField,
  TextField,
  YearField,
  YearQuery,
} from '../../common/fields';

export const CONVERSION_GROUPS = ['adviser', 'team', 'year'] as const;
export type ConversionGroup = (typeof CONVERSION_GROUPS)[number];

export class ConversionQuery {
  @YearQuery({ optional: true, description: 'default: this year; by year: all of them' }) year?: number;
  @EnumField('ConversionGroup', CONVERSION_GROUPS, { optional: true, description: 'default: adviser' })
  groupBy?: ConversionGroup;
}

/** Each thing counts once, in the year of its own day; a purchase in the year in which its contract was signed. */
class ConversionFiguresDto {
  @IntField({ example: 654, description: 'That took place' }) visitCount: number;
  @IntField({ example: 300 }) consultationCount: number;
  @IntField({ example: 40 }) needCount: number;
  @IntField({ example: 27 }) matchCount: number;
  @IntField({ example: 18, description: 'Selected or contracted' }) wonMatchCount: number;
  @IntField({ example: 17, description: 'Signed ones' }) contractCount: number;
  @KrwField({ example: 6_418_000_000 }) contractKrw: number;
  @IntField({ example: 12 }) purchaseCount: number;
  @KrwField({ min: Number.MIN_SAFE_INTEGER, description: 'with adjustments' }) purchaseKrw: number;
}

class ConversionRowDto extends ConversionFiguresDto {
  @YearField({ nullable: true, description: 'by year' }) year: number | null;
  @IdField({ nullable: true, description: 'by adviser' }) adviserId: string | null;
  @PersonNameField({ of: 'adviserId', nullable: true }) adviserName: string | null;
  @IdField({ nullable: true, description: 'by team; null: of no team' }) teamId: string | null;
  @TextField({ max: 100, nullable: true, example: '강북 지원단' }) teamName: string | null;
}

export class ConversionDto {
  @YearField({ nullable: true, description: 'null: by year' }) year: number | null;
  @ListField(() => ConversionRowDto, { maxItems: 1000 }) items: ConversionRowDto[];
  @ObjectField(() => ConversionFiguresDto) total: ConversionFiguresDto;
}
