import type { ListEntry, RegisteredFacts, RegisteredName } from '@ieum/domain';
import type { Tx } from '../../database/transactions';

const CERTIFIED = `c.type = 'certified_social_enterprise' AND c.verified_at IS NOT NULL AND c.replaced_at IS NULL`;

/** All rows of the register by name and number, merged ones too: names and numbers of old lead to the survivor. */
export function registerNames(tx: Tx): Promise<RegisteredName[]> {
  return tx.sql<RegisteredName & Record<string, unknown>>(
    `SELECT s.id, coalesce(s.merged_into_id, s.id) AS "survivorId", s.name, s.business_number AS "businessNumber",
            coalesce(c.numbers, '{}') AS "certificateNumbers"
     FROM suppliers s
     LEFT JOIN (SELECT c.supplier_id, array_agg(c.number) AS numbers FROM supplier_certifications c
                WHERE ${CERTIFIED} AND c.number IS NOT NULL GROUP BY c.supplier_id) AS c ON c.supplier_id = s.id
     ORDER BY s.id`,
  );
}

/** Who, in a word, entered or changed the register since then; without the rows of this import. */
export function namesChangedSince(tx: Tx, since: Date, importId: string): Promise<RegisteredName[]> {
  return tx.sql<RegisteredName & Record<string, unknown>>(
    `SELECT s.id, coalesce(s.merged_into_id, s.id) AS "survivorId", s.name, s.business_number AS "businessNumber",
            '{}'::text[] AS "certificateNumbers"
     FROM suppliers s
     WHERE greatest(s.created_at, s.updated_at) > $1
       AND NOT EXISTS (SELECT FROM supplier_import_rows r WHERE r.import_id = $2 AND r.supplier_id = s.id)`,
    [since, importId],
  );
}

/** What people decided about doubtful rows before: supplier (or its survivor) by identity; the last word counts. */
export async function earlierDecisions(tx: Tx): Promise<ReadonlyMap<string, string>> {
  const rows = await tx.sql<{ identity: string; id: string }>(
    `SELECT r.identity, coalesce(s.merged_into_id, s.id) AS id
     FROM supplier_reviews r JOIN suppliers s ON s.id = r.supplier_id
     WHERE r.state IN ('same', 'different') ORDER BY r.decided_at, r.id`,
  );
  return new Map(rows.map((row) => [row.identity, row.id]));
}

/** A verified certificate as a social enterprise, as the register has it. */
export interface StandingCertificate {
  readonly id: string;
  readonly number: string | null;
  readonly validFrom: string;
  readonly validUntil: string | null;
  readonly revokedOn: string | null;
  readonly issueRound: string | null;
}

export type SupplierColumns = Omit<RegisteredFacts, 'certificateNumber' | 'certifiedOn' | 'issueRound'> & {
  readonly name: string;
};

/** What a list said of a supplier, with the import that it was. */
export interface ListedBefore {
  readonly importId: string;
  readonly asOf: string;
  readonly entry: ListEntry;
}

/** A supplier as it stands, with what its certificates (also those of rows merged into it) and the last list say. */
export interface StandingSupplier {
  readonly id: string;
  readonly mergedIntoId: string | null;
  readonly columns: SupplierColumns;
  readonly certificates: readonly StandingCertificate[];
  readonly listed: ListedBefore | null;
}

/** In the order of their ids; locked until the end of the transaction when they are to be changed. */
export async function standingSuppliers(
  tx: Tx,
  ids: readonly string[],
  lock: 'locked' | 'read',
): Promise<ReadonlyMap<string, StandingSupplier>> {
  if (lock === 'locked')
    await tx.sql('SELECT 1 FROM suppliers WHERE id = ANY ($1::uuid[]) ORDER BY id FOR UPDATE', [ids]);
  const rows = await tx.sql<StandingSupplier & Record<string, unknown>>(
    `SELECT s.id, s.merged_into_id AS "mergedIntoId",
            jsonb_build_object('name', s.name, 'businessNumber', s.business_number, 'representative', s.representative,
              'address', s.address, 'homepage', s.homepage, 'businessSummary', s.business_summary,
              'socialPurpose', s.social_purpose, 'serviceField', s.service_field, 'districtCode', s.district_code) AS columns,
            coalesce((SELECT jsonb_agg(jsonb_build_object('id', c.id, 'number', c.number, 'validFrom', c.valid_from,
                        'validUntil', c.valid_until, 'revokedOn', c.revoked_on, 'issueRound', c.issue_round) ORDER BY c.id)
                      FROM supplier_certifications c
                      WHERE c.supplier_id IN (SELECT f.id FROM suppliers f WHERE f.id = s.id OR f.merged_into_id = s.id)
                        AND ${CERTIFIED}), '[]') AS certificates,
            (SELECT jsonb_build_object('importId', l.import_id, 'asOf', l.as_of, 'entry', l.entry)
             FROM supplier_list_entries l WHERE l.supplier_id = s.id) AS listed
     FROM suppliers s WHERE s.id = ANY ($1::uuid[])`,
    [ids],
  );
  return new Map(rows.map((row) => [row.id, row]));
}
