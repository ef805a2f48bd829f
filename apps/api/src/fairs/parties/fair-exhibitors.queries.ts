import type { ExhibitorState } from '@ieum/domain';
import type { Tx } from '../../database/transactions';

export interface FairExhibitorRow {
  id: string;
  fair_id: string;
  supplier_id: string;
  supplier_name: string;
  state: ExhibitorState;
  booth: string | null;
  offers: string | null;
  floor: number;
  ceiling: number | null;
  absent_slot_ids: string[];
  check_in_code: string;
  decision_reason: string | null;
  is_checked_in: boolean;
  version: number;
}

export interface FairRepresentativeRow {
  name: string;
  email: string;
  phone: string | null;
}

/** $1 = today, by which somebody has come. */
const EXHIBITOR = `
  SELECT e.id, e.fair_id, e.supplier_id, e.supplier_name, e.state, e.booth, e.offers, e.floor, e.ceiling, e.absent_slot_ids,
         e.check_in_code, e.decision_reason, e.version,
         EXISTS (SELECT FROM fair_check_ins c WHERE c.exhibitor_id = e.id AND c.day = $1::date) AS is_checked_in
  FROM fair_exhibitors e`;
const HOLDING = `state IN ('proposed', 'confirmed', 'attended', 'walk_in') AND (held_until IS NULL OR held_until > $2)`;

/** By name. */
export function exhibitorsOf(
  tx: Tx,
  fairId: string,
  states: readonly string[] | null,
  today: string,
): Promise<FairExhibitorRow[]> {
  return tx.prepared<FairExhibitorRow & Record<string, unknown>>(
    `${EXHIBITOR} WHERE e.fair_id = $2 AND ($3::text[] IS NULL OR e.state = ANY ($3)) ORDER BY e.supplier_name, e.id`,
    [today, fairId, states],
  );
}

export async function exhibitorById(
  tx: Tx,
  fairId: string,
  exhibitorId: string,
  today: string,
): Promise<FairExhibitorRow | undefined> {
  const rows = await tx.prepared<FairExhibitorRow & Record<string, unknown>>(
    `${EXHIBITOR} WHERE e.fair_id = $2 AND e.id = $3`,
    [today, fairId, exhibitorId],
  );
  return rows[0];
}

/** The same, and nobody books with it or changes it until the transaction ends. */
export async function lockExhibitor(
  tx: Tx,
  fairId: string,
  exhibitorId: string,
  today: string,
): Promise<FairExhibitorRow | undefined> {
  const rows = await tx.prepared<FairExhibitorRow & Record<string, unknown>>(
    `${EXHIBITOR} WHERE e.fair_id = $2 AND e.id = $3 FOR UPDATE OF e`,
    [today, fairId, exhibitorId],
  );
  return rows[0];
}

/** The application of an enterprise, in whatever state. */
export async function exhibitorOfSupplier(
  tx: Tx,
  fairId: string,
  supplierId: string,
): Promise<{ id: string; state: ExhibitorState; version: number } | undefined> {
  const rows = await tx.prepared<{ id: string; state: ExhibitorState; version: number }>(
    'SELECT id, state, version FROM fair_exhibitors WHERE fair_id = $1 AND supplier_id = $2',
    [fairId, supplierId],
  );
  return rows[0];
}

/** The application of an enterprise under another row of the register that was merged with this one, while it stands. */
export async function exhibitorOfTwin(
  tx: Tx,
  fairId: string,
  supplierId: string,
): Promise<{ state: ExhibitorState } | undefined> {
  const rows = await tx.prepared<{ state: ExhibitorState }>(
    `SELECT e.state FROM fair_exhibitors e JOIN suppliers twin ON twin.id = e.supplier_id JOIN suppliers own ON own.id = $2
     WHERE e.fair_id = $1 AND e.supplier_id <> $2 AND e.state <> 'withdrawn'
       AND coalesce(twin.merged_into_id, twin.id) = coalesce(own.merged_into_id, own.id)`,
    [fairId, supplierId],
  );
  return rows[0];
}

export async function countExhibitors(tx: Tx, fairId: string): Promise<number> {
  const [row] = await tx.prepared<{ count: number }>(
    'SELECT count(*) AS count FROM fair_exhibitors WHERE fair_id = $1',
    [fairId],
  );
  return row?.count ?? 0;
}

export async function representativeOf(
  tx: Tx,
  exhibitorId: string,
): Promise<FairRepresentativeRow | undefined> {
  const rows = await tx.prepared<FairRepresentativeRow & Record<string, unknown>>(
    'SELECT name, email, phone FROM fair_representatives WHERE exhibitor_id = $1',
    [exhibitorId],
  );
  return rows[0];
}

/** The slots in which it meets somebody; a proposal whose time has passed keeps none. */
export async function meetingSlotsOf(tx: Tx, exhibitorId: string, now: Date): Promise<string[]> {
  const rows = await tx.prepared<{ slot_id: string }>(
    `SELECT slot_id FROM fair_bookings WHERE exhibitor_id = $1 AND ${HOLDING}`,
    [exhibitorId, now],
  );
  return rows.map((row) => row.slot_id);
}
