import { NOTICE_KINDS } from '@ieum/domain';
import {
  BooleanField,
  BooleanQuery,
  DetailsField,
  EnumField,
  IdField,
  InstantField,
  IntField,
  ListField,
  TextField,
} from '../../common/fields';
import { PageQuery } from '../../common/paging';

export class NoticeDto {
  @IdField() id: string;
  @EnumField('NoticeKind', NOTICE_KINDS) kind: string;
  @DetailsField({ description: 'What the sentence of this kind needs' }) params: object;
  @TextField({ max: 200, nullable: true, example: '/purchase-targets' }) link: string | null;
  @InstantField() createdAt: string;
  @BooleanField({ description: 'Read by this person' }) isRead: boolean;
}

export class NoticePageDto {
  @ListField(() => NoticeDto, { maxItems: 200 }) items: NoticeDto[];
  @TextField({ max: 400, nullable: true, example: 'WyLqsJ' }) nextCursor: string | null;
  @IntField({ description: 'Of all, not of this page', example: 2 }) unreadCount: number;
}

export class ListNoticesQuery extends PageQuery {
  @BooleanQuery({ optional: true }) unreadOnly?: boolean;
}
