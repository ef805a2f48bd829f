import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createFairWorld, type FairWorld } from './support/fair-world';

let world: FairWorld;
let room: string;
beforeAll(async () => {
  world = await createFairWorld({ desks: 4, seats: 2, exhibitors: 10, slots: 8, state: 'open' });
  room = `/fairs/${world.fairId}`;
});
afterAll(() => world.end());

const HOLDING = `state IN ('proposed', 'confirmed')`;

async function versionOf(table: string, id: string | undefined): Promise<number> {
  const [row] = await world.database.sql<{ version: number }>(`SELECT version FROM ${table} WHERE id = $1`, [
    id,
  ]);
  return row?.version ?? 0;
}

/** Every exhibitor asks for a slot of the desk, all at once. */
const everybodyBooks = (deskAt: number) =>
  world.exhibitors.map(({ id, person }, index) =>
    person.post(`${room}/bookings`, {
      deskId: world.desks[deskAt]?.id,
      exhibitorId: id,
      slotId: world.slotIds[index % world.slotIds.length],
    }),
  );

describe('at the same moment', () => {
  it('a desk is taken back and booked: nobody is left with a meeting at a desk that is gone', async () => {
    const desk = world.desks[0];
    const version = await versionOf('fair_desks', desk?.id);
    const [withdrawn, ...booked] = await Promise.all([
      desk?.clerk.post(`${room}/desks/${desk.id}/withdraw`, { reason: '부서 일정' }, { version }),
      ...everybodyBooks(0),
    ]);
    expect(withdrawn?.status).toBe(200);
    for (const { status } of booked) expect([201, 409, 422]).toContain(status);
    const left = await world.database.sql(`SELECT id FROM fair_bookings WHERE desk_id = $1 AND ${HOLDING}`, [
      desk?.id,
    ]);
    expect(left).toEqual([]);
  });

  it('a desk loses a seat and is booked: no meeting sits on a seat that is gone', async () => {
    const desk = world.desks[1];
    const changed = await Promise.all([
      ...everybodyBooks(1),
      desk?.clerk.patch(
        `${room}/desks/${desk.id}`,
        { seats: 1 },
        { version: await versionOf('fair_desks', desk.id) },
      ),
    ]);
    expect([200, 409]).toContain(changed.at(-1)?.status);
    const wrong = await world.database.sql(
      `SELECT b.id FROM fair_bookings b JOIN fair_desks d ON d.id = b.desk_id WHERE b.${HOLDING} AND b.seat > d.seats`,
    );
    expect(wrong).toEqual([]);
  });

  it('an enterprise withdraws and asks for meetings: none of them stays', async () => {
    const leaving = world.exhibitors[0];
    const version = await versionOf('fair_exhibitors', leaving?.id);
    const asked = [2, 3].map((deskAt) =>
      leaving?.person.post(`${room}/bookings`, {
        deskId: world.desks[deskAt]?.id,
        exhibitorId: leaving.id,
        slotId: world.slotIds[deskAt],
      }),
    );
    const path = `${room}/exhibitors/${leaving?.id}/withdraw`;
    const [gone] = await Promise.all([leaving?.person.post(path, { reason: '일정' }, { version }), ...asked]);
    expect(gone?.status).toBe(200);
    const left = await world.database.sql(
      `SELECT id FROM fair_bookings WHERE exhibitor_id = $1 AND ${HOLDING}`,
      [leaving?.id],
    );
    expect(left).toEqual([]);
  });

  it('an enterprise is entered twice, and a desk set up twice: one of each', async () => {
    const supplierId = await world.given.supplier('새 기업');
    const application = {
      supplierId,
      representativeName: '새 사람',
      representativeEmail: 'new@supplier.example',
    };
    const both = [world.manager, world.adviser];
    const entered = await Promise.all(both.map((by) => by.post(`${room}/exhibitors`, application)));
    expect(entered.map(({ status }) => status).sort()).toEqual([201, 409]);
    const place = { institutionId: world.hostId };
    const set = await Promise.all(both.map((by) => by.post(`${room}/desks`, place)));
    expect(set.map(({ status }) => status).sort()).toEqual([201, 409]);
  });

  it('the fair moves on twice: once', async () => {
    const version = Number((await world.fair())['version']);
    world.setTime('18:00');
    const moved = await Promise.all(
      [world.manager, world.adviser].map((by) => by.post(`${room}/state`, { state: 'held' }, { version })),
    );
    expect(moved.map(({ status }) => status).sort()).toEqual([200, 412]);
  });
});
