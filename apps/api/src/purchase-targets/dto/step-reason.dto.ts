import { TextField } from '../../common/fields';

/** Why; some steps need it and refuse with REASON_REQUIRED when it is missing. */
export class StepReasonDto {
  @TextField({ max: 500, optional: true, nullable: true, example: '신설 부서 배정 예정' })
  reason?: string | null;
}
