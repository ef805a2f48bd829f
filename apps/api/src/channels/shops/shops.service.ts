import { Injectable } from '@nestjs/common';
import { shopSaleRefusal, tidyLine } from '@ieum/domain';
import type { Actor } from '../../common/actor';
import { Clock } from '../../common/clock';
import { decodeCursor, DEFAULT_LIMIT, pageOf } from '../../common/paging';
import { assertAllowed, refuse } from '../../common/refused';
import { Transactions, type Tx } from '../../database/transactions';
import { changesOf, type ChannelYearQuery } from '../channel-fields';
import {
  toShopDto,
  toShopSaleDto,
  type ChangeShopDto,
  type ChangeShopSaleDto,
  type CreateShopDto,
  type CreateShopSaleDto,
  type ShopDto,
  type ShopPageDto,
  type ShopSaleDto,
  type ShopSaleListDto,
} from './dto/shop.dto';
import { saleById, salesOfShop, searchShops, shopById, shopTotals } from './shops.queries';

/** Shops and channels that list products of social-economy enterprises, and what they sold month by month. */
@Injectable()
export class ShopsService {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  list(actor: Actor, query: ChannelYearQuery): Promise<ShopPageDto> {
    const { limit = DEFAULT_LIMIT, year = null } = query;
    const [name, id] = decodeCursor(query.cursor, ['text', 'id']) ?? [null, null];
    return this.transactions.run(actor, async (tx) => {
      const [rows, totals] = await Promise.all([
        searchShops(tx, year, [name, id], limit + 1),
        shopTotals(tx, year),
      ]);
      return { ...pageOf(rows.map(toShopDto), limit, (row) => [row.name, row.id]), totals };
    });
  }

  get(actor: Actor, id: string): Promise<ShopDto> {
    return this.transactions.run(actor, (tx) => readShop(tx, id));
  }

  create(actor: Actor, input: CreateShopDto): Promise<ShopDto> {
    return this.transactions.runOnce(actor, async (tx) => {
      const place = input.place ?? null;
      const [made] = await tx.sql<{ id: string }>(
        'INSERT INTO shops (name, kind, place, created_by) VALUES ($1, $2, $3, $4) RETURNING id',
        [tidyLine(input.name), input.kind, place === null ? null : tidyLine(place), actor.userId],
      );
      return readShop(tx, made?.id ?? '');
    });
  }

  change(actor: Actor, id: string, version: number, input: ChangeShopDto): Promise<ShopDto> {
    return this.transactions.run(actor, async (tx) => {
      await readShop(tx, id);
      const change = changesOf(input, { name: 'name', kind: 'kind', place: 'place', ended_on: 'endedOn' });
      await tx.updateVersion('shops', { id }, version, change);
      return readShop(tx, id);
    });
  }

  sales(actor: Actor, id: string): Promise<ShopSaleListDto> {
    return this.transactions.run(actor, async (tx) => {
      await readShop(tx, id);
      return { items: (await salesOfShop(tx, id)).map(toShopSaleDto) };
    });
  }

  addSale(actor: Actor, id: string, input: CreateShopSaleDto): Promise<ShopSaleDto> {
    return this.transactions.runOnce(actor, async (tx) => {
      await readShop(tx, id);
      const { period, salesKrw, enterprises = null, products = null } = input;
      const periodTaken = (await salesOfShop(tx, id)).some((sale) => sale.period === period);
      assertAllowed(shopSaleRefusal({ today: this.clock.today(), period, periodTaken }));
      const [made] = await tx.sql<{ id: string }>(
        `INSERT INTO shop_sales (shop_id, period, enterprises, products, sales_krw) VALUES ($1, $2, $3, $4, $5) RETURNING id`,
        [id, period, enterprises, products, salesKrw],
      );
      return readSale(tx, id, made?.id ?? '');
    });
  }

  changeSale(
    actor: Actor,
    { id, saleId, version }: { readonly id: string; readonly saleId: string; readonly version: number },
    input: ChangeShopSaleDto,
  ): Promise<ShopSaleDto> {
    return this.transactions.run(actor, async (tx) => {
      await readSale(tx, id, saleId);
      const change = changesOf(input, {
        enterprises: 'enterprises',
        products: 'products',
        sales_krw: 'salesKrw',
      });
      await tx.updateVersion('shop_sales', { id: saleId }, version, change);
      return readSale(tx, id, saleId);
    });
  }
}

async function readShop(tx: Tx, id: string): Promise<ShopDto> {
  return toShopDto((await shopById(tx, id)) ?? refuse('NOT_FOUND'));
}

async function readSale(tx: Tx, shopId: string, id: string): Promise<ShopSaleDto> {
  return toShopSaleDto((await saleById(tx, shopId, id)) ?? refuse('NOT_FOUND'));
}
