import {
  DayField,
  DetailsField,
  EnumField,
  IdField,
  InstantField,
  IntField,
  ListField,
  TextField,
} from '../../common/fields';
import { PageQuery } from '../../common/paging';
import type { AuditEventRow } from '../audit-event.row';

const ACTIONS = ['insert', 'update', 'delete'];

export class AuditEventDto {
  @IntField({ min: 1, max: Number.MAX_SAFE_INTEGER, example: 1 }) id: number;
  @IdField({ nullable: true }) institutionId: string | null;
  @InstantField() occurredAt: string;
  @IdField() actorId: string;
  @TextField({ max: 60, nullable: true, example: '김서무', description: 'null: the system, or not visible' })
  actorName: string | null;
  @TextField({ max: 100, example: 'req-1' }) requestId: string;
  @TextField({ max: 63, example: 'purchases' }) tableName: string;
  @TextField({ max: 100, min: 0, example: '019aa5d0-7c1e-7000-8000-000000000001' }) rowId: string;
  @EnumField('AuditAction', ACTIONS) action: string;
  @DetailsField({ nullable: true, description: 'The row before; secrets are masked' }) before: object | null;
  @DetailsField({ nullable: true, description: 'The row after; secrets are masked' }) after: object | null;
}

export class AuditEventPageDto {
  @ListField(() => AuditEventDto, { maxItems: 200 }) items: AuditEventDto[];
  @TextField({ max: 400, nullable: true, example: 'WzEyXQ' }) nextCursor: string | null;
}

export class ListAuditEventsQuery extends PageQuery {
  @DayField({ optional: true, description: 'First day, in Korea' }) from?: string;
  @DayField({ optional: true, description: 'Last day, in Korea' }) to?: string;
  @IdField({ optional: true }) institutionId?: string;
  @IdField({ optional: true }) actorId?: string;
  @TextField({ max: 63, optional: true, example: 'purchases', pattern: /^[a-z_]+$/ }) tableName?: string;
  @TextField({ max: 100, optional: true, example: '019aa5d0-7c1e-7000-8000-000000000001' }) rowId?: string;
}

export function toAuditEventDto(row: AuditEventRow): AuditEventDto {
  return { ...row, occurredAt: row.occurredAt.toISOString() };
}
