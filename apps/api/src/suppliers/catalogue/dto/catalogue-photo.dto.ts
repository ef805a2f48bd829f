import { MAX_ALTERNATIVE_TEXT, MAX_PHOTOS } from '@ieum/domain';
import { IdField, IntField, TextField } from '../../../common/fields';

export class AddCataloguePhotoDto {
  @IdField({ description: 'An uploaded png or jpg: of the enterprise, or by who adds it' }) fileId: string;
  @TextField({ max: MAX_ALTERNATIVE_TEXT, example: '행사장에 걸린 파란 현수막' }) alternativeText: string;
}

export class ChangeCataloguePhotoDto {
  @TextField({ max: MAX_ALTERNATIVE_TEXT, optional: true, example: '행사장에 걸린 파란 현수막' })
  alternativeText?: string;
  @IntField({ optional: true, min: 1, max: MAX_PHOTOS, example: 1, description: 'Its new place; 1 = first' })
  position?: number;
}
