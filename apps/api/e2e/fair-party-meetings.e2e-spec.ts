import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { listOf, type ApiClient } from './support/api-client';
import { createFairWorld, type FairWorld } from './support/fair-world';

let world: FairWorld;
let room: string;
beforeAll(async () => {
  world = await createFairWorld({ desks: 1, exhibitors: 3, slots: 3, state: 'open' });
  room = `/fairs/${world.fairId}`;
});
afterAll(() => world.end());

const deskId = () => world.desks[0]?.id;
const exhibitorId = (index: number) => world.exhibitors[index]?.id;

/** Changes `desks/<id>` or `exhibitors/<id>`, or withdraws it, with the version that it has. */
async function change(by: ApiClient, what: string, body: unknown): Promise<void> {
  const path = `${room}/${what}`;
  const [kind, id] = what.split('/');
  const list = await world.admin.get(`${room}/${kind}`, { expect: 200 });
  const version = Number(listOf(list.body['items']).find((one) => String(one['id']) === id)?.['version']);
  if (what.endsWith('/withdraw')) await by.post(path, body, { version, expect: 200 });
  else await by.patch(path, body, { version, expect: 200 });
}

async function waitingStates(): Promise<string[]> {
  const { body } = await world.manager.get(`${room}/waiting-list`, { expect: 200 });
  return listOf(body['items']).map((one) => `${String(one['supplierName'])} ${String(one['state'])}`);
}

/** The first exhibitor meets the desk in the first slot; the second waits for the same. */
beforeEach(async () => {
  for (const table of ['fair_waiting', 'fair_bookings']) await world.database.sql(`DELETE FROM ${table}`);
  await world.manager.post(
    `${room}/bookings`,
    { deskId: deskId(), exhibitorId: exhibitorId(0), slotId: world.slotIds[0] },
    { expect: 201 },
  );
  await world.exhibitors[1]!.person.post(
    `${room}/waiting-list`,
    { deskId: deskId(), exhibitorId: exhibitorId(1), slotId: world.slotIds[0] },
    { expect: 201 },
  );
  expect(await waitingStates()).toEqual(['참가 기업 02 waiting']);
});

describe('who waits for a place', () => {
  it('is offered one when the desk gets another seat', async () => {
    await change(world.desks[0]!.clerk, `desks/${deskId()}`, { seats: 2 });
    expect(await waitingStates()).toEqual(['참가 기업 02 offered']);
    await world.database.sql('DELETE FROM fair_waiting');
    await world.database.sql(`DELETE FROM fair_bookings WHERE seat = 2`);
    await change(world.desks[0]!.clerk, `desks/${deskId()}`, { seats: 1 });
  });

  it('is offered the place of an enterprise that withdraws, and nobody is in two states', async () => {
    await change(world.exhibitors[0]!.person, `exhibitors/${exhibitorId(0)}/withdraw`, {
      reason: '회사 일정',
    });
    expect(await waitingStates()).toEqual(['참가 기업 02 offered']);
    const bookings = await world.database.sql(
      'SELECT state, cancelled_by, origin FROM fair_bookings ORDER BY created_at, id',
    );
    expect(bookings).toEqual([
      { state: 'cancelled', cancelled_by: 'exhibitor', origin: 'organiser' },
      { state: 'proposed', cancelled_by: null, origin: 'waiting_list' },
    ]);
    await world.database.sql(`UPDATE fair_exhibitors SET state = 'confirmed', decision_reason = NULL`);
  });

  it('waits no longer when it withdraws itself', async () => {
    await change(world.manager, `exhibitors/${exhibitorId(1)}/withdraw`, { reason: '취소' });
    expect(await waitingStates()).toEqual(['참가 기업 02 withdrawn']);
    await world.database.sql(`UPDATE fair_exhibitors SET state = 'confirmed', decision_reason = NULL`);
  });

  it('waits no longer when the desk is taken back', async () => {
    await change(world.desks[0]!.clerk, `desks/${deskId()}/withdraw`, { reason: '부서 일정' });
    expect(await waitingStates()).toEqual(['참가 기업 02 withdrawn']);
    const bookings = await world.database.sql('SELECT state, cancelled_by FROM fair_bookings');
    expect(bookings).toEqual([{ state: 'cancelled', cancelled_by: 'desk' }]);
  });
});
