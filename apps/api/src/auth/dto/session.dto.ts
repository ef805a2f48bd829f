import { PERMISSIONS, permissionsOf, ROLES } from '@ieum/domain';
import {
  EnumField,
  EnumListField,
  IdField,
  IntField,
  ObjectField,
  TextField,
  BooleanField,
} from '../../common/fields';
import type { AccountRow } from '../account.queries';

export class AccountDto {
  @IdField() id: string;
  @TextField({ max: 200, example: 'clerk@gangbuk.example' }) email: string;
  @TextField({ max: 60, example: '김서무' }) name: string;
  @EnumField('Role', ROLES) role: string;
  @EnumListField('Permission', PERMISSIONS) permissions: string[];
  @IdField({ nullable: true }) institutionId: string | null;
  @TextField({ max: 100, nullable: true, example: '강북구' }) institutionName: string | null;
  @IdField({ nullable: true }) departmentId: string | null;
  @TextField({ max: 100, nullable: true, example: '일자리지원과' }) departmentName: string | null;
  @IdField({ nullable: true }) enterpriseId: string | null;
  @BooleanField() mustChangePassword: boolean;
}

export class SessionDto {
  @TextField({ max: 2000, example: 'eyJhbGciOi…' }) accessToken: string;
  @IntField({ min: 1, max: 86_400, example: 900, description: 'seconds' }) expiresIn: number;
  @ObjectField(() => AccountDto) user: AccountDto;
}

export function toAccountDto(row: AccountRow): AccountDto {
  return {
    id: row.id,
    email: row.email,
    name: row.name,
    role: row.role,
    permissions: permissionsOf(row.role),
    institutionId: row.institution_id,
    institutionName: row.institution_name,
    departmentId: row.department_id,
    departmentName: row.department_name,
    enterpriseId: row.enterprise_id,
    mustChangePassword: row.must_change_password,
  };
}
