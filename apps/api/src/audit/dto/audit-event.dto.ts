import {
  DayField,
  DetailsField,
  EnumField,
  IdField,
  InstantField,
  IntField,
  ListField,
  PersonNameField,
  TextField,
} from '../../common/fields';
import { PageQuery } from '../../common/paging';
import type { PersonalMark } from '../../common/personal-data';
import type { AuditEventRow } from '../audit-event.row';

const ACTIONS = ['insert', 'update', 'delete'];

/** Rows that hold something of a person, and the column that says of whom. */
const ROWS_OF_PERSONS = [
  { kind: 'user', table: 'users', column: 'id' },
  { kind: 'supplier', table: 'suppliers', column: 'id' },
  { kind: 'supplier', table: 'supplier_verifications', column: 'supplier_id' },
  { kind: 'supplier', table: 'supplier_reviews', column: 'supplier_id' },
  { kind: 'user', table: 'supplier_imports', column: 'created_by' },
  { kind: 'user', table: 'supplier_merges', column: 'merged_by' },
] as const;

function personsOfRow(side: 'before' | 'after'): PersonalMark[] {
  return ROWS_OF_PERSONS.map(({ kind, table, column }) => ({
    what: 'change_record',
    kind,
    of: `${side}.${column}`,
    when: { property: 'tableName', is: [table] },
  }));
}

export class AuditEventDto {
  @IntField({ min: 1, max: Number.MAX_SAFE_INTEGER, example: 1 }) id: number;
  @IdField({ nullable: true }) institutionId: string | null;
  @InstantField() occurredAt: string;
  @IdField() actorId: string;
  @PersonNameField({ of: 'actorId', nullable: true, description: 'null: the system, or not visible' })
  actorName: string | null;
  @TextField({ max: 100, example: 'req-1' }) requestId: string;
  @TextField({ max: 63, example: 'purchases' }) tableName: string;
  @TextField({ max: 100, min: 0, example: '019aa5d0-7c1e-7000-8000-000000000001' }) rowId: string;
  @EnumField('AuditAction', ACTIONS) action: string;
  @DetailsField({
    nullable: true,
    description: 'The row before; secrets are masked',
    personal: personsOfRow('before'),
  })
  before: object | null;
  @DetailsField({
    nullable: true,
    description: 'The row after; secrets are masked',
    personal: personsOfRow('after'),
  })
  after: object | null;
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
