import { ADJUSTMENT_KINDS, type AdjustmentKind } from '@ieum/domain';
import { DayField, EnumField, KrwField, TextField } from '../../common/fields';
import { NEGATIVE_MAX_KRW } from './purchase.dto';

export class AdjustPurchaseDto {
  @EnumField('AdjustmentKind', ADJUSTMENT_KINDS) kind: AdjustmentKind;
  @KrwField({
    min: NEGATIVE_MAX_KRW,
    example: -160_000,
    description: 'signed: what is added to the purchase',
  })
  amountKrw: number;
  @KrwField({ min: NEGATIVE_MAX_KRW, optional: true, nullable: true, example: -145_455 }) supplyValueKrw?:
    number | null;
  @DayField({ description: 'the day of the adjustment, in an open quarter' }) day: string;
  @TextField({ max: 500, example: '반품' }) reason: string;
}
