import {
  CERTIFICATION_TYPES,
  COUNT_STATUSES,
  MAX_RECOUNTS_AT_ONCE,
  RECOGNITION_REASONS,
  RECOUNT_STATES,
  totalledUnder,
  type RecognitionDecision,
} from '@ieum/domain';
import {
  BooleanField,
  DayField,
  EnumField,
  EnumListField,
  IdField,
  InstantField,
  IntField,
  KrwField,
  ListField,
  ObjectField,
  PersonNameField,
  TextField,
  TextListField,
  YearField,
} from '../../../common/fields';
import { NEGATIVE_MAX_KRW } from '../../dto/purchase.dto';
import type { RecountListRow } from '../recount.row';
import type { DepartmentSum } from '../recounts.queries';

export class SchemeDifferenceDto {
  @TextField({ max: 40, example: 'social_economy' }) scheme: string;
  @KrwField({ min: Number.MIN_SAFE_INTEGER, example: -160_000 }) krw: number;
}

/** How a purchase counts, or would. */
export class CountingDecisionDto {
  @EnumField('CountStatus', COUNT_STATUSES) countStatus: string;
  @TextListField({
    maxItems: 40,
    max: 40,
    example: ['social_economy'],
    description: 'certified_only among them',
  })
  countedSchemes: string[];
  @EnumListField('RecognitionReason', RECOGNITION_REASONS) countReasons: string[];
}

/** The certificate whose change touched the purchase, as it stands now. */
class RecountCauseDto {
  @IdField() certificationId: string;
  @EnumField('CertificationType', CERTIFICATION_TYPES) type: string;
  @DayField() validFrom: string;
  @DayField({ nullable: true }) validUntil: string | null;
  @DayField({ nullable: true }) revokedOn: string | null;
  @TextField({ max: 500, nullable: true, example: '부정 수급' }) revocationReason: string | null;
}

export class PurchaseRecountDto {
  @IdField() id: string;
  @IdField() institutionId: string;
  @TextField({ max: 100, example: '강북구' }) institutionName: string;
  @IdField() departmentId: string;
  @TextField({ max: 100, example: '일자리지원과' }) departmentName: string;
  @IdField() purchaseId: string;
  @TextField({ max: 200, example: '현수막/배너 제작' }) item: string;
  @YearField() fiscalYear: number;
  @DayField({ nullable: true }) recognitionDate: string | null;
  @KrwField({ min: NEGATIVE_MAX_KRW, description: 'of the purchase alone, with VAT' }) amountKrw: number;
  @BooleanField({ description: 'its quarter is closed: signed rows of another day correct it' })
  quarterClosed: boolean;
  @IdField() supplierId: string;
  @TextField({ max: 100, example: '노란들판' }) supplierName: string;
  @ObjectField(() => RecountCauseDto) cause: RecountCauseDto;
  @ObjectField(() => CountingDecisionDto) before: CountingDecisionDto;
  @ObjectField(() => CountingDecisionDto) after: CountingDecisionDto;
  @ListField(() => SchemeDifferenceDto, { maxItems: 40, description: 'with all that adjusts the purchase' })
  differences: SchemeDifferenceDto[];
  @EnumField('RecountState', RECOUNT_STATES) state: string;
  @InstantField() foundAt: string;
  @InstantField({ nullable: true }) endedAt: string | null;
  @IdField({ nullable: true }) decidedBy: string | null;
  @PersonNameField({ of: 'decidedBy', nullable: true }) decidedByName: string | null;
  @TextField({ max: 500, nullable: true, example: '인증이 소급 취소되었습니다' }) reason: string | null;
}

export class PurchaseRecountPageDto {
  @ListField(() => PurchaseRecountDto, { maxItems: 200 }) items: PurchaseRecountDto[];
  @TextField({ max: 400, nullable: true, example: 'WyIwMTkiXQ' }) nextCursor: string | null;
}

export class DecidedRecountsDto {
  @ListField(() => PurchaseRecountDto, { maxItems: MAX_RECOUNTS_AT_ONCE }) items: PurchaseRecountDto[];
}

class DepartmentRecountsDto {
  @IdField() departmentId: string;
  @TextField({ max: 100, example: '일자리지원과' }) departmentName: string;
  @IntField({ max: 1_000_000_000, example: 3 }) count: number;
  @KrwField({ min: Number.MIN_SAFE_INTEGER, description: 'of the purchases alone, with VAT' })
  amountKrw: number;
  @ListField(() => SchemeDifferenceDto, { maxItems: 40 }) differences: SchemeDifferenceDto[];
}

/** Over all rows that the filters give, not only those on the page. */
export class RecountSummaryDto {
  @IntField({ max: 1_000_000_000, example: 3 }) count: number;
  @KrwField({ min: Number.MIN_SAFE_INTEGER }) amountKrw: number;
  @ListField(() => SchemeDifferenceDto, { maxItems: 40 }) differences: SchemeDifferenceDto[];
  @ListField(() => DepartmentRecountsDto, { maxItems: 10_000 }) departments: DepartmentRecountsDto[];
}

export function toCountingDecisionDto(decision: RecognitionDecision): CountingDecisionDto {
  return {
    countStatus: decision.countStatus,
    countedSchemes: [...totalledUnder(decision)].sort(),
    countReasons: [...decision.reasons],
  };
}

export function toRecountDto(row: RecountListRow): PurchaseRecountDto {
  return {
    id: row.id,
    institutionId: row.institution_id,
    institutionName: row.institution_name,
    departmentId: row.department_id,
    departmentName: row.department_name,
    purchaseId: row.purchase_id,
    item: row.item,
    fiscalYear: row.fiscal_year,
    recognitionDate: row.recognition_date,
    amountKrw: row.amount_krw,
    quarterClosed: row.quarter_closed,
    supplierId: row.supplier_id,
    supplierName: row.supplier_name,
    cause: {
      certificationId: row.certification_id,
      type: row.certification_type,
      validFrom: row.valid_from,
      validUntil: row.valid_until,
      revokedOn: row.revoked_on,
      revocationReason: row.revocation_reason,
    },
    before: toCountingDecisionDto(row.stored),
    after: toCountingDecisionDto(row.recomputed),
    differences: row.differences.map(({ scheme, krw }) => ({ scheme, krw })),
    state: row.state,
    foundAt: row.found_at.toISOString(),
    endedAt: row.ended_at?.toISOString() ?? null,
    decidedBy: row.decided_by,
    decidedByName: row.decided_by_name,
    reason: row.reason,
  };
}

export function toRecountSummaryDto(departments: readonly DepartmentSum[]): RecountSummaryDto {
  const sums = new Map<string, number>();
  for (const { scheme, krw } of departments.flatMap((one) => one.differences))
    sums.set(scheme, (sums.get(scheme) ?? 0) + krw);
  return {
    count: departments.reduce((sum, one) => sum + one.count, 0),
    amountKrw: departments.reduce((sum, one) => sum + one.amount_krw, 0),
    differences: [...sums].map(([scheme, krw]) => ({ scheme, krw })),
    departments: departments.map((one) => ({
      departmentId: one.department_id,
      departmentName: one.department_name,
      count: one.count,
      amountKrw: one.amount_krw,
      differences: one.differences.map(({ scheme, krw }) => ({ scheme, krw })),
    })),
  };
}
