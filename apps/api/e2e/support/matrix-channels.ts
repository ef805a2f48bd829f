import type { TestDatabase } from './database';

/** Private channels are kept by the centre as a whole: there is nothing of a stranger among them. */
export async function channelsOf(
  database: TestDatabase,
  userId: string,
): Promise<Readonly<Record<string, string>>> {
  const first = async (statement: string, values: readonly unknown[]): Promise<string> => {
    const [row] = await database.sql<{ id: string }>(`${statement} RETURNING id`, values);
    return row?.id ?? '';
  };
  const text = `민간 판로 ${userId}`;
  const shopId = await first(`INSERT INTO shops (name, kind, created_by) VALUES ($1, 'online', $2)`, [
    text,
    userId,
  ]);
  return {
    shops: shopId,
    saleId: await first(`INSERT INTO shop_sales (shop_id, period, sales_krw) VALUES ($1, '2016-05-01', 1)`, [
      shopId,
    ]),
    'b2b-links': await first(
      `INSERT INTO b2b_links (linked_on, supplier_name, buyer_name, item, amount_krw, created_by)
       VALUES ('2016-05-01', $1, $1, $1, 1, $2)`,
      [text, userId],
    ),
    'market-days': await first(
      `INSERT INTO market_days (name, held_on, place, created_by) VALUES ($1, '2016-05-28', $1, $2)`,
      [text, userId],
    ),
  };
}
