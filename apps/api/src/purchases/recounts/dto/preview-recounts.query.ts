import { BooleanQuery, DayField, IdField } from '../../../common/fields';

/** A certificate as it would be; what is left out stays as it is. */
export class PreviewRecountsQuery {
  @IdField() supplierId: string;
  @IdField() certificationId: string;
  @DayField({ optional: true }) validFrom?: string;
  @DayField({ optional: true }) validUntil?: string;
  @BooleanQuery({ optional: true, description: 'without a last day' }) noEnd?: boolean;
  @DayField({ optional: true }) revokedOn?: string;
  @BooleanQuery({ optional: true, description: 'the revocation is taken back' }) notRevoked?: boolean;
}
