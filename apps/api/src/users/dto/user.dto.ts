import { ACCOUNT_STATES, ROLES, type Role } from '@ieum/domain';
import {
  BooleanField,
  EnumField,
  EnumListQuery,
  IdField,
  IdListField,
  InstantField,
  IntField,
  ListField,
  ObjectField,
  PersonNameField,
  TextField,
} from '../../common/fields';
import { PageQuery } from '../../common/paging';
import type { UserRow } from '../users.queries';

/** ASCII, as mail systems of offices use it: upper and lower case mean the same. */
const EMAIL = /^[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+\.[A-Za-z]{2,}$/;
const MAX_ASSIGNMENTS = 50;

export class UserDto {
  @IdField() id: string;
  @TextField({
    max: 200,
    example: 'clerk@gangbuk.example',
    personal: { what: 'email', kind: 'user', of: 'id' },
  })
  email: string;
  @PersonNameField({ of: 'id' }) name: string;
  @EnumField('Role', ROLES) role: string;
  @EnumField('AccountState', ACCOUNT_STATES) state: string;
  @IdField({ nullable: true }) institutionId: string | null;
  @TextField({ max: 100, nullable: true, example: '강북구' }) institutionName: string | null;
  @IdField({ nullable: true }) departmentId: string | null;
  @TextField({ max: 100, nullable: true, example: '일자리지원과' }) departmentName: string | null;
  @IdField({ nullable: true }) enterpriseId: string | null;
  @TextField({ max: 200, nullable: true, example: '노란들판' }) enterpriseName: string | null;
  @IdListField({ maxItems: MAX_ASSIGNMENTS }) assignedInstitutionIds: string[];
  @BooleanField() mustChangePassword: boolean;
  @BooleanField() isDemo: boolean;
  @InstantField({ nullable: true }) lastLoginAt: string | null;
  @InstantField() createdAt: string;
  @IntField({ min: 1, example: 1 }) version: number;
}

export class UserPageDto {
  @ListField(() => UserDto, { maxItems: 200 }) items: UserDto[];
  @TextField({ max: 400, nullable: true, example: 'WyLqsJ' }) nextCursor: string | null;
}

/** The password is shown this once, and kept nowhere: a repeated request answers null, and a reset makes a new one. */
export class UserWithPasswordDto {
  @ObjectField(() => UserDto) user: UserDto;
  @TextField({ max: 200, nullable: true, example: 'k7mw-93hq-tz2b-xpre' }) initialPassword: string | null;
}

export class ListUsersQuery extends PageQuery {
  @TextField({ max: 100, optional: true, example: '김', description: 'Part of the name or e-mail' })
  q?: string;
  @EnumListQuery('Role', ROLES, { optional: true }) role?: string[];
  @EnumField('AccountState', ACCOUNT_STATES, { optional: true }) state?: string;
  @IdField({ optional: true }) institutionId?: string;
  @IdField({ optional: true }) departmentId?: string;
  @IdField({ optional: true }) enterpriseId?: string;
}

export class CreateUserDto {
  @TextField({ max: 200, example: 'clerk@gangbuk.example', pattern: EMAIL }) email: string;
  @TextField({ max: 60, example: '김서무' }) name: string;
  @EnumField('Role', ROLES) role: Role;
  @IdField({ optional: true, nullable: true, description: 'Default: the institution of who asks' })
  institutionId?: string | null;
  @IdField({ optional: true, nullable: true }) departmentId?: string | null;
  @IdField({
    optional: true,
    nullable: true,
    description:
      'Role enterprise only: whoever invites vouches for it. Without it the account claims its enterprise.',
  })
  enterpriseId?: string | null;
  @IdListField({ optional: true, maxItems: MAX_ASSIGNMENTS, description: 'Support staff only' })
  assignedInstitutionIds?: string[];
}

/** What is left out stays as it is. */
export class ChangeUserDto {
  @TextField({ max: 60, optional: true, example: '김서무' }) name?: string;
  @EnumField('Role', ROLES, { optional: true }) role?: Role;
  @IdField({ optional: true, nullable: true }) departmentId?: string | null;
  @IdField({
    optional: true,
    nullable: true,
    description: 'Role enterprise only, and only while it has none',
  })
  enterpriseId?: string | null;
  @IdListField({ optional: true, maxItems: MAX_ASSIGNMENTS, description: 'Support staff only' })
  assignedInstitutionIds?: string[];
}

export function toUserDto(row: UserRow): UserDto {
  return {
    id: row.id,
    email: row.email,
    name: row.name,
    role: row.role,
    state: row.state,
    institutionId: row.institutionId,
    institutionName: row.institutionName,
    departmentId: row.departmentId,
    departmentName: row.departmentName,
    enterpriseId: row.enterpriseId,
    enterpriseName: row.enterpriseName,
    assignedInstitutionIds: row.assignedInstitutionIds,
    mustChangePassword: row.mustChangePassword,
    isDemo: row.isDemo,
    lastLoginAt: row.lastLoginAt?.toISOString() ?? null,
    createdAt: row.createdAt.toISOString(),
    version: row.version,
  };
}
