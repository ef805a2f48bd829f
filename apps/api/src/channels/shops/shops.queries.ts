import type { Tx } from '../../database/transactions';
import type { ChannelTotalsDto } from '../channel-fields';

export interface ShopRow {
  id: string;
  name: string;
  kind: string;
  place: string | null;
  endedOn: string | null;
  enterprises: number | null;
  products: number | null;
  salesKrw: number;
  version: number;
}

export interface ShopSaleRow {
  id: string;
  period: string;
  enterprises: number | null;
  products: number | null;
  salesKrw: number;
  version: number;
}

const OF_YEAR = '($1::int IS NULL OR s.period BETWEEN make_date($1, 1, 1) AND make_date($1, 12, 31))';
/** $1: the year that the figures are of, or null for all. */
const SHOP = `
  SELECT h.id, h.name, h.kind, h.place, h.ended_on AS "endedOn", l.enterprises, l.products,
         coalesce((SELECT sum(s.sales_krw) FROM shop_sales s WHERE s.shop_id = h.id AND ${OF_YEAR}), 0)::bigint AS "salesKrw",
         h.version
  FROM shops h LEFT JOIN LATERAL (
    SELECT s.enterprises, s.products FROM shop_sales s WHERE s.shop_id = h.id AND ${OF_YEAR}
    ORDER BY s.period DESC LIMIT 1) l ON true`;
const SALE = `SELECT id, period, enterprises, products, sales_krw AS "salesKrw", version FROM shop_sales`;

/** By name. */
export function searchShops(
  tx: Tx,
  year: number | null,
  after: readonly [name: unknown, id: unknown],
  limit: number,
): Promise<ShopRow[]> {
  return tx.sql<ShopRow & Record<string, unknown>>(
    `${SHOP} WHERE ($2::text IS NULL OR (h.name, h.id) > ($2, $3::uuid)) ORDER BY h.name, h.id LIMIT $4`,
    [year, ...after, limit],
  );
}

export async function shopById(tx: Tx, id: string): Promise<ShopRow | undefined> {
  return (await tx.sql<ShopRow & Record<string, unknown>>(`${SHOP} WHERE h.id = $2`, [null, id]))[0];
}

export async function shopTotals(tx: Tx, year: number | null): Promise<ChannelTotalsDto> {
  const [totals] = await tx.sql<{ count: number; amountKrw: number }>(
    `SELECT count(DISTINCT s.shop_id) AS count, coalesce(sum(s.sales_krw), 0)::bigint AS "amountKrw"
     FROM shop_sales s WHERE ${OF_YEAR}`,
    [year],
  );
  return { count: totals?.count ?? 0, amountKrw: totals?.amountKrw ?? 0 };
}

/** The latest month first. */
export function salesOfShop(tx: Tx, shopId: string): Promise<ShopSaleRow[]> {
  return tx.sql<ShopSaleRow & Record<string, unknown>>(
    `${SALE} WHERE shop_id = $1 ORDER BY period DESC LIMIT 1200`,
    [shopId],
  );
}

export async function saleById(tx: Tx, shopId: string, id: string): Promise<ShopSaleRow | undefined> {
  const rows = await tx.sql<ShopSaleRow & Record<string, unknown>>(`${SALE} WHERE shop_id = $1 AND id = $2`, [
    shopId,
    id,
  ]);
  return rows[0];
}
