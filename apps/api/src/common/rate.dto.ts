import { ROUNDINGS } from '@ieum/domain';
import { MAX_KRW, EnumField, IntField, KrwField, ObjectField, PercentField, TextField } from './fields';

export class RatePolicyDto {
  @EnumField('Rounding', ROUNDINGS) rounding: string;
  @IntField({ max: 4, example: 1 }) decimals: number;
  @IntField({ nullable: true, max: 10_000, description: 'Limits the display only' }) capPercent:
    number | null;
}

/** Both percent and display are null when there is no target (목표 없음). */
export class RateDto {
  @KrwField({ min: -MAX_KRW, example: 160_000 }) numeratorKrw: number;
  @KrwField({ nullable: true, example: 1_200_000_000 }) denominatorKrw: number | null;
  @PercentField({ nullable: true, description: 'Exact to 4 decimals' }) percent: number | null;
  @TextField({ max: 30, nullable: true, example: '2.7', description: 'As the policy rounds it' })
  display: string | null;
  @ObjectField(() => RatePolicyDto) policy: RatePolicyDto;
}

/** Unweighted mean of the rates that exist; whoever has no target takes no part. */
export class AverageRateDto {
  @PercentField({ nullable: true }) percent: number | null;
  @TextField({ max: 30, nullable: true, example: '98.5' }) display: string | null;
  @IntField({ description: 'How many rates took part', example: 12 }) counted: number;
}
