import {
  CYCLE_STATES,
  DEPARTMENT_GROUPS,
  MALL_TARGET_PLACES,
  MAX_PLANNED_PURCHASES,
  SURVEY_STATES,
} from '@ieum/domain';
import {
  DayField,
  EnumField,
  IdField,
  InstantField,
  IntField,
  KrwField,
  ListField,
  ObjectField,
  TextField,
  YearField,
} from '../../common/fields';

export class PlannedPurchaseDto {
  @TextField({ max: 200, example: '현수막' }) item: string;
  @KrwField({ min: 1, example: 1_600_000 }) amountKrw: number;
  @IntField({ min: 1, max: 12, nullable: true, example: 4, description: 'null = not yet known' })
  month: number | null;
}

export class DemandSurveyRowDto {
  @IdField() id: string;
  @IdField() institutionId: string;
  @IdField() cycleId: string;
  @YearField() fiscalYear: number;
  @EnumField('CycleState', CYCLE_STATES) cycleState: string;
  @DayField({ nullable: true }) surveyDueOn: string | null;
  @IdField() departmentId: string;
  @TextField({ max: 100, example: '일자리지원과' }) departmentName: string;
  @EnumField('DepartmentGroup', DEPARTMENT_GROUPS) departmentGroup: string;
  @EnumField('SurveyState', SURVEY_STATES) state: string;
  @IntField({ max: MAX_PLANNED_PURCHASES, example: 3 }) plannedCount: number;
  @KrwField({ example: 4_800_000 }) plannedKrw: number;
  @KrwField({ nullable: true, example: 20_000_000 }) wishedTargetKrw: number | null;
  @KrwField({ nullable: true, example: 500_000 }) wishedMallTargetKrw: number | null;
  @TextField({ max: 500, nullable: true, example: '함께누리몰 금액을 확인해 주세요' })
  returnReason: string | null;
  @InstantField({ nullable: true }) submittedAt: string | null;
  @IntField({ min: 1 }) version: number;
}

export class DemandSurveyDto extends DemandSurveyRowDto {
  @EnumField('MallTargetPlace', MALL_TARGET_PLACES) mallTarget: string;
  @ListField(() => PlannedPurchaseDto, { maxItems: MAX_PLANNED_PURCHASES })
  plannedPurchases: PlannedPurchaseDto[];
}

class DemandSurveySumsDto {
  @IntField({ example: 30 }) departments: number;
  @IntField({ example: 28, description: 'Submitted or accepted' }) answered: number;
  @IntField({ example: 20 }) accepted: number;
  @IntField({ example: 2, description: 'To be reminded' }) waiting: number;
  @KrwField({ description: 'Of what is submitted or accepted, as all sums here' }) plannedKrw: number;
  @KrwField() wishedTargetKrw: number;
  @KrwField() wishedMallTargetKrw: number;
}

export class DemandSurveyListDto {
  @ListField(() => DemandSurveyRowDto, { maxItems: 1000 }) items: DemandSurveyRowDto[];
  @ObjectField(() => DemandSurveySumsDto) sums: DemandSurveySumsDto;
}

export class ListDemandSurveysQuery {
  @IdField() cycleId: string;
}

export class AnswerSurveyDto {
  @ListField(() => PlannedPurchaseDto, { maxItems: MAX_PLANNED_PURCHASES })
  plannedPurchases: PlannedPurchaseDto[];
  @KrwField({ nullable: true, example: 20_000_000 }) wishedTargetKrw: number | null;
  @KrwField({ nullable: true, example: 500_000 }) wishedMallTargetKrw: number | null;
}
