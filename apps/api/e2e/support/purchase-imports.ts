import { expect } from '@jest/globals';
import type { ApiClient, Body } from './api-client';
import { numbersIn } from './finance-sheet';
import { finishedJob } from './jobs';
import { uploaded } from './upload';
import type { World } from './world';

/** Uploads a sheet and waits for its dry run. */
export async function checked(
  world: World,
  client: ApiClient,
  name: string,
  content: Buffer | string,
  more: Record<string, unknown> = {},
): Promise<Body> {
  const fileId = await uploaded(world.app, client, name, content);
  const started = await client.post(
    '/purchase-imports',
    { fileId, fiscalYear: 2016, ...more },
    { expect: 202 },
  );
  await finishedJob(client, String(started.body['job']?.['id']));
  return (await client.get(`/purchase-imports/${String(started.body['id'])}`, { expect: 200 })).body;
}

/** Applies or undoes an import and waits until that has succeeded. */
export async function step(client: ApiClient, id: unknown, action: 'apply' | 'undo'): Promise<Body> {
  const started = await client.post(`/purchase-imports/${String(id)}/${action}`, {}, { expect: 202 });
  const job = await finishedJob(client, String(started.body['job']?.['id']));
  expect(job).toMatchObject({ state: 'succeeded', message: null });
  return (await client.get(`/purchase-imports/${String(id)}`, { expect: 200 })).body;
}

/** Row numbers by class, as the summary names them. */
export function rowsByClass(found: Body): Map<string, number[]> {
  const summary = [...listOf(found['summary'])];
  return new Map(
    summary.map((one) => [
      String(one['class']),
      numbersIn(
        listOf(one['ranges']).map((range) => ({ from: Number(range['from']), to: Number(range['to']) })),
      ),
    ]),
  );
}

export function listOf(value: Body | undefined): Body[] {
  expect(Array.isArray(value)).toBe(true);
  return JSON.parse(JSON.stringify(value)) as Body[];
}
