import { hash } from '@node-rs/argon2';
import { freshDatabase, ownerOf } from './databases.mjs';
import { PASSWORD } from './ledger-world.mjs';

export const ORGANISER = 'organiser@bench.example';
const DAYS_AHEAD = 30;
const CROWD = 500;

/**
 * A database with one open fair whose places are few: desks (the first with two seats) by half hours from ten on, and
 * enterprises of which two each send the same person, but for the last third, which has not said whom.
 * @returns the database's name, what the storm needs to know, and five hundred more enterprises for one rush
 */
export async function stormyFair({ desks, exhibitors, slots }) {
  const database = 'ieum_bench_fair_bookings';
  await freshDatabase(database);
  const owner = await ownerOf(database);
  const sql = async (text, values) => (await owner.query(text, values)).rows;
  const [{ id: host }] = await sql(
    `INSERT INTO institutions (name, kind) VALUES ('성북구', 'district') RETURNING id`,
  );
  await sql(
    `INSERT INTO users (email, name, role, institution_id, password_hash) VALUES ($1, '담당', 'manager', $2, $3)`,
    [ORGANISER, host, await hash(PASSWORD)],
  );
  const fairId = await makeFair(sql, host, slots);
  await makeDesks(sql, { fairId, host, desks });
  await makeExhibitors(sql, fairId, exhibitors, '참가 기업');
  const crowd = await makeExhibitors(sql, fairId, CROWD, '기업');
  await sql(`UPDATE fair_exhibitors x SET person_id = md5((number / 2)::text)::uuid FROM (
      SELECT id, row_number() OVER (ORDER BY id) - 1 AS number FROM fair_exhibitors WHERE supplier_name LIKE '참가%') n
    WHERE n.id = x.id AND number < ${Math.floor((exhibitors * 2) / 3)}`);
  const parts = {
    fairId,
    desks: await sql(`SELECT id, seats FROM fair_desks ORDER BY id`),
    exhibitors: await sql(
      `SELECT id, person_id AS "personId" FROM fair_exhibitors WHERE supplier_name LIKE '참가%' ORDER BY id`,
    ),
    slotIds: (await sql(`SELECT id FROM fair_slots ORDER BY during`)).map(({ id }) => id),
  };
  await sql('ANALYZE');
  await owner.end();
  return { database, parts, crowd };
}

async function makeFair(sql, host, slots) {
  const day = `(current_date + ${DAYS_AHEAD})`;
  const [{ id }] = await sql(
    `INSERT INTO fairs (host_institution_id, area_id, name, state, first_day, last_day, offer_minutes, created_by)
     SELECT $1, $1, '공공구매 박람회', 'open', ${day}, ${day}, 5, id FROM users RETURNING id`,
    [host],
  );
  await sql(
    `INSERT INTO fair_slots (fair_id, during)
     SELECT $1, tstzrange(${day} + time '10:00' + n * interval '30 minutes', ${day} + time '10:30' + n * interval '30 minutes')
     FROM generate_series(0, $2::int - 1) AS n`,
    [id, slots],
  );
  return id;
}

/** Each desk has a department and a clerk, whose address begins with the desk's id. */
async function makeDesks(sql, { fairId, host, desks }) {
  await sql(
    `WITH made AS (INSERT INTO departments (institution_id, name, department_group, valid_from)
       SELECT $2, '제' || n || '과', 'division', '2010-01-01' FROM generate_series(1, $3::int) AS n RETURNING id, name)
     INSERT INTO fair_desks (fair_id, institution_id, department_id, institution_name, department_name, created_by)
     SELECT $1, $2, made.id, '성북구', made.name, u.id FROM made, users u`,
    [fairId, host, desks],
  );
  await sql(`UPDATE fair_desks SET seats = 2 WHERE id = (SELECT id FROM fair_desks ORDER BY id LIMIT 1)`);
  await sql(
    `INSERT INTO users (email, name, role, institution_id, department_id, password_hash)
     SELECT d.id || '@bench.example', '담당', 'clerk', d.institution_id, d.department_id, u.password_hash
     FROM fair_desks d, users u WHERE u.email = '${ORGANISER}'`,
  );
}

/** The same for enterprises. @returns their ids at the fair */
async function makeExhibitors(sql, fairId, count, name) {
  const made = await sql(
    `WITH made AS (INSERT INTO suppliers (name, normalised_name, business_number, is_synthetic)
       SELECT $2 || ' ' || n, $2 || ' ' || n, '000' || lpad((n + $4)::text, 7, '0'), true FROM generate_series(1, $3::int) AS n
       RETURNING id, name)
     INSERT INTO fair_exhibitors (fair_id, supplier_id, supplier_name, state, check_in_code, created_by)
     SELECT $1, made.id, made.name, 'confirmed', left(md5(made.id::text), 12), u.id FROM made, users u
     WHERE u.email = '${ORGANISER}' RETURNING id`,
    [fairId, name, count, name === '기업' ? 100_000 : 0],
  );
  if (name !== '기업')
    await sql(
      `INSERT INTO users (email, name, role, enterprise_id, password_hash)
       SELECT x.id || '@bench.example', '담당', 'enterprise', x.supplier_id, u.password_hash
       FROM fair_exhibitors x, users u WHERE u.email = '${ORGANISER}'`,
    );
  return made.map(({ id }) => id);
}
