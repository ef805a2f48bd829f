import type { Tx } from '../../database/transactions';

/** A party that leaves. */
export type LeavingParty = { readonly deskId: string } | { readonly exhibitorId: string };

/** A place that became free at somebody else's side. */
export interface FreedPlace {
  readonly deskId: string;
  readonly slotId: string;
}

/**
 * Cancels the meetings that are still ahead of a party, with its reason, and ends its entries of the waiting list. What was
 * attended stays as it was.
 * @returns the places that are free now
 */
export async function endMeetingsOf(
  tx: Tx,
  fairId: string,
  party: LeavingParty,
  reason: string,
): Promise<FreedPlace[]> {
  const [column, id] = 'deskId' in party ? ['desk_id', party.deskId] : ['exhibitor_id', party.exhibitorId];
  await tx.sql(
    `UPDATE fair_waiting SET state = 'withdrawn', offered_until = NULL
     WHERE fair_id = $1 AND ${column} = $2 AND state IN ('waiting', 'offered')`,
    [fairId, id],
  );
  return tx.sql<FreedPlace & Record<string, unknown>>(
    `UPDATE fair_bookings b SET state = 'cancelled', cancel_reason = $3, state_before = b.state, held_until = NULL,
            version = b.version + 1
     WHERE b.fair_id = $1 AND b.${column} = $2 AND b.state IN ('proposed', 'confirmed')
     RETURNING b.desk_id AS "deskId", b.slot_id AS "slotId"`,
    [fairId, id, reason],
  );
}
