import { NEED_ORIGINS, NEED_STATES, PURCHASE_KINDS } from '@ieum/domain';
import {
  DayField,
  EnumField,
  EnumListQuery,
  IdField,
  IntField,
  KrwField,
  ListField,
  PersonNameField,
  TextField,
} from '../../../common/fields';
import { PageQuery } from '../../../common/paging';

const TITLE = { max: 200, example: '청소용품' } as const;
const NOTE = { max: 1000, example: '하반기 예산으로 구매 예정' } as const;
const CATEGORY = { max: 8, example: '47131500', pattern: /^\d{2,8}$/ } as const;
const REASON = { max: 500, example: '예산이 없어졌습니다.' } as const;

/** What was found, as an adviser writes it down. */
export class NeedFoundDto {
  @TextField(TITLE) title: string;
  @EnumField('PurchaseKind', PURCHASE_KINDS, { optional: true, nullable: true }) kind?: string | null;
  @TextField({ ...CATEGORY, optional: true, nullable: true }) classificationCode?: string | null;
  @KrwField({ min: 1, optional: true, nullable: true, example: 3_000_000 })
  estimatedAmountKrw?: number | null;
  @DayField({ optional: true, nullable: true, description: 'The day by which it is wanted' })
  wantedBy?: string | null;
  @TextField({ ...NOTE, optional: true, nullable: true }) note?: string | null;
}

export class CreateNeedDto extends NeedFoundDto {
  @IdField() institutionId: string;
  @IdField({ optional: true, nullable: true }) departmentId?: string | null;
}

export class ChangeNeedDto {
  @TextField({ ...TITLE, optional: true }) title?: string;
  @EnumField('PurchaseKind', PURCHASE_KINDS, { optional: true, nullable: true }) kind?: string | null;
  @TextField({ ...CATEGORY, optional: true, nullable: true }) classificationCode?: string | null;
  @KrwField({ min: 1, optional: true, nullable: true, example: 3_000_000 })
  estimatedAmountKrw?: number | null;
  @DayField({ optional: true, nullable: true }) wantedBy?: string | null;
  @TextField({ ...NOTE, optional: true, nullable: true }) note?: string | null;
}

export class CloseNeedDto {
  @TextField(REASON) reason: string;
}

export class NeedDto {
  @IdField() id: string;
  @IdField() areaId: string;
  @IdField() institutionId: string;
  @TextField({ max: 100, example: '원당초등학교' }) institutionName: string;
  @IdField({ nullable: true }) departmentId: string | null;
  @TextField({ max: 100, nullable: true, example: '행정실', description: 'As it was called then' })
  departmentName: string | null;
  @TextField(TITLE) title: string;
  @EnumField('PurchaseKind', PURCHASE_KINDS, { nullable: true }) kind: string | null;
  @TextField({ max: 8, nullable: true, example: '47131500' }) classificationCode: string | null;
  @KrwField({ min: 1, nullable: true, example: 3_000_000 }) estimatedAmountKrw: number | null;
  @DayField({ nullable: true }) wantedBy: string | null;
  @TextField({ ...NOTE, nullable: true }) note: string | null;
  @EnumField('NeedState', NEED_STATES) state: string;
  @TextField({ ...REASON, nullable: true }) closeReason: string | null;
  @EnumField('NeedOrigin', NEED_ORIGINS, { description: 'Where it was found' }) origin: string;
  @IdField({ nullable: true, description: 'The visit, consultation or request; null: entered directly' })
  originId: string | null;
  @DayField({ description: 'The day of the visit or call, or on which it was entered' }) foundOn: string;
  @IdField({ nullable: true, description: 'The match that meets it' }) matchId: string | null;
  @IdField({ description: 'Who wrote it down' }) adviserId: string;
  @PersonNameField({ of: 'adviserId', nullable: true }) adviserName: string | null;
  @IntField({ min: 1, example: 1 }) version: number;
}

export class NeedPageDto {
  @ListField(() => NeedDto, { maxItems: 200 }) items: NeedDto[];
  @TextField({ max: 400, nullable: true, example: 'WyLqsJ' }) nextCursor: string | null;
}

export class ListNeedsQuery extends PageQuery {
  @EnumListQuery('NeedState', NEED_STATES, { optional: true }) state?: string[];
  @EnumField('NeedOrigin', NEED_ORIGINS, { optional: true }) origin?: string;
  @IdField({ optional: true }) areaId?: string;
  @IdField({ optional: true }) institutionId?: string;
  @IdField({ optional: true }) visitId?: string;
  @IdField({ optional: true }) consultationId?: string;
  @IdField({ optional: true }) matchId?: string;
  @TextField({ max: 100, optional: true, example: '청소', description: 'Part of title, note or institution' })
  q?: string;
}
