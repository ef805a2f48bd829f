import type { TestDatabase } from './database';

/** A row of the board and one of the budgets: they are one for the whole centre, so there is nothing of a stranger. */
export async function boardOfCentre(
  database: TestDatabase,
  userId: string,
): Promise<Readonly<Record<string, string>>> {
  const [kpi] = await database.sql<{ id: string }>(
    `INSERT INTO kpis (year, programme, item_group, item, item_key, unit, basis, target, source, created_by)
     VALUES (2016, '공공시장 확대지원', '매칭지원', '방문영업', gen_random_uuid()::text, '건', 'count', 650, 'visits', $1) RETURNING id`,
    [userId],
  );
  const [budget] = await database.sql<{ id: string }>(
    `INSERT INTO budgets (year, programme, item, budget_krw, created_by)
     VALUES (2016, '공공시장 확대지원', gen_random_uuid()::text, 1000000, $1) RETURNING id`,
    [userId],
  );
  return { kpis: kpi?.id ?? '', budgets: budget?.id ?? '' };
}
