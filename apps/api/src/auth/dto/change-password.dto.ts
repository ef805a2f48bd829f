import { TextField } from '../../common/fields';

export class ChangePasswordDto {
  @TextField({ max: 200, example: 'the old one' }) currentPassword: string;
  /** Length beats rules (NIST SP 800-63B): 10 characters, anything allowed. */
  @TextField({ min: 10, max: 200, example: 'a new and longer one' }) newPassword: string;
}
