import { FIND_PURCHASES_TO_RECOUNT } from '@ieum/domain';
import { systemActor } from '../../src/common/actor';
import { Transactions } from '../../src/database/transactions';
import { JobsService } from '../../src/jobs/jobs.service';
import type { ApiClient } from './api-client';
import { until } from './jobs';
import type { World } from './world';

/** The one certificate of a supplier. */
export async function certificateOf(world: World, supplierId: string): Promise<string> {
  const [row] = await world.database.sql<{ id: string }>(
    'SELECT id FROM supplier_certifications WHERE supplier_id = $1 ORDER BY id LIMIT 1',
    [supplierId],
  );
  return row?.id ?? '';
}

/** A certificate as it is from now on, past the application; nobody looks for purchases yet. */
export async function changeCertificate(
  world: World,
  id: string,
  change: { readonly validUntil?: string | null; readonly revokedOn?: string | null },
): Promise<void> {
  if (change.validUntil !== undefined)
    await world.database.sql('UPDATE supplier_certifications SET valid_until = $2 WHERE id = $1', [
      id,
      change.validUntil,
    ]);
  if (change.revokedOn !== undefined)
    await world.database.sql(
      `UPDATE supplier_certifications SET revoked_on = $2::date,
         revocation_reason = CASE WHEN $2::date IS NULL THEN NULL ELSE '부정 수급' END WHERE id = $1`,
      [id, change.revokedOn],
    );
}

/** Runs the job that the register asks for after a change, to its end. */
export async function findRecounts(
  world: World,
  supplierId: string,
  certificationId?: string,
): Promise<void> {
  const payload = {
    supplierId,
    certificationId: certificationId ?? (await certificateOf(world, supplierId)),
  };
  const job = await world.app
    .get(Transactions)
    .run(systemActor('recounts-spec'), (tx) =>
      world.app
        .get(JobsService)
        .enqueue(tx, { kind: FIND_PURCHASES_TO_RECOUNT, institutionId: null, payload }),
    );
  await until(async () => {
    const [row] = await world.database.sql<{ state: string; message: string | null }>(
      'SELECT state, message FROM jobs WHERE id = $1',
      [job.id],
    );
    if (row?.state === 'failed') throw new Error(`the search failed: ${row.message ?? ''}`);
    return row?.state === 'succeeded';
  });
}

export async function openRecounts(client: ApiClient, more = '') {
  return (await client.get(`/purchase-recounts?state=open${more}`, { expect: 200 })).body;
}
