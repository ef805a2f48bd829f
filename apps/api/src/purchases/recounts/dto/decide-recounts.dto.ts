import { MAX_RECOUNTS_AT_ONCE } from '@ieum/domain';
import { DayField, IdListField, TextField } from '../../../common/fields';

export class KeepRecountDto {
  @TextField({ max: 500, example: '계약 당시 유효한 인증서를 확인했습니다' }) reason: string;
}

export class RecountPurchaseDto extends KeepRecountDto {
  @DayField({
    optional: true,
    description: 'where the signed rows lie that correct a closed quarter, in an open one; default: today',
  })
  day?: string;
}

export class KeepRecountsDto extends KeepRecountDto {
  @IdListField({ maxItems: MAX_RECOUNTS_AT_ONCE }) ids: string[];
}

export class RecountPurchasesDto extends RecountPurchaseDto {
  @IdListField({ maxItems: MAX_RECOUNTS_AT_ONCE }) ids: string[];
}
