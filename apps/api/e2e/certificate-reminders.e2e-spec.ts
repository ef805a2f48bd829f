import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { listOf } from './support/ledger';
import type { ApiClient } from './support/api-client';
import { look } from './support/clock';
import { createWorld, type World } from './support/world';

/** 7, 30 and 90 days after it: 2026-11-27, 2026-12-20 and 2027-02-18. */
const TODAY = '2026-11-20';

let world: World;
let manager: ApiClient;
let elsewhere: ApiClient;

beforeEach(async () => {
  world = await createWorld();
  world.setToday(TODAY);
  const gangbuk = await world.given.institution('강북구', '11305');
  const nowon = await world.given.institution('노원구', '11350');
  manager = await world.loginAs(await world.given.user('manager', { institutionId: gangbuk }));
  elsewhere = await world.loginAs(await world.given.user('manager', { institutionId: nowon }));
});
afterEach(() => world.end());

async function supplier(validUntil: string | null, name = '노란들판'): Promise<string> {
  const id = await world.given.supplier(name, 'prospective_local', '2023-12-01', validUntil);
  await world.database.sql(`UPDATE suppliers SET district_code = '11305' WHERE id = $1`, [id]);
  return id;
}

async function person(supplierId: string): Promise<ApiClient> {
  const email = await world.given.user('enterprise');
  await world.database.sql('UPDATE users SET enterprise_id = $2 WHERE email = $1', [email, supplierId]);
  return world.loginAs(email);
}

async function reminders(client: ApiClient): Promise<unknown[]> {
  const { body } = await client.get('/notices?limit=200', { expect: 200 });
  return listOf(body).map((notice) => Reflect.get(Object(notice['params']), 'daysLeft'));
}

async function lookOn(...days: string[]): Promise<void> {
  for (const day of days) {
    world.setToday(day);
    await look(world);
  }
}

describe('a reminder of a certificate', () => {
  it('comes 90, 30 and 7 days before its end, to the enterprise and the managers of its district', async () => {
    const id = await supplier('2027-02-18');
    const company = await person(id);
    await lookOn('2026-11-19', TODAY, '2026-11-21', '2027-01-19', '2027-02-11', '2027-02-18', '2027-02-19');
    expect(await reminders(company)).toEqual([7, 30, 90]);
    expect(await reminders(manager)).toEqual([7, 30, 90]);
    expect(await reminders(elsewhere)).toEqual([]);
    const { body } = await manager.get('/notices?limit=1', { expect: 200 });
    expect(listOf(body)).toMatchObject([
      {
        kind: 'certificate_expiring',
        link: `/suppliers/${id}`,
        params: { supplierName: '노란들판', certification: 'prospective_local', validUntil: '2027-02-18' },
      },
    ]);
  });

  it('comes once, whatever looks at the same day: again, another process, a work that was forgotten to be done', async () => {
    await supplier('2026-12-20');
    const other = await createWorld({ beside: world });
    other.setToday(TODAY);
    await Promise.all([look(world), look(other)]);
    await look(world);
    await world.database.sql('TRUNCATE timetable_runs');
    await Promise.all([look(world), look(other)]);
    expect(await reminders(manager)).toEqual([30]);
    await other.end();
  });

  it('would come again without the note that it was sent (control)', async () => {
    await supplier('2026-12-20');
    await look(world);
    await world.database.sql('TRUNCATE timetable_runs, certification_reminders');
    await look(world);
    expect(await reminders(manager)).toEqual([30, 30]);
  });

  it('after a long downtime is the nearest one alone', async () => {
    await supplier('2026-11-25');
    await look(world);
    await lookOn('2026-11-21', '2026-11-25');
    expect(await reminders(manager)).toEqual([5]);
  });

  it('begins anew when the last day is corrected', async () => {
    const id = await supplier('2026-12-20');
    await look(world);
    await world.database.sql(
      `UPDATE supplier_certifications SET valid_until = '2026-12-21' WHERE supplier_id = $1`,
      [id],
    );
    await lookOn('2026-11-21');
    expect(await reminders(manager)).toEqual([30, 30]);
  });

  it('is not for a certificate that was revoked, replaced or renewed, waits or has no end, nor for closed enterprises', async () => {
    const { sql } = world.database;
    const ends = '2026-12-20';
    const change = async (statement: string) => sql(statement, [await supplier(ends)]);
    await supplier(null);
    await change(
      `UPDATE supplier_certifications SET revoked_on = '2026-11-01', revocation_reason = '취소' WHERE supplier_id = $1`,
    );
    await change(`UPDATE supplier_certifications SET replaced_at = now() WHERE supplier_id = $1`);
    await change(`UPDATE supplier_certifications SET verified_at = NULL WHERE supplier_id = $1`);
    await change(`UPDATE suppliers SET closed_on = '2026-10-01' WHERE id = $1`);
    await change(
      `INSERT INTO supplier_certifications (supplier_id, type, valid_from, valid_until, verified_at)
       VALUES ($1, 'prospective_local', '2026-12-21', '2029-12-20', now())`,
    );
    await look(world);
    expect(await reminders(manager)).toEqual([]);
    await supplier(ends, '갱신하지 않은 기업');
    await lookOn('2026-11-21');
    expect(await reminders(manager)).toEqual([29]);
  });

  it('of a certificate that a duplicate brought goes to the enterprise that stands, once for the same paper', async () => {
    const stands = await supplier('2026-12-20', '남은기업');
    const twin = await supplier('2026-12-20', '합친기업');
    await world.given.certificate(twin, 'women_owned', { valid_until: '2026-12-20' });
    await world.database.sql(
      `UPDATE suppliers SET merged_into_id = $2, merged_at = now(), merge_reason = '같은 기업' WHERE id = $1`,
      [twin, stands],
    );
    const enterprise = await person(stands);
    await look(world);
    expect(await reminders(enterprise)).toEqual([30, 30]);
    const { body } = await manager.get('/notices', { expect: 200 });
    const named = listOf(body).map(
      (notice) => Reflect.get(Object(notice['params']), 'supplierName') as unknown,
    );
    expect(named).toEqual(['남은기업', '남은기업']);
  });
});
