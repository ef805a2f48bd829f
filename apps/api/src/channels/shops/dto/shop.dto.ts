import { SHOP_KINDS, type ShopKind } from '@ieum/domain';
import {
  DayField,
  EnumField,
  IdField,
  IntField,
  KrwField,
  ListField,
  ObjectField,
  TextField,
} from '../../../common/fields';
import { ChannelTotalsDto } from '../../channel-fields';
import type { ShopRow, ShopSaleRow } from '../shops.queries';

const NAME = { max: 100, example: '우리동네 협동가게' } as const;
const PLACE = {
  max: 200,
  nullable: true,
  example: '도봉구 마들로11길 20',
  description: 'A street or a web address',
} as const;
const PERIOD = { description: 'The first day of the month; of a year as a whole, its last month' } as const;
const ENTERPRISES = { nullable: true, example: 21, description: 'How many enterprises sell there' } as const;
const PRODUCTS = { nullable: true, example: 100, description: 'How many products are listed' } as const;

export class ShopDto {
  @IdField() id: string;
  @TextField(NAME) name: string;
  @EnumField('ShopKind', SHOP_KINDS) kind: string;
  @TextField(PLACE) place: string | null;
  @DayField({ nullable: true, description: 'Last day on which it sold our products' }) endedOn: string | null;
  @IntField({ ...ENTERPRISES, description: 'In the latest month of the year' }) enterprises: number | null;
  @IntField({ ...PRODUCTS, description: 'In the latest month of the year' }) products: number | null;
  @KrwField({ example: 77_220_000, description: 'Of the year' }) salesKrw: number;
  @IntField({ min: 1, example: 1 }) version: number;
}

export class ShopPageDto {
  @ListField(() => ShopDto, { maxItems: 200 }) items: ShopDto[];
  @ObjectField(() => ChannelTotalsDto) totals: ChannelTotalsDto;
  @TextField({ max: 400, nullable: true, example: 'WyLqsJ' }) nextCursor: string | null;
}

export class CreateShopDto {
  @TextField(NAME) name: string;
  @EnumField('ShopKind', SHOP_KINDS) kind: ShopKind;
  @TextField({ ...PLACE, optional: true }) place?: string | null;
}

/** What is left out stays as it is. */
export class ChangeShopDto {
  @TextField({ ...NAME, optional: true }) name?: string;
  @EnumField('ShopKind', SHOP_KINDS, { optional: true }) kind?: ShopKind;
  @TextField({ ...PLACE, optional: true }) place?: string | null;
  @DayField({ optional: true, nullable: true }) endedOn?: string | null;
}

export class ShopSaleDto {
  @IdField() id: string;
  @DayField(PERIOD) period: string;
  @IntField(ENTERPRISES) enterprises: number | null;
  @IntField(PRODUCTS) products: number | null;
  @KrwField({ example: 77_220_000 }) salesKrw: number;
  @IntField({ min: 1, example: 1 }) version: number;
}

export class ShopSaleListDto {
  @ListField(() => ShopSaleDto, { maxItems: 1200, description: 'The latest month first' })
  items: ShopSaleDto[];
}

export class CreateShopSaleDto {
  @DayField(PERIOD) period: string;
  @IntField({ ...ENTERPRISES, optional: true }) enterprises?: number | null;
  @IntField({ ...PRODUCTS, optional: true }) products?: number | null;
  @KrwField({ example: 77_220_000 }) salesKrw: number;
}

/** The month stays: figures of another month are another row. */
export class ChangeShopSaleDto {
  @IntField({ ...ENTERPRISES, optional: true }) enterprises?: number | null;
  @IntField({ ...PRODUCTS, optional: true }) products?: number | null;
  @KrwField({ optional: true, example: 77_220_000 }) salesKrw?: number;
}

export function toShopDto(row: ShopRow): ShopDto {
  return {
    id: row.id,
    name: row.name,
    kind: row.kind,
    place: row.place,
    endedOn: row.endedOn,
    enterprises: row.enterprises,
    products: row.products,
    salesKrw: row.salesKrw,
    version: row.version,
  };
}

export function toShopSaleDto(row: ShopSaleRow): ShopSaleDto {
  return {
    id: row.id,
    period: row.period,
    enterprises: row.enterprises,
    products: row.products,
    salesKrw: row.salesKrw,
    version: row.version,
  };
}
