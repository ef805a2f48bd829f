import { hash } from '@node-rs/argon2';
import { freshDatabase, ownerOf } from './databases.mjs';
import { makeWorld, PASSWORD } from './ledger-world.mjs';

/** The year in which the support work lies. */
export const WORK_YEAR = 2026;
export const ADMIN = 'admin@bench.example';
const ADVISERS = 20;
const SCHOOLS = 500;

/**
 * A database with so much support work of one year: visits, a third as many calls, and matches of which one in three has
 * a contract; twenty advisers in twenty areas, each with a team. The counters are the product's own triggers' work.
 * @returns its name
 */
export async function supportWorkOf({ visits, matches }) {
  const database = `ieum_bench_support_${visits}`;
  await freshDatabase(database);
  const owner = await ownerOf(database);
  await makeWorld(owner);
  await makeAdvisers(owner);
  await owner.query(
    `INSERT INTO institutions (name, kind, district_id)
     SELECT '학교' || n, 'school', (SELECT area_id FROM bench_advisers WHERE no = n % ${ADVISERS})
     FROM generate_series(1, ${SCHOOLS}) AS n`,
  );
  await owner.query(`CREATE TABLE bench_schools AS
    SELECT row_number() OVER (PARTITION BY district_id ORDER BY id) AS no, id, district_id FROM institutions WHERE kind = 'school'`);
  await makeWork(owner, visits, matches);
  await owner.query('DROP TABLE bench_schools, bench_advisers; ANALYZE');
  await owner.end();
  return database;
}

async function makeAdvisers(owner) {
  await owner.query(
    `INSERT INTO users (email, name, role, password_hash) VALUES ($1, '관리자', 'admin', $2)`,
    [ADMIN, await hash(PASSWORD)],
  );
  await owner.query(`
    INSERT INTO users (email, name, role, password_hash)
      SELECT 'adviser' || n || '@bench.example', '전문위원 ' || n, 'support', 'x' FROM generate_series(0, ${ADVISERS - 1}) AS n;
    CREATE TABLE bench_advisers AS
      SELECT u.no, u.id AS adviser_id, i.id AS area_id, uuidv7() AS team_id
      FROM (SELECT row_number() OVER (ORDER BY email) - 1 AS no, id FROM users WHERE role = 'support') AS u
      JOIN (SELECT row_number() OVER (ORDER BY name) - 1 AS no, id FROM institutions) AS i USING (no);
    INSERT INTO user_assignments (user_id, institution_id) SELECT adviser_id, area_id FROM bench_advisers;
    INSERT INTO support_teams (id, area_id, name) SELECT team_id, area_id, '지원단 ' || no FROM bench_advisers;
    INSERT INTO support_team_members (area_id, team_id, user_id) SELECT area_id, team_id, adviser_id FROM bench_advisers`);
}

async function makeWork(owner, visits, matches) {
  const day = `date '${WORK_YEAR}-01-02' + (n * 7 % 320)::int`;
  await owner.query(`
    INSERT INTO visits (area_id, team_id, adviser_id, visited_on, state, visitee_kind, institution_id, visitee_key, purpose, created_by)
      SELECT a.area_id, a.team_id, a.adviser_id, ${day}, 'done', 'education', s.id, 'i:' || s.id, 'sales', a.adviser_id
      FROM generate_series(0, ${visits - 1}) AS n JOIN bench_advisers a ON a.no = n % ${ADVISERS}
      JOIN bench_schools s ON s.district_id = a.area_id AND s.no = 1 + n / ${ADVISERS} % ${SCHOOLS / ADVISERS};
    INSERT INTO consultations (area_id, team_id, adviser_id, consulted_on, channel, caller_kind, topic, created_by)
      SELECT a.area_id, a.team_id, a.adviser_id, ${day}, 'phone', 'other', '문의', a.adviser_id
      FROM generate_series(0, ${Math.round(visits / 3) - 1}) AS n JOIN bench_advisers a ON a.no = n % ${ADVISERS};
    INSERT INTO matches (area_id, team_id, adviser_id, institution_id, title, estimated_value_krw, stage, identified_on, created_by)
      SELECT a.area_id, a.team_id, a.adviser_id, s.id, '매칭 ' || n, 1000000,
             CASE n % 3 WHEN 0 THEN 'contracted' WHEN 1 THEN 'supported' ELSE 'proposed' END, ${day}, a.adviser_id
      FROM generate_series(0, ${matches - 1}) AS n JOIN bench_advisers a ON a.no = n % ${ADVISERS}
      JOIN bench_schools s ON s.district_id = a.area_id AND s.no = 1 + n / ${ADVISERS} % ${SCHOOLS / ADVISERS};
    INSERT INTO needs (area_id, institution_id, title, origin, visit_id, state, match_id, found_on, created_by)
      SELECT m.area_id, m.institution_id, m.title, 'visit', v.id, 'matched', m.id, m.identified_on, m.adviser_id
      FROM matches m JOIN LATERAL (SELECT id FROM visits v WHERE v.institution_id = m.institution_id LIMIT 1) AS v ON true;
    INSERT INTO contracts (institution_id, area_id, team_id, adviser_id, match_id, source, item, kind, signed_on, value_krw, created_by)
      SELECT institution_id, area_id, team_id, adviser_id, id, 'match', title, 'services', identified_on, 900000, adviser_id
      FROM matches WHERE stage = 'contracted'`);
}
