import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createWorld, type World } from './support/world';

let world: World;

beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.end());

describe('a request whose key is held by a twin for too long', () => {
  it('is told to come back, and its connection is fit for the next request', async () => {
    const { given, database } = world;
    const institutionId = await given.institution();
    const manager = await world.loginAs(await given.user('manager', { institutionId }));
    const body = { name: '재무과', group: 'division', validFrom: '2016-01-01' };
    const ask = (idempotencyKey: string) =>
      manager.call('POST', `/institutions/${institutionId}/departments`, { body, idempotencyKey });

    await database.sql('BEGIN');
    await database.sql(
      `SELECT pg_advisory_xact_lock(hashtextextended(concat_ws('|', $1::text, 'createDepartment', 'twin'), 0))`,
      [manager.user.id],
    );
    expect(await ask('twin')).toMatchObject({ status: 503, body: { code: 'SERVICE_BUSY' } });
    await database.sql('ROLLBACK');

    for (let count = 0; count < 3; count++)
      await manager.get(`/institutions/${institutionId}/departments`, { expect: 200 });
    expect(await ask('twin')).toMatchObject({ status: 201 });
    expect(await ask('twin')).toMatchObject({ status: 201, headers: { 'idempotent-replayed': 'true' } });
  });
});
