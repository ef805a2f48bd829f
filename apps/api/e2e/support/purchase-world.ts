import { createWorld, type World } from './world';
import type { ApiClient } from './api-client';

/** 강북구 with two departments and their clerks, a manager, a stranger from 노원구, and 노란들판; 2016 and 2018 are open. */
export interface PurchaseWorld extends World {
  readonly institutionId: string;
  readonly jobs: string;
  readonly nodeul: string;
  readonly clerk: ApiClient;
  readonly otherClerk: ApiClient;
  readonly manager: ApiClient;
  readonly stranger: ApiClient;
  /** What 노란들판's banner looks like on the wire, for 160,000 won. */
  banner(more?: Fields): Fields;
  /** The same, as an edit: the year of a purchase is not edited. */
  edited(more?: Fields): Fields;
  /** What the counters say of a department. Won. */
  total(departmentId: string, scheme: string, fiscalYear?: number): Promise<number>;
}

type Fields = Readonly<Record<string, unknown>>;

export async function createPurchaseWorld(): Promise<PurchaseWorld> {
  const world = await createWorld();
  world.setToday('2016-06-15');
  const { given, database } = world;
  const institutionId = await given.institution('강북구');
  const jobs = await given.department(institutionId, '일자리지원과');
  const health = await given.department(institutionId, '보건소', 'health_center');
  await given.year(institutionId, 2016);
  await given.year(institutionId, 2018);
  const nodeul = await given.supplier('노란들판', 'certified_social_enterprise', '2012-01-01');
  const nowon = await given.institution('노원구');
  const edited = (more: Fields = {}): Fields => ({
    supplierId: nodeul,
    item: '현수막/배너 제작',
    kind: 'goods',
    channel: 'contract',
    contractDate: '2016-05-02',
    amountKrw: 160_000,
    ...more,
  });
  return {
    ...world,
    institutionId,
    jobs,
    nodeul,
    clerk: await world.loginAs(await given.user('clerk', { institutionId, departmentId: jobs })),
    otherClerk: await world.loginAs(await given.user('clerk', { institutionId, departmentId: health })),
    manager: await world.loginAs(await given.user('manager', { institutionId })),
    stranger: await world.loginAs(await given.user('manager', { institutionId: nowon })),
    banner: (more = {}) => ({ fiscalYear: 2016, ...edited(more) }),
    edited,
    async total(departmentId, scheme, fiscalYear = 2016) {
      const [row] = await database.sql<{ krw: number }>(
        `SELECT coalesce(sum(actual_krw), 0)::bigint AS krw FROM achievement_totals
         WHERE institution_id = $1 AND department_id = $2 AND scheme_code = $3 AND fiscal_year = $4`,
        [institutionId, departmentId, scheme, fiscalYear],
      );
      return row?.krw ?? 0;
    },
  };
}
