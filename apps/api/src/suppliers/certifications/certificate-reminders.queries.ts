import type { CertificationType, Day, ReminderDays, ReminderFacts } from '@ieum/domain';
import type { Tx } from '../../database/transactions';

export interface EndingCertificate extends ReminderFacts {
  readonly id: string;
  readonly type: CertificationType;
  readonly validUntil: Day;
  readonly supplierId: string;
  readonly supplierName: string;
  /** of the district that the enterprise lies in; null = none, or not known */
  readonly institutionId: string | null;
}

/** Verified certificates whose last day lies in the window, with what the rule asks about them; by id. */
export function endingCertificates(
  tx: Tx,
  window: { readonly from: Day; readonly to: Day },
  after: string | null,
  limit: number,
): Promise<EndingCertificate[]> {
  return tx.sql<EndingCertificate>(
    `SELECT c.id, c.type, c.valid_until AS "validUntil", s.id AS "supplierId", s.name AS "supplierName",
            i.id AS "institutionId", c.verified_at IS NOT NULL AS verified, c.revoked_on IS NOT NULL AS "isRevoked",
            c.replaced_at IS NOT NULL AS "isReplaced", s.closed_on IS NOT NULL AS "supplierIsClosed",
            s.merged_into_id IS NOT NULL AS "supplierIsMerged",
            EXISTS (SELECT FROM supplier_certifications n
                    WHERE n.supplier_id = c.supplier_id AND n.type = c.type AND n.id <> c.id
                      AND n.verified_at IS NOT NULL AND n.replaced_at IS NULL AND n.revoked_on IS NULL
                      AND n.valid_from <= c.valid_until + 1
                      AND (n.valid_until IS NULL OR n.valid_until > c.valid_until)) AS "isRenewed",
            ARRAY(SELECT r.days_before::int FROM certification_reminders r
                  WHERE r.certification_id = c.id AND r.valid_until = c.valid_until) AS sent
     FROM supplier_certifications c JOIN suppliers s ON s.id = c.supplier_id
     LEFT JOIN institutions i ON i.administrative_code = s.district_code AND i.kind = 'district'
     WHERE c.valid_until BETWEEN $1::date AND $2::date AND c.verified_at IS NOT NULL
       AND ($3::uuid IS NULL OR c.id > $3)
     ORDER BY c.id LIMIT $4`,
    [window.from, window.to, after, limit],
  );
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
