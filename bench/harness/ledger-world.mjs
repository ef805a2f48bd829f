import { hash } from '@node-rs/argon2';

/** The years of the books, the last one open for entry. */
export const YEARS = [2022, 2023, 2024, 2025, 2026];
export const OPEN_YEAR = 2026;
export const MAIN_INSTITUTION = '강북구';
export const MANAGER = 'manager@bench.example';
export const PASSWORD = 'a long enough bench password';
export const SUPPLIERS = 4_000;

const DIVISIONS = 32;
const DONG = 13;
const OTHER_DISTRICTS = 24;
const DEPARTMENTS_ELSEWHERE = 12;
const ELIGIBLE = `{certified_social_enterprise,prospective_local,prospective_ministry,village_enterprise,
  prospective_village,self_reliance_enterprise,cooperative,social_cooperative}`;

/**
 * Institutions with departments, five years of rules, targets and quarters, registered suppliers, and a manager: the
 * district of the demo with 45 departments, and 24 others with 12 each.
 */
export async function makeWorld(owner) {
  await owner.query(
    `INSERT INTO institutions (name, kind)
     SELECT CASE n WHEN 0 THEN '${MAIN_INSTITUTION}' ELSE '자치구' || n END, 'district'
     FROM generate_series(0, ${OTHER_DISTRICTS}) AS n`,
  );
  await owner.query(
    `INSERT INTO departments (institution_id, name, department_group, valid_from)
     SELECT i.id, CASE WHEN n > ${DIVISIONS} THEN '제' || n || '동' ELSE '제' || n || '과' END,
            CASE WHEN n > ${DIVISIONS} THEN 'dong' ELSE 'division' END, '2010-01-01'
     FROM institutions i CROSS JOIN generate_series(1, ${DIVISIONS + DONG}) AS n
     WHERE i.name = '${MAIN_INSTITUTION}' OR n <= ${DEPARTMENTS_ELSEWHERE}`,
  );
  await makeYears(owner);
  await makeSuppliers(owner);
  await owner.query(
    `INSERT INTO users (email, name, role, institution_id, password_hash)
     SELECT $1, '관리자', 'manager', id, $2 FROM institutions WHERE name = '${MAIN_INSTITUTION}'`,
    [MANAGER, await hash(PASSWORD)],
  );
}

async function makeYears(owner) {
  await owner.query(
    `CREATE TEMP TABLE bench_years AS
       SELECT id AS institution_id, fiscal_year FROM institutions, unnest('{${YEARS}}'::smallint[]) AS fiscal_year;
     INSERT INTO counting_policies (institution_id, fiscal_year, recognition_date_basis, amount_basis,
         eligible_certification_types, mall_target_position, denominator, rounding, decimals, split_threshold_krw)
       SELECT institution_id, fiscal_year, 'contract', 'vat_included', '${ELIGIBLE}', 'inside', 'none', 'half_up', 1, 20000000
       FROM bench_years;
     INSERT INTO schemes (institution_id, fiscal_year, code, name, basis, channels)
       SELECT institution_id, fiscal_year, s.* FROM bench_years,
         (VALUES ('social_economy', '사회적경제기업 제품', 'certification', '{}'::text[]),
                 ('hamkke_nuri_mall', '함께누리몰', 'channel', '{hamkke_nuri_mall}')) AS s;
     INSERT INTO purchase_periods (institution_id, fiscal_year, quarter, state)
       SELECT institution_id, fiscal_year, quarter, CASE fiscal_year WHEN ${OPEN_YEAR} THEN 'open' ELSE 'closed' END
       FROM bench_years, generate_series(1, 4) AS quarter;
     INSERT INTO purchase_target_cycles (institution_id, fiscal_year, state)
       SELECT institution_id, fiscal_year, CASE fiscal_year WHEN ${OPEN_YEAR} THEN 'reporting' ELSE 'closed' END FROM bench_years;
     INSERT INTO institution_targets (institution_id, cycle_id, scheme_code, target_krw)
       SELECT institution_id, id, 'social_economy', 1200000000 FROM purchase_target_cycles;
     INSERT INTO purchase_targets (institution_id, cycle_id, department_id, scheme_code, target_krw, state)
       SELECT c.institution_id, c.id, d.id, 'social_economy', 1000000 * (20 + abs(hashtext(d.id::text)) % 60), 'notified'
       FROM purchase_target_cycles c JOIN departments d ON d.institution_id = c.institution_id;
     DROP TABLE bench_years`,
  );
}

/** One in ten has no certificate, one in ten held a prospective designation that ran out in 2024. */
async function makeSuppliers(owner) {
  await owner.query(
    `INSERT INTO suppliers (name, normalised_name, business_number, is_synthetic)
       SELECT '기업' || n, '기업' || n, '000' || lpad(n::text, 7, '0'), true FROM generate_series(0, ${SUPPLIERS - 1}) AS n;
     INSERT INTO supplier_certifications (supplier_id, type, valid_from, valid_until, verified_at)
       SELECT id, CASE WHEN n % 10 < 5 THEN 'certified_social_enterprise' WHEN n % 10 < 8 THEN 'social_cooperative'
                       ELSE 'prospective_local' END,
              '2010-01-01', CASE WHEN n % 10 = 8 THEN date '2024-06-30' END, now()
       FROM (SELECT id, right(business_number, 7)::int AS n FROM suppliers) AS s WHERE n % 10 <> 9`,
  );
}
