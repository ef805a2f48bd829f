import {
  DayField,
  IdField,
  IntField,
  KrwField,
  ListField,
  ObjectField,
  TextField,
  YearField,
} from '../../../common/fields';
import { NEGATIVE_MAX_KRW } from '../../dto/purchase.dto';
import type { Family } from '../recount-families';
import { CountingDecisionDto, SchemeDifferenceDto, toCountingDecisionDto } from './recount.dto';

class PreviewedRecountDto {
  @IdField() purchaseId: string;
  @IdField() institutionId: string;
  @IdField() departmentId: string;
  @TextField({ max: 100, example: '일자리지원과' }) departmentName: string;
  @TextField({ max: 200, example: '현수막/배너 제작' }) item: string;
  @YearField() fiscalYear: number;
  @DayField({ nullable: true }) recognitionDate: string | null;
  @KrwField({ min: NEGATIVE_MAX_KRW }) amountKrw: number;
  @ObjectField(() => CountingDecisionDto) before: CountingDecisionDto;
  @ObjectField(() => CountingDecisionDto) after: CountingDecisionDto;
  @ListField(() => SchemeDifferenceDto, { maxItems: 40 }) differences: SchemeDifferenceDto[];
}

export class RecountPreviewDto {
  @ListField(() => PreviewedRecountDto, { maxItems: 200, description: 'the first ones; the sums are of all' })
  items: PreviewedRecountDto[];
  @IntField({ max: 1_000_000_000, example: 3 }) count: number;
  @KrwField({ min: Number.MIN_SAFE_INTEGER }) amountKrw: number;
  @ListField(() => SchemeDifferenceDto, { maxItems: 40 }) differences: SchemeDifferenceDto[];
  @IntField({
    nullable: true,
    example: 2,
    description: 'institutions it reaches; null for who sees only one',
  })
  institutionCount: number | null;
}

export function toPreviewedDto({ original, finding, recomputed }: Family): PreviewedRecountDto {
  return {
    purchaseId: original.id,
    institutionId: original.institution_id,
    departmentId: original.department_id,
    departmentName: original.department_name,
    item: original.item,
    fiscalYear: original.fiscal_year,
    recognitionDate: original.recognition_date,
    amountKrw: original.amount_krw,
    before: toCountingDecisionDto(finding?.stored ?? recomputed),
    after: toCountingDecisionDto(recomputed),
    differences: (finding?.differences ?? []).map(({ scheme, krw }) => ({ scheme, krw })),
  };
}
