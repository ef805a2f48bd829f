import { IdListField, IntField } from '../../../common/fields';

export class ConfirmCatalogueItemsDto {
  @IdListField({ maxItems: 200 }) itemIds: string[];
}

export class ConfirmedItemsDto {
  @IntField({ max: 200, example: 12 }) confirmedCount: number;
}
