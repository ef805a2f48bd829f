import type { Tx } from '../../database/transactions';
import type { ChannelTotalsDto } from '../channel-fields';

export interface B2bLinkRow {
  id: string;
  linkedOn: string;
  supplierId: string | null;
  supplierName: string;
  buyerName: string;
  item: string;
  amountKrw: number;
  voidedReason: string | null;
  version: number;
}

const LINK = `SELECT id, linked_on AS "linkedOn", supplier_id AS "supplierId", supplier_name AS "supplierName",
  buyer_name AS "buyerName", item, amount_krw AS "amountKrw", voided_reason AS "voidedReason", version FROM b2b_links`;
const OF_YEAR = '($1::int IS NULL OR linked_on BETWEEN make_date($1, 1, 1) AND make_date($1, 12, 31))';

/** The latest day first. */
export function searchB2bLinks(
  tx: Tx,
  year: number | null,
  after: readonly [day: unknown, id: unknown],
  limit: number,
): Promise<B2bLinkRow[]> {
  return tx.sql<B2bLinkRow & Record<string, unknown>>(
    `${LINK} WHERE ${OF_YEAR} AND ($2::date IS NULL OR (linked_on, id) < ($2, $3::uuid))
     ORDER BY linked_on DESC, id DESC LIMIT $4`,
    [year, ...after, limit],
  );
}

export async function b2bLinkById(tx: Tx, id: string): Promise<B2bLinkRow | undefined> {
  return (await tx.sql<B2bLinkRow & Record<string, unknown>>(`${LINK} WHERE id = $1`, [id]))[0];
}

export async function b2bTotals(tx: Tx, year: number | null): Promise<ChannelTotalsDto> {
  const [totals] = await tx.sql<{ count: number; amountKrw: number }>(
    `SELECT count(*) AS count, coalesce(sum(amount_krw), 0)::bigint AS "amountKrw" FROM b2b_links
     WHERE voided_reason IS NULL AND ${OF_YEAR}`,
    [year],
  );
  return { count: totals?.count ?? 0, amountKrw: totals?.amountKrw ?? 0 };
}
