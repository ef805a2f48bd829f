import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import { Clock } from '../../src/common/clock';
import { listOf, type ApiClient } from './api-client';
import { certificatesOf } from './certificates';
import { setNow } from './clock';
import { createWorld, type World } from './world';

const DAY = '2026-11-20';
const NAME = '하루만 인증된 곳';

/** The instants at which the day of the certificate begins and ends in Korea, and the day that each of them is. */
const INSTANTS = [
  ['2026-11-19T00:00:00.000+09:00', '2026-11-19', 'pending'],
  ['2026-11-19T23:59:59.999+09:00', '2026-11-19', 'pending'],
  ['2026-11-20T00:00:00.000+09:00', '2026-11-20', 'expiring'],
  ['2026-11-20T23:59:59.999+09:00', '2026-11-20', 'expiring'],
  ['2026-11-21T00:00:00.000+09:00', '2026-11-21', 'expired'],
] as const;

/** What is decided by the day, in a process and a database server that live in another time zone. */
export function describeKoreanDays(zone: string): void {
  let world: World;
  let clerk: ApiClient;
  let supplierId: string;

  beforeAll(async () => {
    world = await createWorld({ databaseTimeZone: zone });
    const institutionId = await world.given.institution();
    const departmentId = await world.given.department(institutionId, '일자리지원과');
    await world.given.year(institutionId, 2026);
    clerk = await world.loginAs(await world.given.user('clerk', { institutionId, departmentId }));
    supplierId = await world.given.supplier(NAME, 'prospective_local', DAY, DAY);
  });
  afterAll(() => world.end());

  const namesOf = async (query: string) => {
    const { body } = await world.anonymous.get(`/suppliers?${query}`, { expect: 200 });
    return listOf(body['items']).map((item) => item['name']);
  };

  describe(`in ${zone}`, () => {
    it('the process and the server live there (control), the sessions of the API in Korea', async () => {
      expect(new Intl.DateTimeFormat().resolvedOptions().timeZone).toBe(zone);
      const local = new Date('2026-11-20T00:00:00+09:00').getDate();
      expect(local).toBe(zone === 'Pacific/Kiritimati' ? 20 : 19);
      const [server] = await world.database.sql(
        `SELECT split_part(setting, '=', 2) AS zone FROM pg_db_role_setting AS s, unnest(s.setconfig) AS setting
         WHERE s.setdatabase = (SELECT oid FROM pg_database WHERE datname = current_database())`,
      );
      expect(server).toEqual({ zone });
      const sessions = await world.app.get(DataSource).query<unknown>(
        `SELECT current_setting('TimeZone') AS zone, '2026-11-19T15:00:00Z'::timestamptz::date AS day,
                date '2026-11-20' AS same`,
      );
      expect(sessions).toEqual([{ zone: 'Asia/Seoul', day: DAY, same: DAY }]);
    });

    it.each(INSTANTS)('%s is %s: the certificate is %s', async (instant, day, state) => {
      setNow(world, instant);
      expect(world.app.get(Clock).today()).toBe(day);
      const page = (await world.anonymous.get(`/suppliers/${supplierId}`, { expect: 200 })).body;
      expect([page['asOf'], certificatesOf(page)[0]?.['state']]).toEqual([day, state]);
      const found = day === DAY ? [NAME] : [];
      // by the day that the clock says, and by the day that the screen asks for
      expect(await namesOf('q=하루만&certification=prospective_local')).toEqual(found);
      expect(await namesOf(`q=하루만&certifiedOn=${day}`)).toEqual(found);
    });

    it.each([
      ['2026-11-19', 0],
      ['2026-11-20', 1],
      ['2026-11-21', 0],
    ])('a contract of %s counts for %i of one day', async (contractDate, counted) => {
      setNow(world, '2026-11-21T00:00:00.000+09:00');
      const purchase = {
        supplierId,
        item: '현수막 제작',
        kind: 'goods',
        channel: 'contract',
        amountKrw: 10_000,
      };
      const { body } = await clerk.post(
        '/purchases',
        { fiscalYear: 2026, contractDate, ...purchase },
        { expect: 201 },
      );
      expect([body['recognitionDate'], body['countedSchemes']]).toEqual([
        contractDate,
        counted === 1 ? ['social_economy'] : [],
      ]);
    });
  });
}
