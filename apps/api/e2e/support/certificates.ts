import type { ApiClient, Body } from './api-client';
import { listOf } from './api-client';
import { uploaded } from './upload';
import type { World } from './world';

/** The smallest thing that a check of contents takes for a PDF. */
export const PDF = '%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n';

/** The designation of a prospective social enterprise for three years. */
export const DESIGNATION = { type: 'prospective_local', validFrom: '2015-06-08', validUntil: '2018-06-07' };

/** An enterprise of its own with an account, its evidence uploaded; with the designation when its type is named. */
export async function enterpriseOf(world: World, name: string, type: 'prospective_local' | null = null) {
  const id = await world.given.supplier(name, type, DESIGNATION.validFrom, DESIGNATION.validUntil);
  const client = await world.loginAs(await world.given.user('enterprise', { enterpriseId: id }));
  return { id, client, evidenceFileId: await uploaded(world.app, client, '인증서.pdf', PDF) };
}

export function certificatesOf(supplier: Body): Body[] {
  return listOf(supplier['certifications']);
}

/** The states that anybody sees as of a day. */
export async function publicStatesOf(world: World, id: string, day: string) {
  const { body } = await world.anonymous.get(`/suppliers/${id}?asOf=${day}`, { expect: 200 });
  return certificatesOf(body).map((one) => one['state']);
}

/** Every entry of the register with its history. */
export async function entriesOf(client: ApiClient, id: string): Promise<Body[]> {
  return listOf((await client.get(`/suppliers/${id}/certifications`, { expect: 200 })).body['items']);
}

/** What the ledger was asked to look at again. */
export function recountsAskedFor(world: World, supplierId: string) {
  return world.database.sql<{ kind: string; payload: unknown; institution_id: string | null }>(
    `SELECT kind, payload, institution_id FROM jobs WHERE payload->>'supplierId' = $1 ORDER BY id`,
    [supplierId],
  );
}

export function addressOf(id: string, certificationId: unknown): string {
  return `/suppliers/${id}/certifications/${String(certificationId)}`;
}
