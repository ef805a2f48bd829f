import type { Tx } from '../../database/transactions';
import type { ChannelTotalsDto } from '../channel-fields';

export interface ParticipantRow {
  supplierId: string | null;
  supplierName: string;
  salesKrw: number | null;
}

export interface MarketDayRow {
  id: string;
  name: string;
  heldOn: string;
  lastOn: string | null;
  opensAt: string | null;
  closesAt: string | null;
  place: string;
  officialSalesKrw: number | null;
  salesKrw: number | null;
  participants: ParticipantRow[];
  voidedReason: string | null;
  version: number;
}

const DAY = `
  SELECT d.id, d.name, d.held_on AS "heldOn", d.last_on AS "lastOn", d.opens_at AS "opensAt", d.closes_at AS "closesAt",
         d.place, d.official_sales_krw AS "officialSalesKrw", d.sales_krw AS "salesKrw", d.voided_reason AS "voidedReason",
         d.version, coalesce((SELECT jsonb_agg(jsonb_build_object('supplierId', p.supplier_id, 'supplierName', p.supplier_name,
           'salesKrw', p.sales_krw) ORDER BY p.position) FROM market_day_participants p WHERE p.market_day_id = d.id), '[]')
           AS participants
  FROM market_days d`;
const OF_YEAR = '($1::int IS NULL OR d.held_on BETWEEN make_date($1, 1, 1) AND make_date($1, 12, 31))';

/** The latest day first. */
export function searchMarketDays(
  tx: Tx,
  year: number | null,
  after: readonly [day: unknown, id: unknown],
  limit: number,
): Promise<MarketDayRow[]> {
  return tx.sql<MarketDayRow & Record<string, unknown>>(
    `${DAY} WHERE ${OF_YEAR} AND ($2::date IS NULL OR (d.held_on, d.id) < ($2, $3::uuid))
     ORDER BY d.held_on DESC, d.id DESC LIMIT $4`,
    [year, ...after, limit],
  );
}

export async function marketDayById(tx: Tx, id: string): Promise<MarketDayRow | undefined> {
  return (await tx.sql<MarketDayRow & Record<string, unknown>>(`${DAY} WHERE d.id = $1`, [id]))[0];
}

export async function marketTotals(tx: Tx, year: number | null): Promise<ChannelTotalsDto> {
  const [totals] = await tx.sql<{ count: number; amountKrw: number }>(
    `SELECT count(*) AS count, coalesce(sum(d.sales_krw), 0)::bigint AS "amountKrw" FROM market_days d
     WHERE d.voided_reason IS NULL AND ${OF_YEAR}`,
    [year],
  );
  return { count: totals?.count ?? 0, amountKrw: totals?.amountKrw ?? 0 };
}

/** All participants anew, in the order that was given. */
export async function writeParticipants(
  tx: Tx,
  marketDayId: string,
  participants: readonly ParticipantRow[],
): Promise<void> {
  await tx.sql('DELETE FROM market_day_participants WHERE market_day_id = $1', [marketDayId]);
  await tx.sql(
    `INSERT INTO market_day_participants (market_day_id, position, supplier_id, supplier_name, sales_krw)
     SELECT $1, p.place, p."supplierId", p."supplierName", p."salesKrw"
     FROM ROWS FROM (jsonb_to_recordset($2::jsonb) AS ("supplierId" uuid, "supplierName" text, "salesKrw" bigint))
       WITH ORDINALITY AS p ("supplierId", "supplierName", "salesKrw", place)`,
    [marketDayId, JSON.stringify(participants)],
  );
}
