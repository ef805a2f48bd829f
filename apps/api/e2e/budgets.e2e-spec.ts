import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ApiClient } from './support/api-client';
import { createWorld, type World } from './support/world';

let world: World;
let admin: ApiClient;
let adviser: ApiClient;

beforeAll(async () => {
  world = await createWorld();
  world.setToday('2017-12-20');
  admin = await world.loginAs(await world.given.user('admin'));
  adviser = await world.loginAs(await world.given.user('support'));
});
afterAll(() => world.end());

describe('budgets', () => {
  const budget = { year: 2017, programme: '공공시장 확대지원', item: '운영비', budgetKrw: 100_000_000 };

  it('have a balance and an execution rate over what is there after moving', async () => {
    const made = await admin.post(
      '/budgets',
      { ...budget, movedKrw: -20_000_000, spentKrw: 60_000_000 },
      { expect: 201, idempotencyKey: true },
    );
    expect(made.body).toMatchObject({
      availableKrw: 80_000_000,
      balanceKrw: 20_000_000,
      executionRate: { percent: 75, display: '75.0' },
    });
    await admin.post('/budgets', { ...budget, item: '교육', spentKrw: 101_000_000 }, { expect: 201 });
    expect((await adviser.get('/budgets?year=2017', { expect: 200 })).body).toMatchObject({
      years: [2017],
      programmes: [{ name: '공공시장 확대지원', total: { executionRate: { display: '89.4' } } }],
      total: { budgetKrw: 200_000_000, spentKrw: 161_000_000, balanceKrw: 19_000_000 },
    });
  });

  it('are kept by administrators, an item once a year, and never below nothing', async () => {
    await adviser.post('/budgets', budget, { expect: 403 });
    expect((await admin.post('/budgets', budget, { expect: 409 })).body).toMatchObject({
      code: 'BUDGET_EXISTS',
    });
    const refused = await admin.post(
      '/budgets',
      { ...budget, item: '홍보', movedKrw: -100_000_001 },
      { expect: 422 },
    );
    expect(refused.body).toMatchObject({ code: 'BUDGET_INVALID', details: { field: 'movedKrw' } });
    const made = await admin.post('/budgets', { ...budget, item: '홍보' }, { expect: 201 });
    const id = String(made.body['id']);
    await admin.patch(`/budgets/${id}`, { spentKrw: 1 }, { version: 2, expect: 412 });
    await admin.patch(`/budgets/${id}`, { archived: true }, { version: 1, expect: 200 });
    expect((await admin.get('/budgets?year=2017', { expect: 200 })).body).toMatchObject({
      total: { budgetKrw: 200_000_000 },
    });
    expect((await admin.get(`/budgets/${id}`, { expect: 200 })).body).toMatchObject({ archived: true });
  });
});
