import { expect } from '@jest/globals';
import type { ApiClient, Body } from './api-client';
import { finishedJob } from './jobs';
import { listOf } from './purchase-imports';
import { uploaded } from './upload';
import type { World } from './world';

export const SOURCE = '한국사회적기업진흥원 목록';

/** Uploads a list and waits for its dry run, however it ends. */
export async function checkedList(
  world: World,
  client: ApiClient,
  name: string,
  content: Buffer | string,
  more: Record<string, unknown> = {},
): Promise<Body> {
  const fileId = await uploaded(world.app, client, name, content);
  const started = await client.post(
    '/supplier-imports',
    { fileId, asOf: '2016-06-01', sourceName: SOURCE, ...more },
    { expect: 202 },
  );
  await finishedJob(client, String(started.body['job']?.['id']));
  return (await client.get(`/supplier-imports/${String(started.body['id'])}`, { expect: 200 })).body;
}

/** Applies or undoes a list and waits until that has succeeded. */
export async function listStep(client: ApiClient, id: unknown, action: 'apply' | 'undo'): Promise<Body> {
  const started = await client.post(`/supplier-imports/${String(id)}/${action}`, {}, { expect: 202 });
  const job = await finishedJob(client, String(started.body['job']?.['id']));
  expect(job).toMatchObject({ state: 'succeeded', message: null });
  return (await client.get(`/supplier-imports/${String(id)}`, { expect: 200 })).body;
}

/** Counts of an answer without the zeros: {new: 3806}. */
export function countsOf(found: Body, field: 'counts' | 'outcomes' | 'undoOutcomes'): Record<string, number> {
  const counts = listOf(found[field]).map(
    (one) => [String(one['verdict'] ?? one['outcome']), Number(one['count'])] as const,
  );
  return Object.fromEntries(counts.filter(([, count]) => count > 0));
}

/** All rows of a verdict, page by page. */
export async function rowsOf(client: ApiClient, id: unknown, query = ''): Promise<Body[]> {
  const rows: Body[] = [];
  let cursor = '';
  for (;;) {
    const page = await client.get(`/supplier-imports/${String(id)}/rows?limit=200${query}${cursor}`, {
      expect: 200,
    });
    rows.push(...listOf(page.body['items']));
    if (page.body['nextCursor'] === null) return rows;
    cursor = `&cursor=${String(page.body['nextCursor'])}`;
  }
}

/** The register as everybody meets it: what an undone list must leave exactly as it was. */
export async function registerDump(world: World): Promise<string> {
  const rows = await world.database.sql(`
    SELECT s.id, s.name, s.normalised_name, s.business_number, s.is_synthetic, s.representative, s.address, s.homepage, s.phone, s.email,
           s.business_summary, s.social_purpose, s.service_field, s.district_code, s.closed_on, s.merged_into_id,
           (SELECT json_agg(json_build_array(c.id, c.type, c.number, c.issuer, c.issued_on, c.valid_from, c.valid_until,
                     c.revoked_on, c.issue_round, c.verified_at, c.verified_by, c.replaced_at, c.refused_at) ORDER BY c.id)
            FROM supplier_certifications c WHERE c.supplier_id = s.id AND c.withdrawn_at IS NULL) AS certifications,
           (SELECT json_build_array(l.import_id, l.as_of, l.entry) FROM supplier_list_entries l WHERE l.supplier_id = s.id) AS listed,
           (SELECT to_json(t) FROM supplier_search t WHERE t.supplier_id = s.id) AS found_by
    FROM suppliers s WHERE s.withdrawn_at IS NULL ORDER BY s.id`);
  return JSON.stringify(rows);
}
