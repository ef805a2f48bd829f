import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { MAX_EXPORTED_SUPPLIERS, MAX_WAITING_CERTIFICATES } from '@ieum/domain';
import { DESIGNATION, enterpriseOf } from './support/certificates';
import { createWorld, type World } from './support/world';

let world: World;
beforeAll(async () => {
  world = await createWorld();
  world.setToday('2016-07-01');
});
afterAll(() => world.end());

describe('certificates that wait', () => {
  it('are limited for each enterprise, changes among them, and room comes back with a withdrawal', async () => {
    const own = await enterpriseOf(world, '많이 올리는 곳', 'prospective_local');
    await world.database.sql(
      `INSERT INTO supplier_certifications (supplier_id, type, valid_from)
       SELECT $1, 'cooperative', date '2010-01-01' + n FROM generate_series(1, $2::integer) AS n`,
      [own.id, MAX_WAITING_CERTIFICATES],
    );
    const body = { ...DESIGNATION, validFrom: '2016-01-01', evidenceFileId: own.evidenceFileId };
    const path = `/suppliers/${own.id}/certifications`;
    const refused = await own.client.post(path, body);
    expect([refused.status, refused.body['code'], refused.body['details']]).toEqual([
      409,
      'CERTIFICATES_WAITING',
      { max: MAX_WAITING_CERTIFICATES },
    ]);
    await world.database.sql(
      `UPDATE supplier_certifications SET withdrawn_at = now() WHERE supplier_id = $1 AND valid_from = '2010-01-02'`,
      [own.id],
    );
    await own.client.post(path, body, { expect: 201 });
  });
});

describe('the public export', () => {
  it('is refused above the limit with a sentence of its own, and given up to it', async () => {
    // Past the triggers: ten thousand search rows by themselves.
    await world.database.sql('SET session_replication_role = replica');
    await world.database.sql(
      `INSERT INTO supplier_search (supplier_id, name_key, item_text, other_text, name_initials, item_initials, kinds,
         categories, prices, item_count, certificate_types, certificate_from, certificate_until, tokens)
       SELECT uuidv7(), '곳' || n, '', '', '', '', '{}', '{}', '{}', 0, '{}', '{}', '{}', '{}'
       FROM generate_series(1, $1::integer) AS n`,
      [MAX_EXPORTED_SUPPLIERS],
    );
    await world.database.sql('SET session_replication_role = origin');
    const refused = await world.anonymous.get('/suppliers/export?format=csv');
    expect([refused.status, refused.body['code'], refused.body['details']]).toEqual([
      422,
      'EXPORT_TOO_LARGE',
      { max: MAX_EXPORTED_SUPPLIERS },
    ]);
    const few = await world.app.inject({
      url: `/api/v1/suppliers/export?format=csv&q=${encodeURIComponent('많이 올리는')}`,
    });
    expect([few.statusCode, few.body.includes('많이 올리는 곳')]).toEqual([200, true]);
  });
});
