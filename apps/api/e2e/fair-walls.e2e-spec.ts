import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { listOf, type ApiClient, type Body } from './support/api-client';
import { Contract, type ContractOperation } from './support/contract';
import { createFairWorld, FAIR_DAY, givenMeeting, type FairWorld } from './support/fair-world';

/**
 * What lies in the rooms of fairs, against everybody who knows its id: through the door of another fair, as a stranger, as a
 * rival at the same fair, after it is gone.
 */
let world: FairWorld;
let contract: Contract;
/** a second fair of the same host, with one slot and nobody there */
let elsewhere: string;
/** path parameters of the first fair's things */
let things: Readonly<Record<string, string>>;

beforeAll(async () => {
  world = await createFairWorld({ desks: 2, exhibitors: 2, slots: 3, state: 'open' });
  contract = new Contract(world.app);
  const [desk, exhibitor] = [world.desks[0]!, world.exhibitors[0]!];
  const bookingId = await givenMeeting(world, [0, 0, 0]);
  const insert = async (sql: string, values: unknown[]) => {
    const [row] = await world.database.sql<{ id: string }>(`${sql} RETURNING id`, values);
    return row?.id ?? '';
  };
  things = {
    deskId: desk.id,
    exhibitorId: exhibitor.id,
    bookingId,
    waitingId: await insert(
      `INSERT INTO fair_waiting (fair_id, desk_id, exhibitor_id, institution_id, supplier_id, created_by)
       VALUES ($1, $2, $3, $4, $5, $6)`,
      [
        world.fairId,
        world.desks[1]?.id,
        exhibitor.id,
        world.guestId,
        exhibitor.supplierId,
        world.admin.user.id,
      ],
    ),
    scheduleId: await insert(
      `INSERT INTO fair_schedules (fair_id, state, seed, created_by) VALUES ($1, 'discarded', 1, $2)`,
      [world.fairId, world.admin.user.id],
    ),
  };
  const other = await world.manager.post(
    '/fairs',
    { name: '다른 박람회', firstDay: FAIR_DAY, lastDay: FAIR_DAY },
    { expect: 201 },
  );
  elsewhere = String(other.body['id']);
  const laid = await world.manager.put(
    `/fairs/${elsewhere}/slots`,
    { slotMinutes: 30, hours: [{ day: FAIR_DAY, from: '16:00', to: '16:30' }] },
    { version: 1, expect: 200 },
  );
  const version = Number(laid.body['version']);
  await world.manager.post(`/fairs/${elsewhere}/state`, { state: 'applications' }, { version, expect: 200 });
});
afterAll(() => world.end());

const withThing = () =>
  contract.operations.filter(({ path }) => /^\/api\/v1\/fairs\/\{id\}\/.*\{\w+Id\}/.test(path));

function ask(by: ApiClient, operation: ContractOperation, fairId: string, ids = things) {
  const path = operation.path
    .replace('{id}', fairId)
    .replace(/\{(\w+)\}/g, (_, name: string) => ids[name] ?? '');
  const body = operation.body === null ? undefined : contract.example(operation.body);
  return by.call(operation.method, path, { body, version: 1 });
}

async function answersOf(by: ApiClient, fairId: string): Promise<string[]> {
  const answers: string[] = [];
  for (const operation of withThing()) {
    const { status } = await ask(by, operation, fairId);
    answers.push(`${operation.id} ${status}`);
  }
  return answers;
}

const allowed = (answers: readonly string[]) => answers.filter((one) => !/ 40[34]$/.test(one));

describe('a thing of one fair', () => {
  it('is asked for by many operations, and is there through its own door (control)', async () => {
    expect(withThing().length).toBeGreaterThan(25);
    const own = await world.manager.get(`/fairs/${world.fairId}/bookings/${things['bookingId']}`);
    expect(own.status).toBe(200);
  });

  it('is not found through the door of another fair, not even by who runs both', async () => {
    for (const by of [world.manager, world.admin, world.desks[0]!.clerk, world.exhibitors[0]!.person])
      expect(allowed(await answersOf(by, elsewhere))).toEqual([]);
  });

  it('is nobody else’s: neither a stranger’s, nor a rival’s at the same fair, nor another organiser’s', async () => {
    for (const by of [world.stranger, world.exhibitors[1]!.person, world.otherAdviser, world.guestManager]) {
      const answers = allowed(await answersOf(by, world.fairId));
      // The guest's people run the desk for which somebody waits.
      const isGuest = by === world.otherAdviser || by === world.guestManager;
      expect(answers.filter((one) => !(isGuest && /Offer |WaitingList /.test(one)))).toEqual([]);
    }
    expect(
      allowed(await answersOf(world.desks[1]!.clerk, world.fairId)).filter(
        (one) => !/Offer |WaitingList /.test(one),
      ),
    ).toEqual([]);
  });
});

describe('ids in a body', () => {
  const codeOf = (answer: { body: Body }) => answer.body['code'];

  it('are of the fair that is asked: no desk, exhibitor or slot of another one', async () => {
    const there = await world.manager.get(`/fairs/${elsewhere}`, { expect: 200 });
    const strange = String(listOf(there.body['slots'])[0]?.['id']);
    const [desk, exhibitor] = [world.desks[1]!, world.exhibitors[1]!];
    const good = { deskId: desk.id, exhibitorId: exhibitor.id, slotId: world.slotIds[2] };
    const room = `/fairs/${world.fairId}`;
    for (const wrong of [{ slotId: strange }, { deskId: elsewhere }, { exhibitorId: elsewhere }]) {
      for (const path of ['bookings', 'waiting-list', 'walk-ins'])
        await world.manager.post(`${room}/${path}`, { ...good, ...wrong }, { expect: 404 });
    }
    await world.manager.post(`/fairs/${elsewhere}/bookings`, good, { expect: 404 });
    const absent = { absentSlotIds: [strange] };
    const version = 1;
    expect(
      codeOf(await world.manager.patch(`${room}/desks/${desk.id}`, absent, { version, expect: 422 })),
    ).toBe('FAIR_DESK_INVALID');
    expect(
      codeOf(
        await world.manager.patch(`${room}/exhibitors/${exhibitor.id}`, absent, { version, expect: 422 }),
      ),
    ).toBe('FAIR_EXHIBITOR_INVALID');
  });

  it('that were laid anew are gone', async () => {
    const before = await world.manager.get(`/fairs/${elsewhere}`, { expect: 200 });
    const gone = String(listOf(before.body['slots'])[0]?.['id']);
    await world.manager.put(
      `/fairs/${elsewhere}/slots`,
      { slotMinutes: 30, hours: [{ day: FAIR_DAY, from: '17:00', to: '17:30' }] },
      { version: Number(before.body['version']), expect: 200 },
    );
    const desk = await world.manager.post(
      `/fairs/${elsewhere}/desks`,
      { institutionId: world.hostId },
      { expect: 201 },
    );
    const path = `/fairs/${elsewhere}/desks/${String(desk.body['id'])}`;
    await world.manager.patch(path, { absentSlotIds: [gone] }, { version: 1, expect: 422 });
  });
});

describe('a fair with bookings', () => {
  it('keeps its slots and its days', async () => {
    const fair = await world.fair();
    const version = Number(fair['version']);
    const room = `/fairs/${world.fairId}`;
    const hours = [{ day: FAIR_DAY, from: '10:00', to: '11:00' }];
    const laid = await world.manager.put(
      `${room}/slots`,
      { slotMinutes: 30, hours },
      { version, expect: 409 },
    );
    const moved = await world.manager.patch(room, { firstDay: '2026-06-15' }, { version, expect: 409 });
    // Its days stand because it is open; its slots because somebody has one.
    expect([laid.body['code'], moved.body['code']]).toEqual(['FAIR_HAS_BOOKINGS', 'FAIR_STATE']);
    await world.manager.patch(room, { venue: '강당' }, { version, expect: 200 });
  });
});
