import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { listOf, type ApiClient, type Body } from './support/api-client';
import { createFairWorld, type FairWorld } from './support/fair-world';

let world: FairWorld;
let room: string;
beforeAll(async () => {
  world = await createFairWorld({
    desks: 2,
    exhibitors: 3,
    slots: 4,
    fair: { applicationsCloseOn: '2026-06-10' },
  });
  room = `/fairs/${world.fairId}`;
});
afterAll(() => world.end());

const codeOf = (answer: { body: Body }) => answer.body['code'];
const deskPath = (index: number) => `${room}/desks/${world.desks[index]?.id}`;
const exhibitorPath = (index: number) => `${room}/exhibitors/${world.exhibitors[index]?.id}`;
const clerk = (index: number) => world.desks[index]!.clerk;
const person = (index: number) => world.exhibitors[index]!.person;

async function desk(index: number): Promise<Body> {
  const { body } = await world.manager.get(`${room}/desks`, { expect: 200 });
  return listOf(body['items']).find((one) => String(one['id']) === world.desks[index]?.id) ?? {};
}
const versionOf = async (thing: Promise<Body>) => Number((await thing)['version']);

describe('wishes', () => {
  const wish = (id: string | undefined, weight = 3) => ({ id, weight });
  const wishesOf = async (by: ApiClient) =>
    listOf((await by.get(`${room}/wishes`, { expect: 200 })).body['items']).map(
      (one) => `${String(one['by'])} ${String(one['weight'])}`,
    );

  it('are stated by each side as a whole, and seen by nobody else but the organiser', async () => {
    const [first, second] = world.exhibitors;
    await clerk(0).put(
      `${deskPath(0)}/wishes`,
      { wishes: [wish(first?.id, 5), wish(second?.id, 2)] },
      { expect: 200 },
    );
    const put = await person(0).put(
      `${exhibitorPath(0)}/wishes`,
      { wishes: [wish(world.desks[0]?.id, 4)] },
      { expect: 200 },
    );
    expect(listOf(put.body['items'])).toEqual([
      { deskId: world.desks[0]?.id, exhibitorId: first?.id, by: 'exhibitor', weight: 4 },
    ]);
    expect(await wishesOf(clerk(0))).toEqual(['desk 5', 'desk 2']);
    expect(await wishesOf(person(0))).toEqual(['exhibitor 4']);
    expect(await wishesOf(world.manager)).toEqual(['desk 5', 'desk 2', 'exhibitor 4']);
    for (const other of [clerk(1), person(1), world.guestManager, world.otherAdviser, world.stranger])
      expect(await wishesOf(other)).toEqual([]);
    await clerk(0).put(`${deskPath(0)}/wishes`, { wishes: [wish(second?.id, 1)] }, { expect: 200 });
    expect(await wishesOf(clerk(0))).toEqual(['desk 1']);
  });

  it('are of parties that are there, once each, from 1 to 5', async () => {
    const id = world.exhibitors[0]?.id;
    for (const wishes of [[wish(world.fairId)], [wish(id), wish(id)], [wish(world.desks[0]?.id)]]) {
      const answer = await clerk(0).put(`${deskPath(0)}/wishes`, { wishes }, { expect: 422 });
      expect(codeOf(answer)).toBe('FAIR_WISH_INVALID');
    }
    await clerk(0).put(`${deskPath(0)}/wishes`, { wishes: [wish(id, 6)] }, { expect: 400 });
    await clerk(1).put(`${deskPath(0)}/wishes`, { wishes: [] }, { expect: 404 });
    await person(1).put(`${exhibitorPath(0)}/wishes`, { wishes: [] }, { expect: 404 });
    await person(0).put(`${deskPath(0)}/wishes`, { wishes: [] }, { expect: 403 });
    await clerk(0).put(`${exhibitorPath(0)}/wishes`, { wishes: [] }, { expect: 403 });
  });

  it('end when booking opens', async () => {
    await world.moveTo('open');
    const late = await clerk(0).put(`${deskPath(0)}/wishes`, { wishes: [] }, { expect: 409 });
    expect(codeOf(late)).toBe('FAIR_STATE');
  });
});

describe('once the fair was held', () => {
  it('nobody comes, changes or goes any more', async () => {
    await world.moveTo('held');
    const version = await versionOf(desk(0));
    const calls = [
      clerk(0).patch(deskPath(0), { seats: 2 }, { version }),
      clerk(0).post(`${deskPath(0)}/withdraw`, { reason: '취소' }, { version }),
      world.manager.post(`${room}/desks`, { institutionId: world.hostId }),
      person(0).patch(exhibitorPath(0), { offers: '배너' }, { version }),
      person(0).post(`${exhibitorPath(0)}/withdraw`, { reason: '취소' }, { version }),
      world.manager.post(`${room}/exhibitors`, {
        supplierId: await world.given.supplier('늦은 기업'),
        representativeName: '늦은 사람',
        representativeEmail: 'late@supplier.example',
      }),
    ];
    for (const answer of await Promise.all(calls))
      expect([answer.status, codeOf(answer)]).toEqual([409, 'FAIR_STATE']);
  });
});
