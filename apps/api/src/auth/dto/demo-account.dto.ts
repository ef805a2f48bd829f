import { ROLES } from '@ieum/domain';
import { EnumField, ListField, TextField } from '../../common/fields';

class DemoAccountDto {
  @TextField({ max: 200, example: 'clerk@gangbuk.example' }) email: string;
  @TextField({ max: 200, example: 'shown-on-the-login-page' }) password: string;
  @TextField({ max: 60, example: '김서무' }) name: string;
  @EnumField('Role', ROLES) role: string;
  @TextField({ max: 200, min: 0, example: '강북구 일자리지원과' }) organisation: string;
}

export class DemoAccountListDto {
  @ListField(() => DemoAccountDto, { maxItems: 50 }) items: DemoAccountDto[];
}
