import { REQUEST_STATES } from '@ieum/domain';
import {
  BooleanField,
  DayField,
  EnumField,
  EnumListQuery,
  IdField,
  InstantField,
  IntField,
  KrwField,
  ListField,
  ObjectField,
  TextField,
} from '../../../common/fields';
import { PageQuery } from '../../../common/paging';

const TITLE = { max: 100, example: '행사 현수막 견적 요청' } as const;
const MESSAGE = { max: 2000, example: '5m × 0.9m 3장, 설치 포함 견적을 부탁드립니다.' } as const;
const ANSWER = { max: 2000, example: '설치를 포함하여 사흘 안에 가능합니다.' } as const;
const REASON = { max: 500, example: '그 날은 일정이 차 있습니다.' } as const;
const MAX_QUANTITY = 1_000_000_000;

/** What a department, or an adviser for a match, asked of an enterprise. No names of persons: the enterprise sees the department, not who wrote. */
export class SupplierRequestDto {
  @IdField() id: string;
  @IdField() institutionId: string;
  @TextField({ max: 100, example: '강북구' }) institutionName: string;
  @IdField({ nullable: true }) departmentId: string | null;
  @TextField({
    max: 100,
    nullable: true,
    example: '일자리지원과',
    description: 'As it was called when it asked',
  })
  departmentName: string | null;
  @IdField({ nullable: true, description: 'The match that an adviser asks for' }) matchId: string | null;
  @DayField({ nullable: true, description: 'The last day to answer; null: whenever' })
  answerBy: string | null;
  @IdField() supplierId: string;
  @TextField({ max: 100, example: '노란들판' }) supplierName: string;
  @IdField({ nullable: true }) catalogueItemId: string | null;
  @TextField({ max: 200, nullable: true, example: '현수막', description: 'As it was called then' })
  itemName: string | null;
  @TextField(TITLE) title: string;
  @TextField(MESSAGE) message: string;
  @IntField({ min: 1, max: MAX_QUANTITY, nullable: true, example: 3 }) quantity: number | null;
  @DayField({ nullable: true }) neededOn: string | null;
  @EnumField('SupplierRequestState', REQUEST_STATES) state: string;
  @TextField({ ...ANSWER, nullable: true }) answer: string | null;
  @TextField({ ...REASON, nullable: true }) declineReason: string | null;
  @KrwField({ min: 1, nullable: true, example: 240_000 }) quotedAmountKrw: number | null;
  @BooleanField({ nullable: true, description: 'null exactly when there is no amount' })
  quotedIncludesVat: boolean | null;
  @InstantField() createdAt: string;
  @InstantField({ nullable: true, description: 'Answered or declined' }) answeredAt: string | null;
  @InstantField({ nullable: true }) withdrawnAt: string | null;
  @IntField({ min: 1, example: 1 }) version: number;
}

/** How many the filter finds in each state, its own states left aside. */
class SupplierRequestCountsDto {
  @IntField({ example: 2 }) sent: number;
  @IntField({ example: 5 }) answered: number;
  @IntField({ example: 1 }) declined: number;
  @IntField({ example: 0 }) withdrawn: number;
}

export class SupplierRequestPageDto {
  @ListField(() => SupplierRequestDto, { maxItems: 200 }) items: SupplierRequestDto[];
  @TextField({ max: 400, nullable: true, example: 'WyLqsJ' }) nextCursor: string | null;
  @ObjectField(() => SupplierRequestCountsDto) counts: SupplierRequestCountsDto;
}

export class ListSupplierRequestsQuery extends PageQuery {
  @EnumListQuery('SupplierRequestState', REQUEST_STATES, { optional: true }) state?: string[];
  @TextField({
    max: 100,
    optional: true,
    example: '현수막',
    description: 'Part of title, message, item or name',
  })
  q?: string;
  @IdField({ optional: true }) supplierId?: string;
  @IdField({ optional: true }) departmentId?: string;
  @IdField({ optional: true }) matchId?: string;
}

export class CreateSupplierRequestDto {
  @IdField({ optional: true, description: 'Default: the own department; a manager names one' })
  departmentId?: string;
  @IdField() supplierId: string;
  @IdField({ optional: true, nullable: true }) catalogueItemId?: string | null;
  @TextField(TITLE) title: string;
  @TextField(MESSAGE) message: string;
  @IntField({ min: 1, max: MAX_QUANTITY, optional: true, nullable: true, example: 3 })
  quantity?: number | null;
  @DayField({ optional: true, nullable: true }) neededOn?: string | null;
}

export class AnswerSupplierRequestDto {
  @TextField(ANSWER) answer: string;
  @KrwField({ min: 1, optional: true, nullable: true, example: 240_000 }) quotedAmountKrw?: number | null;
  @BooleanField({ optional: true, nullable: true }) quotedIncludesVat?: boolean | null;
}

export class DeclineSupplierRequestDto {
  @TextField(REASON) reason: string;
}

export class ExtendSupplierRequestDto {
  @DayField({ description: 'The new last day to answer; later than before' }) answerBy: string;
}
