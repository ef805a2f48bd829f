import { TextField } from '../../common/fields';

export class LoginDto {
  @TextField({ max: 200, example: 'clerk@gangbuk.example' }) email: string;
  @TextField({ max: 200, example: 'correct horse battery staple' }) password: string;
}
