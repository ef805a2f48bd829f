import { listOf, type ApiClient, type Body } from './api-client';
import type { FairWorld } from './fair-world';
import { finishedJob } from './jobs';

type Wish = readonly [desk: number, exhibitor: number, weight: number];

/** The wishes of all desks; each pair is [desk, exhibitor, weight], numbered from 0. */
export async function wishOfDesks(world: FairWorld, wishes: readonly Wish[]): Promise<void> {
  for (const [at, { id }] of world.desks.entries()) {
    const own = wishes.filter(([desk]) => desk === at);
    await world.admin.put(
      `/fairs/${world.fairId}/desks/${id}/wishes`,
      { wishes: own.map(([, exhibitor, weight]) => ({ id: world.exhibitors[exhibitor]!.id, weight })) },
      { expect: 200 },
    );
  }
}

/** Asks for a schedule and waits for it. @returns its preview */
export async function computed(world: FairWorld, seed = 1, client: ApiClient = world.manager): Promise<Body> {
  const path = `/fairs/${world.fairId}/schedules`;
  const started = await client.post(path, { seed }, { expect: 202, idempotencyKey: true });
  const job = await finishedJob(client, String(started.body['job']?.['id']));
  if (String(job['state']) !== 'succeeded') throw new Error(`the schedule failed: ${JSON.stringify(job)}`);
  return (await client.get(`${path}/${String(started.body['schedule']?.['id'])}`, { expect: 200 })).body;
}

export const changesOf = (preview: Body) => listOf(preview['changes']);

export async function apply(world: FairWorld, schedule: Body, expect = 200): Promise<Body> {
  const path = `/fairs/${world.fairId}/schedules/${String(schedule['id'])}/apply`;
  return (await world.manager.post(path, {}, { expect, idempotencyKey: true })).body;
}

/** Computes and applies. */
export async function scheduled(world: FairWorld, seed = 1): Promise<Body> {
  return apply(world, await computed(world, seed));
}

export interface Meeting {
  readonly id: string;
  readonly desk: number;
  readonly exhibitor: number;
  readonly slot: number;
  readonly origin: string;
}

/** What is booked and holds its place, by the numbers of the parties. */
export async function meetings(world: FairWorld): Promise<Meeting[]> {
  const rows = await world.database.sql<{
    id: string;
    desk_id: string;
    exhibitor_id: string;
    slot_id: string;
    origin: string;
  }>(
    `SELECT * FROM fair_bookings WHERE fair_id = $1 AND state IN ('proposed', 'confirmed', 'attended', 'walk_in')
     ORDER BY during, desk_id`,
    [world.fairId],
  );
  return rows.map((row) => ({
    id: row.id,
    desk: world.desks.findIndex(({ id }) => id === row.desk_id),
    exhibitor: world.exhibitors.findIndex(({ id }) => id === row.exhibitor_id),
    slot: world.slotIds.indexOf(row.slot_id),
    origin: row.origin,
  }));
}
