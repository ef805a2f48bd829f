import type { FairSide } from '@ieum/domain';
import type { Tx } from '../../database/transactions';

export interface FairWishRow {
  desk_id: string;
  exhibitor_id: string;
  by: FairSide;
  supplier_id: string;
  weight: number;
}

/** Wishes between desks that consult and exhibitors that come; of whoever left nobody wants anything any more. */
export function wishesOf(tx: Tx, fairId: string): Promise<FairWishRow[]> {
  return tx.prepared<FairWishRow & Record<string, unknown>>(
    `SELECT w.desk_id, w.exhibitor_id, w."by", w.supplier_id, w.weight FROM fair_wishes w
     JOIN fair_desks d ON d.id = w.desk_id AND d.withdrawn_reason IS NULL
     JOIN fair_exhibitors e ON e.id = w.exhibitor_id AND e.state IN ('applied', 'confirmed')
     WHERE w.fair_id = $1 ORDER BY w."by", w.weight DESC, w.desk_id, w.exhibitor_id`,
    [fairId],
  );
}

export interface WishesToWrite {
  readonly fairId: string;
  readonly by: FairSide;
  /** whose wishes they are: a desk or an exhibitor */
  readonly partyId: string;
  readonly wishes: readonly { readonly id: string; readonly weight: number }[];
}

/** All wishes of one party anew: those that stay keep their row, those that are left out are taken back. */
export async function writeWishes(tx: Tx, { fairId, by, partyId, wishes }: WishesToWrite): Promise<void> {
  const [own, other] = by === 'desk' ? ['desk_id', 'exhibitor_id'] : ['exhibitor_id', 'desk_id'];
  const ids = wishes.map(({ id }) => id);
  await tx.sql(
    `DELETE FROM fair_wishes WHERE fair_id = $1 AND "by" = $2 AND ${own} = $3 AND ${other} <> ALL ($4::uuid[])`,
    [fairId, by, partyId, ids],
  );
  await tx.sql(
    `INSERT INTO fair_wishes (fair_id, desk_id, exhibitor_id, "by", institution_id, supplier_id, weight)
     SELECT $1, d.id, e.id, $2, d.institution_id, e.supplier_id, w.weight
     FROM unnest($4::uuid[], $5::int[]) AS w(id, weight)
     JOIN fair_desks d ON d.fair_id = $1 AND d.id = ${by === 'desk' ? '$3' : 'w.id'}
     JOIN fair_exhibitors e ON e.fair_id = $1 AND e.id = ${by === 'desk' ? 'w.id' : '$3'}
     ON CONFLICT (fair_id, desk_id, exhibitor_id, "by") DO UPDATE SET weight = EXCLUDED.weight
       WHERE fair_wishes.weight <> EXCLUDED.weight`,
    [fairId, by, partyId, ids, wishes.map(({ weight }) => weight)],
  );
}
