import { PERSON_KINDS, PERSONAL_DATA } from '@ieum/domain';
import {
  DayField,
  EnumField,
  EnumListField,
  IdField,
  InstantField,
  IntField,
  ListField,
  PersonNameField,
  TextField,
} from '../../common/fields';
import { PageQuery } from '../../common/paging';
import type { AccessLogRow } from '../access-log.queries';

const OPERATION = { max: 80, example: 'listUsers', pattern: /^[A-Za-z]+$/ } as const;

/** That one person saw something of another one: what, never the value. */
export class AccessLogEntryDto {
  @IntField({ min: 1, max: Number.MAX_SAFE_INTEGER, example: 1 }) id: number;
  @InstantField() seenAt: string;
  @IdField({ description: 'Who saw it' }) actorId: string;
  @PersonNameField({ of: 'actorId', nullable: true }) actorName: string | null;
  @TextField({ max: 100, example: 'req-1' }) requestId: string;
  @TextField({ max: 60, example: '10.0.0.1', description: 'From which address of the network' })
  fromAddress: string;
  @TextField({ ...OPERATION, description: 'By which operation of the contract' }) operation: string;
  @EnumField('PersonKind', PERSON_KINDS) subjectKind: string;
  @IdField({ nullable: true, description: 'null: an enterprise that is not in the register yet' })
  subjectId: string | null;
  @PersonNameField({
    of: 'subjectId',
    when: { property: 'subjectKind', is: ['user'] },
    nullable: true,
    description: 'Of the person, or of the enterprise',
  })
  subjectName: string | null;
  @EnumListField('PersonalData', PERSONAL_DATA) fields: string[];
}

export class AccessLogPageDto {
  @ListField(() => AccessLogEntryDto, { maxItems: 200 }) items: AccessLogEntryDto[];
  @TextField({ max: 400, nullable: true, example: 'WzEyXQ' }) nextCursor: string | null;
}

export class ListAccessLogQuery extends PageQuery {
  @IdField({ optional: true, description: 'Whose data was seen: an account or an enterprise' })
  subjectId?: string;
  @IdField({ optional: true, description: 'Who saw it' }) actorId?: string;
  @TextField({ ...OPERATION, optional: true }) operation?: string;
  @DayField({ optional: true, description: 'First day, in Korea' }) from?: string;
  @DayField({ optional: true, description: 'Last day, in Korea' }) to?: string;
}

export function toAccessLogEntryDto(row: AccessLogRow): AccessLogEntryDto {
  return {
    id: row.id,
    seenAt: row.seenAt.toISOString(),
    actorId: row.actorId,
    actorName: row.actorName,
    requestId: row.requestId,
    fromAddress: row.fromAddress,
    operation: row.operation,
    subjectKind: row.subjectKind,
    subjectId: row.subjectId,
    subjectName: row.subjectName,
    fields: row.fields,
  };
}
