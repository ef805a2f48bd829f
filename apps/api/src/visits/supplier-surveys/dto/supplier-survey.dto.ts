import { SUPPLIER_SURVEY_STATES } from '@ieum/domain';
import {
  BooleanField,
  DayField,
  EnumField,
  EnumListQuery,
  IdField,
  IdListField,
  IntField,
  ListField,
  ObjectField,
  TextField,
  YearField,
  YearQuery,
} from '../../../common/fields';
import { PageQuery } from '../../../common/paging';

const STATE = 'SupplierSurveyState';
const OFFERS = { max: 1000, example: '현수막, 인쇄물, 행사 용품' } as const;
const CAPACITY = { max: 1000, example: '한 달에 현수막 500장까지 만들 수 있습니다.' } as const;
const OBSTACLES = { max: 1000, example: '입찰 서류를 갖추기 어렵습니다.' } as const;
const OUTCOME = { max: 1000, example: '작업장을 확인했고 견적을 받기로 했습니다.' } as const;
const MOST_AT_ONCE = 100;

/** The first round is what the enterprise answers, the second what the visit to it found. */
export class SupplierSurveyDto {
  @IdField() id: string;
  @IdField() areaId: string;
  @TextField({ max: 100, example: '강동구' }) areaName: string;
  @IdField() supplierId: string;
  @TextField({ max: 200, example: '노란들판' }) supplierName: string;
  @YearField() year: number;
  @EnumField(STATE, SUPPLIER_SURVEY_STATES) state: string;
  @DayField() sentOn: string;
  @DayField({ nullable: true }) answeredOn: string | null;
  @BooleanField({ nullable: true }) canSell: boolean | null;
  @TextField({ ...OFFERS, nullable: true }) offers: string | null;
  @TextField({ ...CAPACITY, nullable: true }) capacity: string | null;
  @TextField({ ...OBSTACLES, nullable: true }) obstacles: string | null;
  @IdField({ nullable: true }) visitId: string | null;
  @DayField({ nullable: true }) visitedOn: string | null;
  @TextField({ ...OUTCOME, nullable: true }) visitOutcome: string | null;
  @IntField({ min: 1, example: 1 }) version: number;
}

/** How many the filter finds in each state, its own states left aside. */
class SupplierSurveyCountsDto {
  @IntField({ example: 12 }) sent: number;
  @IntField({ example: 30 }) can_sell: number;
  @IntField({ example: 4 }) cannot_sell: number;
  @IntField({ example: 9 }) visited: number;
}

export class SupplierSurveyPageDto {
  @ListField(() => SupplierSurveyDto, { maxItems: 200 }) items: SupplierSurveyDto[];
  @TextField({ max: 400, nullable: true, example: 'WyLqsJ' }) nextCursor: string | null;
  @ObjectField(() => SupplierSurveyCountsDto) counts: SupplierSurveyCountsDto;
}

export class ListSupplierSurveysQuery extends PageQuery {
  @YearQuery({ optional: true }) year?: number;
  @IdField({ optional: true }) areaId?: string;
  @EnumListQuery(STATE, SUPPLIER_SURVEY_STATES, { optional: true }) state?: string[];
  @TextField({ max: 100, optional: true, example: '노란', description: 'Part of the name of the enterprise' })
  q?: string;
}

/** An enterprise is asked once a year, so those that were asked already are left out and named. */
export class SendSupplierSurveysDto {
  @IdField({
    optional: true,
    nullable: true,
    description: 'For whom it is asked; default: the only own area',
  })
  areaId?: string | null;
  @IdListField({ maxItems: MOST_AT_ONCE }) supplierIds: string[];
}

export class SentSupplierSurveysDto {
  @ListField(() => SupplierSurveyDto, { maxItems: MOST_AT_ONCE }) items: SupplierSurveyDto[];
  @IdListField({ maxItems: MOST_AT_ONCE, description: 'Asked this year already, by whomever' })
  alreadyAskedIds: string[];
}

export class OwnSupplierSurveysDto {
  @ListField(() => SupplierSurveyDto, { maxItems: 50 }) items: SupplierSurveyDto[];
}

export class AnswerSupplierSurveyDto {
  @BooleanField({ example: true, description: 'Can you sell to public bodies?' }) canSell: boolean;
  @TextField({ ...OFFERS, optional: true, nullable: true, description: 'What; needed from who can' })
  offers?: string | null;
  @TextField({ ...CAPACITY, optional: true, nullable: true }) capacity?: string | null;
  @TextField({ ...OBSTACLES, optional: true, nullable: true }) obstacles?: string | null;
}

export class VisitSupplierSurveyDto {
  @IdField({ description: 'A visit to this enterprise that took place' }) visitId: string;
  @TextField(OUTCOME) outcome: string;
}
