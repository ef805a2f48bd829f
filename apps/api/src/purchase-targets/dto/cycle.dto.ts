import { CYCLE_ACTIONS, CYCLE_STATES, MALL_TARGET_PLACES, TARGET_BASES } from '@ieum/domain';
import {
  DayField,
  EnumField,
  EnumListField,
  IdField,
  InstantField,
  IntField,
  KrwField,
  ListField,
  MAX_KRW,
  ObjectField,
  PersonNameField,
  TextField,
  YearField,
} from '../../common/fields';
import { RateDto } from '../../common/rate.dto';
import { CountingPolicyChangeDto } from './counting-policy.dto';
import { StepReasonDto } from './step-reason.dto';

/** The institution's target of one scheme, beside what its departments' targets add up to. */
class InstitutionTargetDto {
  @TextField({ max: 40, example: 'social_economy' }) schemeCode: string;
  @TextField({ max: 100, example: '사회적경제기업' }) schemeName: string;
  @EnumField('TargetBasis', TARGET_BASES) basis: string;
  @IntField({ max: 10_000, nullable: true, example: 800, description: '1/100 percent of the denominator' })
  rateBasisPoints: number | null;
  @KrwField({ nullable: true, example: 1_200_000_000, description: 'null = no target' })
  targetKrw: number | null;
  @KrwField({ example: 1_180_000_000 }) departmentSumKrw: number;
  @IntField({ description: 'How many departments have an amount', example: 28 }) departmentCount: number;
  @KrwField({ min: -MAX_KRW, nullable: true, example: -20_000_000, description: 'Sum less target' })
  differenceKrw: number | null;
}

class SurveyProgressDto {
  @IntField({ example: 30 }) departments: number;
  @IntField({ example: 28 }) answered: number;
  @IntField({ example: 20 }) accepted: number;
  @IntField({ example: 2 }) waiting: number;
}

export class PurchaseTargetCycleDto {
  @IdField() id: string;
  @IdField() institutionId: string;
  @YearField() fiscalYear: number;
  @EnumField('CycleState', CYCLE_STATES) state: string;
  @EnumListField('CycleAction', CYCLE_ACTIONS, { description: 'What the manager may do next' })
  nextActions: string[];
  @DayField({ nullable: true }) surveyDueOn: string | null;
  @TextField({ max: 500, nullable: true, example: '신설 부서 배정 예정' }) confirmReason: string | null;
  @InstantField({ nullable: true }) notifiedAt: string | null;
  @IdField() countingPolicyId: string;
  @EnumField('MallTargetPlace', MALL_TARGET_PLACES) mallTarget: string;
  @ListField(() => InstitutionTargetDto, { maxItems: 100 }) institutionTargets: InstitutionTargetDto[];
  @ObjectField(() => RateDto, { description: "The mall's target as a share of the main one" })
  mallShare: RateDto;
  @KrwField({ example: 1_200_000_000, description: 'With the mall target when it lies beside' })
  totalTargetKrw: number;
  @ObjectField(() => SurveyProgressDto) survey: SurveyProgressDto;
  @IntField({ min: 1 }) version: number;
}

export class PurchaseTargetCycleListDto {
  @ListField(() => PurchaseTargetCycleDto, { maxItems: 5000 }) items: PurchaseTargetCycleDto[];
}

export class InstitutionTargetInputDto {
  @TextField({ max: 40, example: 'social_economy' }) schemeCode: string;
  @EnumField('TargetBasis', TARGET_BASES, { optional: true }) basis?: (typeof TARGET_BASES)[number];
  @KrwField({ optional: true, example: 1_200_000_000, description: 'With basis amount' }) targetKrw?: number;
  @IntField({ max: 10_000, optional: true, example: 800, description: 'With basis rate: 800 is 8 %' })
  rateBasisPoints?: number;
}

export class OpenCycleDto {
  @YearField() fiscalYear: number;
  @DayField({ optional: true, nullable: true }) surveyDueOn?: string | null;
  @ListField(() => InstitutionTargetInputDto, { maxItems: 100 })
  institutionTargets: InstitutionTargetInputDto[];
  @ObjectField(() => CountingPolicyChangeDto, { optional: true }) policy?: CountingPolicyChangeDto;
}

export class ChangeCycleDto extends StepReasonDto {
  @DayField({ optional: true, nullable: true }) surveyDueOn?: string | null;
  @ListField(() => InstitutionTargetInputDto, {
    maxItems: 100,
    optional: true,
    description: 'Schemes that are left out stay as they are',
  })
  institutionTargets?: InstitutionTargetInputDto[];
}

class InstitutionTargetRevisionDto {
  @IdField() id: string;
  @TextField({ max: 40, example: 'social_economy' }) schemeCode: string;
  @KrwField({ nullable: true }) oldTargetKrw: number | null;
  @KrwField({ nullable: true }) newTargetKrw: number | null;
  @TextField({ max: 500, example: '추경 반영' }) reason: string;
  @IdField() revisedBy: string;
  @PersonNameField({ of: 'revisedBy', nullable: true }) revisedByName: string | null;
  @InstantField() revisedAt: string;
}

export class InstitutionTargetRevisionListDto {
  @ListField(() => InstitutionTargetRevisionDto, { maxItems: 5000 }) items: InstitutionTargetRevisionDto[];
}
