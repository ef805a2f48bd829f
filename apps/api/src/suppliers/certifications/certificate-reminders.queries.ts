import {
  isFollowed,
  type CertificationType,
  type Day,
  type FollowFacts,
  type ReminderDays,
  type ReminderFacts,
} from '@ieum/domain';
import type { Tx } from '../../database/transactions';

export interface EndingCertificate extends ReminderFacts {
  readonly id: string;
  readonly type: CertificationType;
  readonly validUntil: Day;
  /** the row that stands for it */
  readonly supplierId: string;
  readonly supplierName: string;
  /** of the district that the enterprise lies in; null = none, or not known */
  readonly institutionId: string | null;
}

interface EndingRow extends Omit<EndingCertificate, 'isRenewed'> {
  /** verified ones of the same type that stand, of all rows that were merged into the supplier */
  readonly others: readonly FollowFacts[];
}

/**
 * Verified certificates whose last day lies in the window, with what the rule asks about them; by id. One that a duplicate
 * brought counts for the row that the duplicate was merged into, so that one is reminded.
 */
export async function endingCertificates(
  tx: Tx,
  window: { readonly from: Day; readonly to: Day },
  after: string | null,
  limit: number,
): Promise<EndingCertificate[]> {
  const rows = await tx.sql<EndingRow & Record<string, unknown>>(
    `SELECT c.id, c.type, c.valid_until AS "validUntil", s.id AS "supplierId", s.name AS "supplierName",
            i.id AS "institutionId", c.verified_at IS NOT NULL AS verified, c.revoked_on IS NOT NULL AS "isRevoked",
            c.replaced_at IS NOT NULL AS "isReplaced", coalesce(s.closed_on <= $1::date, false) AS "supplierIsClosed",
            coalesce((
              SELECT json_agg(json_build_object('id', n.id, 'type', n.type, 'validFrom', n.valid_from,
                       'validUntil', n.valid_until, 'revokedOn', n.revoked_on))
              FROM supplier_certifications n
              WHERE n.supplier_id IN (SELECT f.id FROM suppliers f WHERE f.id = s.id OR f.merged_into_id = s.id)
                AND n.type = c.type AND n.verified_at IS NOT NULL AND n.replaced_at IS NULL), '[]') AS others,
            ARRAY(SELECT r.days_before::int FROM certification_reminders r
                  WHERE r.certification_id = c.id AND r.valid_until = c.valid_until) AS sent
     FROM supplier_certifications c
     JOIN suppliers own ON own.id = c.supplier_id
     JOIN suppliers s ON s.id = coalesce(own.merged_into_id, own.id)
     LEFT JOIN institutions i ON i.administrative_code = s.district_code AND i.kind = 'district'
     WHERE c.valid_until BETWEEN $1::date AND $2::date AND c.verified_at IS NOT NULL
       AND ($3::uuid IS NULL OR c.id > $3)
     ORDER BY c.id LIMIT $4`,
    [window.from, window.to, after, limit],
  );
  return rows.map(({ others, ...row }) => ({ ...row, isRenewed: isFollowed(row, others) }));
}

/** @returns false when it was sent already */
export async function keepReminder(
  tx: Tx,
  reminder: {
    readonly certificationId: string;
    readonly validUntil: Day;
    readonly daysBefore: ReminderDays;
    readonly on: Day;
  },
): Promise<boolean> {
  const kept = await tx.sql(
    `INSERT INTO certification_reminders (certification_id, valid_until, days_before, reminded_on)
     VALUES ($1, $2, $3, $4) ON CONFLICT ON CONSTRAINT pk_certification_reminders DO NOTHING RETURNING 1`,
    [reminder.certificationId, reminder.validUntil, reminder.daysBefore, reminder.on],
  );
  return kept.length === 1;
}
