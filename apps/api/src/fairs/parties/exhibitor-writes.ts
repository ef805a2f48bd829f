import { randomInt } from 'node:crypto';
import { CHECK_IN_CODE_LENGTH, CHECK_IN_CODE_LETTERS, type ExhibitorState } from '@ieum/domain';
import { refuse } from '../../common/refused';
import type { Tx } from '../../database/transactions';
import type { FairRepresentativeRow } from './fair-exhibitors.queries';

/** 31^6 codes for 2,000 exhibitors: a second try is rare already. */
const CODE_TRIES = 20;

export interface NewExhibitor {
  readonly fair_id: string;
  readonly supplier_id: string;
  readonly supplier_name: string;
  readonly state: ExhibitorState;
  readonly offers: string | null;
  readonly absent_slot_ids: readonly string[];
  readonly created_by: string;
  readonly created_at: Date;
}

/** With a check-in code that nobody else at the fair has. @returns its id */
export async function insertExhibitor(tx: Tx, exhibitor: NewExhibitor): Promise<string> {
  for (let tries = 0; tries < CODE_TRIES; tries += 1) {
    const row = { ...exhibitor, check_in_code: newCode() };
    const names = Object.keys(row);
    const [made] = await tx.sql<{ id: string }>(
      `INSERT INTO fair_exhibitors (${names.join(', ')}) VALUES (${names.map((_, index) => `$${index + 1}`).join(', ')})
       ON CONFLICT (fair_id, check_in_code) DO NOTHING RETURNING id`,
      Object.values(row),
    );
    if (made !== undefined) return made.id;
  }
  return refuse('SERVICE_BUSY', { retryAfterSeconds: 1 });
}

function newCode(): string {
  const letter = () => CHECK_IN_CODE_LETTERS[randomInt(CHECK_IN_CODE_LETTERS.length)];
  return Array.from({ length: CHECK_IN_CODE_LENGTH }, letter).join('');
}

/**
 * Who comes for an exhibitor. The person is known by the address, for every enterprise that she comes for: the exhibitor takes
 * her over, and so do its meetings ahead, unless she is elsewhere then (ex_fair_bookings_person).
 */
export async function writeRepresentative(
  tx: Tx,
  exhibitor: { readonly id: string; readonly fair_id: string; readonly supplier_id: string },
  person: FairRepresentativeRow,
  now: Date,
): Promise<void> {
  const { id, fair_id: fairId, supplier_id: supplierId } = exhibitor;
  const [row] = await tx.sql<{ person_id: string }>(
    `INSERT INTO fair_representatives (exhibitor_id, fair_id, supplier_id, name, email, phone) VALUES ($1, $2, $3, $4, $5, $6)
     ON CONFLICT (exhibitor_id) DO UPDATE SET name = EXCLUDED.name, email = EXCLUDED.email, phone = EXCLUDED.phone
     RETURNING person_id`,
    [id, fairId, supplierId, person.name, person.email, person.phone],
  );
  const personId = row?.person_id ?? refuse('NOT_FOUND');
  await tx.sql('UPDATE fair_exhibitors SET person_id = $2 WHERE id = $1 AND person_id IS DISTINCT FROM $2', [
    id,
    personId,
  ]);
  await tx.sql(
    `UPDATE fair_bookings SET person_id = $2, version = version + 1
     WHERE exhibitor_id = $1 AND person_id IS DISTINCT FROM $2 AND lower(during) > $3
       AND state IN ('proposed', 'confirmed')`,
    [id, personId, now],
  );
}
