import { DEPARTMENT_GROUPS, TARGET_STATES } from '@ieum/domain';
import {
  BooleanField,
  EnumField,
  IdField,
  InstantField,
  IntField,
  KrwField,
  ListField,
  PersonNameField,
  TextField,
  YearField,
  YearQuery,
} from '../../common/fields';
import { StepReasonDto } from './step-reason.dto';

export class PurchaseTargetDto {
  @IdField() id: string;
  @IdField() institutionId: string;
  @IdField() cycleId: string;
  @YearField() fiscalYear: number;
  @IdField() departmentId: string;
  @TextField({ max: 100, example: '일자리지원과' }) departmentName: string;
  @EnumField('DepartmentGroup', DEPARTMENT_GROUPS) departmentGroup: string;
  @TextField({ max: 40, example: 'social_economy' }) schemeCode: string;
  @KrwField({ nullable: true, example: 20_000_000, description: 'null = no target' })
  targetKrw: number | null;
  @EnumField('TargetState', TARGET_STATES) state: string;
  @InstantField({ nullable: true }) acknowledgedAt: string | null;
  @IdField({ nullable: true }) acknowledgedBy: string | null;
  @PersonNameField({ of: 'acknowledgedBy', nullable: true }) acknowledgedByName: string | null;
  @IntField({ example: 0 }) revisionCount: number;
  @IntField({ min: 1 }) version: number;
}

export class PurchaseTargetListDto {
  @ListField(() => PurchaseTargetDto, { maxItems: 5000 }) items: PurchaseTargetDto[];
}

/** Either the cycle or the year; the institution matters to those who see several. */
export class ListPurchaseTargetsQuery {
  @IdField({ optional: true }) cycleId?: string;
  @YearQuery({ optional: true }) fiscalYear?: number;
  @IdField({ optional: true }) institutionId?: string;
}

export class ProposeTargetsDto {
  @BooleanField({
    optional: true,
    description:
      'Also amounts that are already there follow the answers; otherwise only empty ones are filled',
  })
  overwrite?: boolean;
}

export class SetTargetDto {
  @KrwField({ nullable: true, example: 20_000_000, description: 'null = no target' })
  targetKrw: number | null;
}

export class ReviseTargetDto extends StepReasonDto {
  @KrwField({ nullable: true, example: 25_000_000, description: 'null = no target' })
  targetKrw: number | null;
}

/** A target that was not proposed: a department that came during the year, or a further scheme. */
export class AddTargetDto {
  @IdField() cycleId: string;
  @IdField() departmentId: string;
  @TextField({ max: 40, example: 'social_economy' }) schemeCode: string;
  @KrwField({ example: 20_000_000 }) targetKrw: number;
  @TextField({ max: 500, example: '조직 개편으로 신설' }) reason: string;
}

class TargetRevisionDto {
  @IdField() id: string;
  @KrwField({ nullable: true, example: 20_000_000 }) oldTargetKrw: number | null;
  @KrwField({ nullable: true, example: 25_000_000 }) newTargetKrw: number | null;
  @TextField({ max: 500, example: '추경 반영' }) reason: string;
  @IdField() revisedBy: string;
  @PersonNameField({ of: 'revisedBy', nullable: true }) revisedByName: string | null;
  @InstantField() revisedAt: string;
}

export class TargetRevisionListDto {
  @ListField(() => TargetRevisionDto, { maxItems: 5000 }) items: TargetRevisionDto[];
}
