import type { ExhibitorState } from '@ieum/domain';
import type { Tx } from '../../database/transactions';
import { SELECT_BOOKING, type BookingRow } from '../bookings/bookings.queries';

interface ComingExhibitor {
  readonly id: string;
  readonly supplier_id: string;
  readonly supplier_name: string;
  readonly booth: string | null;
  readonly state: ExhibitorState;
}

/** In the fair's open room. @param code as tidyCheckInCode leaves it */
export async function exhibitorByCode(
  tx: Tx,
  fairId: string,
  code: string,
): Promise<ComingExhibitor | undefined> {
  const rows = await tx.prepared<ComingExhibitor & Record<string, unknown>>(
    'SELECT id, supplier_id, supplier_name, booth, state FROM fair_exhibitors WHERE fair_id = $1 AND check_in_code = $2',
    [fairId, code],
  );
  return rows[0];
}

/** Once a day, however often it is sent. @returns when it was said for the first time */
export async function keepCheckIn(
  tx: Tx,
  fairId: string,
  exhibitor: Pick<ComingExhibitor, 'id' | 'supplier_id'>,
  day: string,
  now: Date,
): Promise<Date> {
  await tx.prepared(
    `INSERT INTO fair_check_ins (fair_id, exhibitor_id, supplier_id, day, checked_in_at, checked_in_by)
     VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (exhibitor_id, day) DO NOTHING`,
    [fairId, exhibitor.id, exhibitor.supplier_id, day, now, tx.actor.userId],
  );
  const [row] = await tx.prepared<{ at: Date }>(
    'SELECT checked_in_at AS at FROM fair_check_ins WHERE exhibitor_id = $1 AND day = $2',
    [exhibitor.id, day],
  );
  return row?.at ?? now;
}

/** What it has booked on a Korean day, in order of time, without what was cancelled. */
export function bookingsOfDay(tx: Tx, exhibitorId: string, day: string): Promise<BookingRow[]> {
  return tx.prepared<BookingRow & Record<string, unknown>>(
    `${SELECT_BOOKING} WHERE b.exhibitor_id = $1 AND b.state <> 'cancelled'
       AND (lower(b.during) AT TIME ZONE 'Asia/Seoul')::date = $2 ORDER BY b.during, b.id`,
    [exhibitorId, day],
  );
}
