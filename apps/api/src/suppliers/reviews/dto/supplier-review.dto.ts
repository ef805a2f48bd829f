import { LIST_REVIEW_DECISIONS, LIST_REVIEW_STATES, LISTED_FACTS, REVIEW_REASONS } from '@ieum/domain';
import {
  BooleanField,
  DayField,
  EnumField,
  EnumListField,
  EnumListQuery,
  IdField,
  InstantField,
  IntField,
  ListField,
  ObjectField,
  PersonNameField,
  TextField,
} from '../../../common/fields';
import { PageQuery } from '../../../common/paging';
import { ListEntryDto, REPRESENTATIVE_AMONG_FACTS } from '../../imports/dto/list-entry.dto';

const MAX_ROW = 1_048_576;

export class ListSupplierReviewsQuery extends PageQuery {
  @EnumListQuery('ListReviewState', LIST_REVIEW_STATES, {
    optional: true,
    description: 'Left out: those that wait',
  })
  state?: string[];
}

export class DecideSupplierReviewDto {
  @EnumField('ListReviewDecision', LIST_REVIEW_DECISIONS, {
    description:
      'same: the row means this supplier; different: it is another enterprise; dismissed: the row is of no use',
  })
  decision: (typeof LIST_REVIEW_DECISIONS)[number];
  @IdField({ optional: true, nullable: true, description: 'Which of the candidates; for `same` only' })
  supplierId?: string | null;
  @EnumListField('ListedFact', LISTED_FACTS, {
    optional: true,
    description: 'For `same`: which of the facts that people entered the list replaces; all others stay',
  })
  takeFields?: string[];
  @TextField({ max: 500, optional: true, nullable: true, example: '대표자와 소재지가 같음' })
  reason?: string | null;
}

export class ReviewDifferenceDto {
  @EnumField('ListedFact', LISTED_FACTS) field: string;
  @TextField({
    max: 500,
    nullable: true,
    example: '서울특별시 강북구 도봉로 1',
    personal: REPRESENTATIVE_AMONG_FACTS,
  })
  before: string | null;
  @TextField({ max: 500, example: '서울특별시 노원구 동일로 1', personal: REPRESENTATIVE_AMONG_FACTS })
  after: string;
  @BooleanField({ description: 'What stands was entered, corrected or erased by a person' }) byHand: boolean;
}

export class ReviewCandidateDto {
  @IdField({ nullable: true, description: 'null: another row of the list that has no supplier yet' })
  supplierId: string | null;
  @IntField({ min: 1, max: MAX_ROW, nullable: true, example: 2, description: 'The other row of the list' })
  rowNumber: number | null;
  @TextField({ max: 100, nullable: true, example: '노란들판' }) name: string | null;
  @TextField({ max: 10, nullable: true, example: '0001234560' }) businessNumber: string | null;
  @TextField({
    max: 60,
    nullable: true,
    example: '홍길동',
    personal: { what: 'representative', kind: 'supplier', of: 'supplierId' },
  })
  representative: string | null;
  @TextField({ max: 200, nullable: true, example: '서울특별시 강북구 도봉로 1' }) address: string | null;
  @TextField({ max: 60, nullable: true, example: '제2010-015호' }) certificateNumber: string | null;
  @DayField({ nullable: true }) certifiedOn: string | null;
  @IntField({ max: 10_000, example: 6667, description: 'Likeness of the names, 10000 = the same' })
  likenessBp: number;
  @BooleanField() sameNumber: boolean;
  @BooleanField() sameCertificate: boolean;
  @ListField(() => ReviewDifferenceDto, {
    maxItems: LISTED_FACTS.length,
    description: 'What `same` would write here',
  })
  differences: ReviewDifferenceDto[];
}

export class SupplierReviewDto {
  @IdField() id: string;
  @IdField() importId: string;
  @TextField({ max: 255, example: '사회적기업 목록.xlsx' }) fileName: string;
  @DayField() asOf: string;
  @IntField({ min: 1, max: MAX_ROW, example: 2 }) rowNumber: number;
  @EnumField('ReviewReason', REVIEW_REASONS) reason: string;
  @ObjectField(() => ListEntryDto) entry: ListEntryDto;
  @ListField(() => ReviewCandidateDto, { maxItems: 10 }) candidates: ReviewCandidateDto[];
  @EnumField('ListReviewState', LIST_REVIEW_STATES) state: string;
  @IdField({ nullable: true, description: 'Whom the row turned out to mean' }) supplierId: string | null;
  @TextField({ max: 100, nullable: true, example: '노란들판' }) supplierName: string | null;
  @TextField({ max: 500, nullable: true, example: '대표자와 소재지가 같음' }) note: string | null;
  @IdField({ nullable: true }) decidedBy: string | null;
  @PersonNameField({ of: 'decidedBy', nullable: true }) decidedByName: string | null;
  @InstantField({ nullable: true }) decidedAt: string | null;
  @IntField({ min: 1, example: 1 }) version: number;
}

export class SupplierReviewPageDto {
  @ListField(() => SupplierReviewDto, { maxItems: 200 }) items: SupplierReviewDto[];
  @IntField({ description: 'All of these states, on all pages' }) total: number;
  @TextField({ max: 400, nullable: true, example: 'WyLqsJ' }) nextCursor: string | null;
}
