import { afterAll, beforeEach, describe, expect, it } from '@jest/globals';
import { systemActor } from '../src/common/actor';
import { Transactions } from '../src/database/transactions';
import { SuppliersService } from '../src/suppliers/suppliers.service';
import type { ApiClient } from './support/api-client';
import { listOf } from './support/purchase-imports';
import { createWorld, type World } from './support/world';

const worlds: World[] = [];
let world: World;
let keeper: ApiClient;
let a: string;
let b: string;
let c: string;

beforeEach(async () => {
  world = await createWorld();
  worlds.push(world);
  world.setToday('2016-06-15');
  keeper = await world.loginAs(await world.given.user('support'));
  a = await world.given.supplier('노란들판 강북점', 'women_owned');
  b = await world.given.supplier('노란들판', 'certified_social_enterprise');
  c = await world.given.supplier('노란들판 협동조합', 'cooperative');
});
afterAll(() => Promise.all(worlds.map((one) => one.end())));

const merge = (id: string, intoId: string, expected: number, reason = '같은 기업') =>
  keeper.post(`/suppliers/${id}/merge`, { intoId, reason }, { expect: expected });

async function pointerOf(id: string): Promise<string | null> {
  const [row] = await world.database.sql<{ merged_into_id: string | null }>(
    'SELECT merged_into_id FROM suppliers WHERE id = $1',
    [id],
  );
  return row?.merged_into_id ?? null;
}

async function numberOf(id: string): Promise<string> {
  const [row] = await world.database.sql<{ business_number: string }>(
    'SELECT business_number FROM suppliers WHERE id = $1',
    [id],
  );
  return row?.business_number ?? '';
}

describe('a merged supplier', () => {
  it('is found under the survivor, with its items and certificates, until it is separated again', async () => {
    await world.given.catalogueItem(a, '나무 현판');
    const found = async (query: string) =>
      listOf((await world.anonymous.get(`/suppliers?${query}`, { expect: 200 })).body['items']).map(
        (one) => one['id'],
      );
    const item = `q=${encodeURIComponent('나무 현판')}`;
    const women = 'certification=women_owned&certifiedOn=2016-06-15';
    expect([await found(item), await found(women)]).toEqual([[a], [a]]);
    await merge(a, b, 200);
    expect([await found(item), await found(women)]).toEqual([[b], [b]]);
    const [oldName, oldNumber] = [encodeURIComponent('노란들판 강북점'), await numberOf(a)];
    expect([await found(`q=${oldName}`), await found(`q=${oldNumber}`)]).toEqual([[b], [b]]);
    const [shown] = listOf((await world.anonymous.get(`/suppliers?${item}`, { expect: 200 })).body['items']);
    expect(JSON.stringify(shown)).toContain('women_owned');
    expect(JSON.stringify(listOf(shown?.['items']))).toContain('나무 현판');
    await keeper.post(`/suppliers/${a}/unmerge`, { reason: '다른 기업' }, { expect: 200 });
    expect([await found(item), await found(women)]).toEqual([[a], [a]]);
  });

  it('leads to the survivor: by its id, its number, its name; certificates of both count', async () => {
    await merge(a, b, 200);
    const shown = (await keeper.get(`/suppliers/${a}`, { expect: 200 })).body;
    expect(shown).toMatchObject({ id: b, name: '노란들판' });
    expect(listOf(shown['certifications']).map((one) => one['type'])).toEqual([
      'women_owned',
      'certified_social_enterprise',
    ]);
    const [numberA, numberB] = [await numberOf(a), await numberOf(b)];
    const suppliers = world.app.get(SuppliersService);
    const read = await world.app.get(Transactions).run(systemActor('test'), async (tx) => ({
      one: await suppliers.factsForCounting(tx, a),
      many: await suppliers.factsForCountingOf(tx, [a, b]),
      byNumber: await suppliers.registeredAs(tx, [numberA], []),
      byName: await suppliers.registeredAs(tx, [], ['노란들판강북점']),
    }));
    expect(read.one).toMatchObject({
      id: b,
      certificates: [{ type: 'women_owned' }, { type: 'certified_social_enterprise' }],
    });
    expect([read.many.get(a)?.id, read.many.get(b)?.id]).toEqual([b, b]);
    expect(read.byNumber.map((one) => [one.id, one.businessNumber])).toEqual([
      [b, numberB],
      [b, numberA],
    ]);
    expect(read.byName.map((one) => [one.id, one.normalisedName])).toEqual([
      [b, '노란들판'],
      [b, '노란들판강북점'],
    ]);
    const taken = await keeper.post(
      '/suppliers',
      { name: '새 기업', businessNumber: numberA },
      { expect: 409 },
    );
    expect(taken.body['code']).toBe('BUSINESS_NUMBER_TAKEN');
  });

  it('is found no more under its own id by the search, and takes no change', async () => {
    await merge(a, b, 200);
    const found = await world.anonymous.get(`/suppliers?q=${encodeURIComponent('노란들판')}`, {
      expect: 200,
    });
    expect(listOf(found.body['items']).map((one) => one['id'])).not.toContain(a);
    const refused = await keeper.patch(
      `/suppliers/${a}`,
      { address: '주소' },
      { expect: 409, headers: { 'if-match': '"v2"' } },
    );
    expect(refused.body['code']).toBe('SUPPLIER_MERGED');
  });

  it('stands for itself again, with those that had followed it', async () => {
    await merge(a, b, 200);
    await merge(b, c, 200);
    expect([await pointerOf(a), await pointerOf(b)]).toEqual([c, c]);
    const listed = listOf((await keeper.get(`/suppliers/${c}/merges`, { expect: 200 })).body['items']);
    expect(listed.map((one) => one['supplierId'])).toEqual([b, a]);
    await keeper.post(`/suppliers/${b}/unmerge`, { reason: '다른 기업' }, { expect: 200 });
    expect([await pointerOf(a), await pointerOf(b)]).toEqual([b, null]);
    expect((await keeper.get(`/suppliers/${b}`)).body['id']).toBe(b);
    await keeper.post(`/suppliers/${a}/unmerge`, { reason: '다른 기업' }, { expect: 200 });
    expect(await pointerOf(a)).toBeNull();
    const again = await keeper.post(`/suppliers/${a}/unmerge`, { reason: '다른 기업' }, { expect: 409 });
    expect(again.body['code']).toBe('MERGE_NOT_MERGED');
    await merge(a, b, 200);
  });
});

describe('a merge', () => {
  it('into itself, twice, in a circle, or of a row that an enterprise works with is refused', async () => {
    const rule = async (id: string, into: string) => (await merge(id, into, 422)).body['errors'] ?? null;
    await rule(a, a);
    await merge(a, b, 200);
    await rule(a, c);
    await rule(b, a);
    expect([await pointerOf(a), await pointerOf(b)]).toEqual([b, null]);
    const email = await world.given.user('enterprise');
    await world.database.sql('UPDATE users SET enterprise_id = $2 WHERE email = $1', [email, b]);
    const refused = await merge(b, c, 422);
    expect(refused.body['code']).toBe('MERGE_INVALID');
    await merge(c, b, 200);
    await merge(a, '019aa5d0-7c1e-7000-8000-00000000dead', 404);
  });

  it('of A into B and of B into A at once cannot both win', async () => {
    for (let round = 0; round < 10; round++) {
      const left = await world.given.supplier(`왼쪽 ${round}`);
      const right = await world.given.supplier(`오른쪽 ${round}`);
      const answers = await Promise.all(
        [
          [left, right],
          [right, left],
        ].map(([id, intoId]) => keeper.post(`/suppliers/${id}/merge`, { intoId, reason: '같은 기업' })),
      );
      expect(answers.map((one) => one.status).sort()).toEqual([200, 422]);
      const pointers = [await pointerOf(left), await pointerOf(right)];
      expect(pointers.filter((one) => one === null)).toHaveLength(1);
    }
  });

  it('of many at once never makes a pointer of two steps', async () => {
    const ids = await Promise.all([1, 2, 3, 4, 5, 6].map((index) => world.given.supplier(`가게 ${index}`)));
    await Promise.all(
      ids.map((id, index) =>
        keeper.post(`/suppliers/${id}/merge`, { intoId: ids[(index + 1) % ids.length], reason: '같은 기업' }),
      ),
    );
    const [row] = await world.database.sql<{ chains: number; standing: number }>(
      `SELECT count(*) FILTER (WHERE t.merged_into_id IS NOT NULL)::int AS chains,
              count(*) FILTER (WHERE s.merged_into_id IS NULL)::int AS standing
       FROM suppliers s LEFT JOIN suppliers t ON t.id = s.merged_into_id WHERE s.name LIKE '가게%'`,
    );
    expect(row?.chains).toBe(0);
    expect(row?.standing).toBeGreaterThan(0);
  });
});
