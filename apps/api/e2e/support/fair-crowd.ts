import type { FairWorld } from './fair-world';

export interface Crowd {
  readonly desks: number;
  readonly exhibitors: number;
  /** how many of ten pairs somebody wishes for */
  readonly wishesOfTen: number;
  readonly seed: number;
}

/** Fills a fair with parties and wishes past the API: hundreds of them, whom nobody logs in as. */
export async function fillFair(
  { database, fairId, hostId, given }: FairWorld,
  { desks, exhibitors, wishesOfTen, seed }: Crowd,
): Promise<void> {
  const below = numbersOf(seed);
  const someone = await given.user('manager', { institutionId: hostId });
  const [user] = await database.sql<{ id: string }>('SELECT id FROM users WHERE email = $1', [someone]);
  await database.sql(
    `WITH made AS (
       INSERT INTO departments (institution_id, name, department_group, valid_from)
       SELECT $2, '구매 제' || n || '과', 'division', '2010-01-01'::date FROM generate_series(1, $3::int) n RETURNING id, name)
     INSERT INTO fair_desks (fair_id, institution_id, department_id, institution_name, department_name, seats, created_by)
     SELECT $1, $2, id, '성북구', name, CASE WHEN row_number() OVER (ORDER BY id) % 10 = 0 THEN 2 ELSE 1 END, $4 FROM made`,
    [fairId, hostId, desks, user?.id],
  );
  await database.sql(
    `WITH made AS (
       INSERT INTO suppliers (name, normalised_name) SELECT '참가 기업 제' || n, '참가기업제' || n FROM generate_series(1, $2::int) n RETURNING id, name)
     INSERT INTO fair_exhibitors (fair_id, supplier_id, supplier_name, state, check_in_code, person_id, created_by)
     SELECT $1, id, name, 'confirmed', 'C' || row_number() OVER (ORDER BY id), md5(id::text)::uuid, $3 FROM made`,
    [fairId, exhibitors, user?.id],
  );
  const pairs = await database.sql<{ desk: string; exhibitor: string }>(
    `SELECT d.id AS desk, e.id AS exhibitor FROM fair_desks d JOIN fair_exhibitors e ON e.fair_id = d.fair_id
     WHERE d.fair_id = $1 ORDER BY d.id, e.id`,
    [fairId],
  );
  const wishes = pairs.flatMap(({ desk, exhibitor }) =>
    (['desk', 'exhibitor'] as const).flatMap((by) =>
      below(10) < wishesOfTen ? [{ desk, exhibitor, by, weight: 1 + below(5) }] : [],
    ),
  );
  await database.sql(
    `INSERT INTO fair_wishes (fair_id, desk_id, exhibitor_id, "by", institution_id, supplier_id, weight)
     SELECT $1, d.id, e.id, w."by", d.institution_id, e.supplier_id, w.weight
     FROM jsonb_to_recordset($2::jsonb) AS w(desk uuid, exhibitor uuid, "by" text, weight smallint)
       JOIN fair_desks d ON d.id = w.desk JOIN fair_exhibitors e ON e.id = w.exhibitor`,
    [fairId, JSON.stringify(wishes)],
  );
}

/** Numbers below a limit, the same for the same seed. */
function numbersOf(seed: number): (limit: number) => number {
  let state = seed;
  return (limit) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
}
