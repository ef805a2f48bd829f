import {
  BooleanQuery,
  DayField,
  EnumField,
  IdField,
  IntField,
  ListField,
  TextField,
} from '../../common/fields';
import type { Department } from '../department.entity';
import { DEPARTMENT_GROUPS } from '@ieum/domain';

export class DepartmentDto {
  @IdField() id: string;
  @IdField() institutionId: string;
  @TextField({ max: 100, example: '일자리지원과' }) name: string;
  @EnumField('DepartmentGroup', DEPARTMENT_GROUPS) group: string;
  @DayField() validFrom: string;
  @DayField({ nullable: true }) validTo: string | null;
  @IdField({ nullable: true }) successorId: string | null;
  @IntField({ min: 1, example: 1 }) version: number;
}

export class DepartmentListDto {
  @ListField(() => DepartmentDto, { maxItems: 1000 }) items: DepartmentDto[];
}

export class ListDepartmentsQuery {
  @DayField({ optional: true, description: 'Only departments valid on this day' }) validOn?: string;
  @BooleanQuery({ optional: true, description: 'Also departments that have ended' }) includeEnded?: boolean;
}

export class CreateDepartmentDto {
  @TextField({ max: 100, example: '일자리지원과' }) name: string;
  @EnumField('DepartmentGroup', DEPARTMENT_GROUPS) group: string;
  @DayField() validFrom: string;
}

export class RenameDepartmentDto {
  @TextField({ max: 100, example: '일자리청년과' }) name: string;
}

/** A department ends and another carries on; its rows of the past stay with the old name. */
export class SucceedDepartmentDto {
  @TextField({ max: 100, example: '일자리청년과' }) name: string;
  @DayField({ description: 'First day of the successor; the old department ends the day before' })
  from: string;
}

export function toDepartmentDto(row: Department): DepartmentDto {
  return {
    id: row.id,
    institutionId: row.institutionId,
    name: row.name,
    group: row.departmentGroup,
    validFrom: row.validFrom,
    validTo: row.validTo,
    successorId: row.successorId,
    version: row.version,
  };
}
