import { rolesWith, type Role } from '@ieum/domain';
import type { AppRoute } from '../../src/app/app-route';
import { ROUTES } from '../../src/app/routes';
import type { Site } from './fixtures';

export type Visitor = Role | 'anonymous';

/** The pages of the product that a visitor may see. */
export function routesFor(visitor: Visitor): AppRoute[] {
  return ROUTES.filter(({ access }) => {
    if (access === 'everybody') return true;
    if (visitor === 'anonymous') return false;
    return access === 'member' || rolesWith(access).includes(visitor);
  });
}

const GANGBUK = `(SELECT id FROM institutions WHERE name = '강북구')`;
const JOBS = `(SELECT id FROM departments WHERE name = '일자리지원과' AND institution_id = ${GANGBUK})`;
const ADVISER = `(SELECT id FROM users WHERE email = 'support@centre.example')`;

/** At the fair of today everybody of the demo takes part. */
const FAIR_OF_TODAY = `SELECT id FROM fairs WHERE host_institution_id = ${GANGBUK} AND state = 'open' AND first_day <= current_date ORDER BY first_day DESC LIMIT 1`;
/** At the large one an enterprise has meetings, questions and a place to wait for. */
const LARGE_FAIR = `SELECT id FROM fairs WHERE host_institution_id = ${GANGBUK} AND state = 'open' AND first_day > current_date ORDER BY first_day LIMIT 1`;

/** For each address with a place-holder: a row of the demo that everybody of the role may see. */
const EXAMPLES: Readonly<Record<string, string>> = {
  '/demand-surveys/:id': `SELECT id FROM demand_surveys WHERE department_id = ${JOBS} LIMIT 1`,
  '/purchases/:id': `SELECT id FROM purchases WHERE department_id = ${JOBS} AND fiscal_year = 2026 LIMIT 1`,
  '/purchases/:id/edit': `SELECT id FROM purchases WHERE department_id = ${JOBS} ORDER BY recognition_date DESC LIMIT 1`,
  '/publications/:id': `SELECT id FROM publications WHERE institution_id = ${GANGBUK} ORDER BY published_at DESC LIMIT 1`,
  '/publications/:id/purchases': `SELECT id FROM publications WHERE institution_id = ${GANGBUK} ORDER BY published_at DESC LIMIT 1`,
  '/institutions/:id': `SELECT id FROM institutions WHERE name = '강북구'`,
  '/suppliers/:id': `SELECT id FROM suppliers WHERE name = '노란들판'`,
  '/enterprise/catalogue/:id': `SELECT i.id FROM catalogue_items i JOIN users u ON u.enterprise_id = i.supplier_id WHERE u.email = 'company@supplier.example' ORDER BY i.id LIMIT 1`,
  '/suppliers/:id/catalogue': `SELECT id FROM suppliers WHERE name = '노란들판'`,
  '/suppliers/:id/catalogue/new': `SELECT id FROM suppliers WHERE name = '노란들판'`,
  '/catalogue-items/:id': `SELECT i.id FROM catalogue_items i JOIN suppliers s ON s.id = i.supplier_id WHERE s.name = '노란들판' ORDER BY i.id LIMIT 1`,
  '/suppliers/:id/register': `SELECT id FROM suppliers WHERE name = '노란들판'`,
  '/supplier-requests/:id': `SELECT id FROM supplier_requests WHERE department_id = ${JOBS} AND match_id IS NOT NULL AND supplier_id = (SELECT enterprise_id FROM users WHERE email = 'company@supplier.example') ORDER BY id LIMIT 1`,
  '/matches/:id': `SELECT id FROM matches WHERE department_id = ${JOBS} ORDER BY id LIMIT 1`,
  '/contracts/:id': `SELECT id FROM contracts WHERE department_id = ${JOBS} ORDER BY id LIMIT 1`,
  '/contracts/:id/edit': `SELECT c.id FROM contracts c WHERE c.department_id = ${JOBS} AND NOT EXISTS (SELECT FROM purchases p WHERE p.contract_id = c.id) ORDER BY c.id LIMIT 1`,
  '/enterprise/certificates/:id/edit': `SELECT id FROM supplier_certifications WHERE verified_at IS NOT NULL AND revoked_on IS NULL AND replaced_at IS NULL AND supplier_id = (SELECT enterprise_id FROM users WHERE email = 'company@supplier.example') ORDER BY id LIMIT 1`,
  '/suppliers/:id/merge': `SELECT id FROM suppliers WHERE name = '노란들판'`,
  '/visits/:id': `SELECT id FROM visits WHERE area_id = ${GANGBUK} AND state = 'done' ORDER BY visited_on DESC, id LIMIT 1`,
  '/needs/:id': `SELECT id FROM needs WHERE area_id = ${GANGBUK} AND state = 'open' ORDER BY id LIMIT 1`,
  '/consultations/:id': `SELECT id FROM consultations WHERE adviser_id = ${ADVISER} AND voided_reason IS NULL ORDER BY id LIMIT 1`,
  '/consultations/:id/edit': `SELECT id FROM consultations WHERE adviser_id = ${ADVISER} AND voided_reason IS NULL ORDER BY id LIMIT 1`,
  '/education-sessions/:id': `SELECT id FROM education_sessions WHERE area_id = ${GANGBUK} ORDER BY id LIMIT 1`,
  '/education-sessions/:id/edit': `SELECT id FROM education_sessions WHERE area_id = ${GANGBUK} ORDER BY id LIMIT 1`,
  '/support-teams/:id': `SELECT id FROM support_teams WHERE ended_on IS NULL ORDER BY id LIMIT 1`,
  '/fairs/:id': FAIR_OF_TODAY,
  '/open-fairs/:id': FAIR_OF_TODAY,
  '/fairs/:id/timetable': FAIR_OF_TODAY,
  '/fairs/:id/desk': FAIR_OF_TODAY,
  '/fairs/:id/check-in': FAIR_OF_TODAY,
  '/my-fairs/:id': LARGE_FAIR,
  '/users/:id': `SELECT id FROM users WHERE department_id = ${JOBS} LIMIT 1`,
};

/** Pages of which the demo has no row: the journey that makes one looks at it. */
export const TRIED_ELSEWHERE: readonly string[] = [
  '/shortlists/:id',
  '/purchase-imports/:id',
  '/supplier-imports/:id',
];

/** The address of an example page; null = a new route has no example above, or the demo has no such row. */
export async function exampleOf(path: string, site: Site): Promise<string | null> {
  if (!path.includes('/:')) return path;
  const statement = EXAMPLES[path];
  if (statement === undefined) return null;
  const [row] = await site.rows<{ id: string }>(statement);
  return row === undefined ? null : path.replace(/:\w+/, row.id);
}
