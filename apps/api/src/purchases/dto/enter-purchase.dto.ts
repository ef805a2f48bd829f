import {
  CHANNELS,
  PROCUREMENT_METHODS,
  PURCHASE_KINDS,
  type Channel,
  type ProcurementMethod,
  type PurchaseKind,
} from '@ieum/domain';
import {
  BooleanField,
  DayField,
  EnumField,
  IdField,
  IdListField,
  KrwField,
  TextField,
  YearField,
} from '../../common/fields';

/** What a person writes down of a purchase; the same fields for a new row and for an edit. */
export class PurchaseFieldsDto {
  @IdField({
    optional: true,
    nullable: true,
    description: 'registered supplier; its name and number are taken from the register',
  })
  supplierId?: string | null;
  @TextField({
    max: 100,
    optional: true,
    example: '노란들판',
    description: 'as written, when not registered',
  })
  supplierName?: string;
  @TextField({ max: 12, optional: true, nullable: true, example: '000-00-00001' }) businessNumber?:
    string | null;
  @TextField({ max: 200, example: '현수막/배너 제작' }) item: string;
  @TextField({ max: 10, optional: true, nullable: true, example: '5512170100', pattern: /^\d{8}(\d{2})?$/ })
  classificationCode?: string | null;
  @EnumField('PurchaseKind', PURCHASE_KINDS) kind: PurchaseKind;
  @EnumField('ProcurementMethod', PROCUREMENT_METHODS, { optional: true, nullable: true })
  method?: ProcurementMethod | null;
  @TextField({ max: 100, optional: true, nullable: true, example: '수의계약' }) methodDetails?: string | null;
  @EnumField('Channel', CHANNELS) channel: Channel;
  @TextField({ max: 60, optional: true, nullable: true, example: '2016-0123' }) contractNumber?:
    string | null;
  @DayField({ optional: true, nullable: true }) contractDate?: string | null;
  @DayField({ optional: true, nullable: true }) paymentDate?: string | null;
  @KrwField({ min: 1, description: 'with VAT' }) amountKrw: number;
  @KrwField({ min: 1, optional: true, nullable: true, example: 145_455 }) supplyValueKrw?: number | null;
  @TextField({ max: 20, optional: true, nullable: true, example: '201-01' }) budgetObjectCode?: string | null;
  @TextField({ max: 1000, optional: true, nullable: true, example: '민원실 안내' }) note?: string | null;
  @IdListField({ maxItems: 20, optional: true, description: 'evidence' }) fileIds?: string[];
  @BooleanField({
    optional: true,
    description: 'the same supplier, date, amount and item was seen and is meant',
  })
  confirmProbableDuplicate?: boolean;
}

export class CreatePurchaseDto extends PurchaseFieldsDto {
  @IdField({ optional: true, description: 'default: the own institution' }) institutionId?: string;
  @IdField({ optional: true, description: 'default: the own department' }) departmentId?: string;
  @YearField() fiscalYear: number;
  @BooleanField({ optional: true, description: 'keep it as a draft: it does not count yet' }) draft?: boolean;
}

export class ReasonDto {
  @TextField({ max: 500, example: '계약서가 없습니다' }) reason: string;
}
