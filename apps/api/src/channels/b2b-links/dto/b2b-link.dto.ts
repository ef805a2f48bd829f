import {
  DayField,
  IdField,
  IntField,
  KrwField,
  ListField,
  ObjectField,
  TextField,
} from '../../../common/fields';
import {
  ChannelTotalsDto,
  SupplierIdField,
  SupplierNameField,
  VoidedReasonField,
} from '../../channel-fields';
import type { B2bLinkRow } from '../b2b-links.queries';

const BUYER = { max: 100, example: '포스코에너지', description: 'The company that buys' } as const;
const ITEM = { max: 200, example: '돌잔치 케이터링' } as const;

export class B2bLinkDto {
  @IdField() id: string;
  @DayField() linkedOn: string;
  @SupplierIdField() supplierId: string | null;
  @SupplierNameField() supplierName: string;
  @TextField(BUYER) buyerName: string;
  @TextField(ITEM) item: string;
  @KrwField({ min: 1, example: 300_000 }) amountKrw: number;
  @VoidedReasonField() voidedReason: string | null;
  @IntField({ min: 1, example: 1 }) version: number;
}

export class B2bLinkPageDto {
  @ListField(() => B2bLinkDto, { maxItems: 200 }) items: B2bLinkDto[];
  @ObjectField(() => ChannelTotalsDto) totals: ChannelTotalsDto;
  @TextField({ max: 400, nullable: true, example: 'WyLqsJ' }) nextCursor: string | null;
}

export class CreateB2bLinkDto {
  @DayField() linkedOn: string;
  @SupplierIdField({ optional: true }) supplierId?: string | null;
  @SupplierNameField() supplierName: string;
  @TextField(BUYER) buyerName: string;
  @TextField(ITEM) item: string;
  @KrwField({ min: 1, example: 300_000 }) amountKrw: number;
}

/** What is left out stays as it is. */
export class ChangeB2bLinkDto {
  @DayField({ optional: true }) linkedOn?: string;
  @SupplierIdField({ optional: true }) supplierId?: string | null;
  @SupplierNameField({ optional: true }) supplierName?: string;
  @TextField({ ...BUYER, optional: true }) buyerName?: string;
  @TextField({ ...ITEM, optional: true }) item?: string;
  @KrwField({ min: 1, optional: true, example: 300_000 }) amountKrw?: number;
  @VoidedReasonField({ optional: true }) voidedReason?: string | null;
}

export function toB2bLinkDto(row: B2bLinkRow): B2bLinkDto {
  return {
    id: row.id,
    linkedOn: row.linkedOn,
    supplierId: row.supplierId,
    supplierName: row.supplierName,
    buyerName: row.buyerName,
    item: row.item,
    amountKrw: row.amountKrw,
    voidedReason: row.voidedReason,
    version: row.version,
  };
}
