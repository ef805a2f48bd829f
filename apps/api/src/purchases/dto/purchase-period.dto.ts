import { PERIOD_STATES, SUBMISSION_KINDS, type SubmissionKind } from '@ieum/domain';
import {
  EnumField,
  IdField,
  InstantField,
  IntField,
  KrwField,
  ListField,
  TextField,
  YearField,
  YearQuery,
} from '../../common/fields';

class DepartmentSubmissionDto {
  @IdField() departmentId: string;
  @TextField({ max: 100, example: '일자리지원과' }) departmentName: string;
  @EnumField('PeriodState', PERIOD_STATES) state: string;
  @EnumField('SubmissionKind', SUBMISSION_KINDS, { nullable: true }) kind: string | null;
  @InstantField({ nullable: true }) submittedAt: string | null;
  @IntField({ example: 3, description: 'submitted or accepted, adjustments included' }) purchaseCount: number;
  @IntField({ example: 0, description: 'draft or returned' }) unfinishedCount: number;
  @KrwField({ min: Number.MIN_SAFE_INTEGER, description: 'with VAT' }) amountKrw: number;
}

export class PurchasePeriodDto {
  @IdField() id: string;
  @IdField() institutionId: string;
  @YearField() fiscalYear: number;
  @IntField({ min: 1, max: 4, example: 1 }) quarter: number;
  @EnumField('QuarterState', ['open', 'closed']) state: string;
  @TextField({ max: 500, nullable: true, example: '보건소는 다음 분기에 정정' }) closeReason: string | null;
  @TextField({ max: 500, nullable: true, example: '누락 자료' }) reopenReason: string | null;
  @InstantField({ nullable: true }) closedAt: string | null;
  @ListField(() => DepartmentSubmissionDto, { maxItems: 1000 }) departments: DepartmentSubmissionDto[];
  @IntField({ min: 1, example: 1 }) version: number;
}

export class PurchasePeriodListDto {
  @ListField(() => PurchasePeriodDto, { maxItems: 8 }) items: PurchasePeriodDto[];
}

export class ListPeriodsQuery {
  @IdField({ optional: true, description: 'default: the own institution' }) institutionId?: string;
  @YearQuery() fiscalYear: number;
}

export class SubmitPeriodDto {
  @IdField({ optional: true, description: 'default: the own department' }) departmentId?: string;
  @EnumField('SubmissionKind', SUBMISSION_KINDS, { description: 'nil = no purchases in this quarter' })
  kind: SubmissionKind;
}

export class WithdrawPeriodDto {
  @IdField({ optional: true, description: 'default: the own department' }) departmentId?: string;
}

export class OptionalReasonDto {
  @TextField({ max: 500, optional: true, example: '보건소는 다음 분기에 정정' }) reason?: string;
}
