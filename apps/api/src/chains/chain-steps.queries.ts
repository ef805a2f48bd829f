import { SOCIAL_ECONOMY, type ChainStepKind, type CountStatus, type MatchStage } from '@ieum/domain';
import type { Tx } from '../database/transactions';
import type { ChainAnchor, ChainIds } from './chain-ids.queries';

/** One step as it lies in the database, with the place that decides who sees it. */
export interface ChainStepRow {
  readonly kind: ChainStepKind;
  readonly id: string;
  readonly day: string | null;
  readonly state: string;
  readonly title: string | null;
  readonly amountKrw: number | null;
  readonly supplierNames: readonly string[];
  /** null: an enterprise was visited, or somebody unknown called */
  readonly institutionId: string | null;
  readonly institutionName: string | null;
  readonly areaId: string;
  readonly departmentId: string | null;
  readonly departmentName: string | null;
  readonly after: readonly string[];
  /** of a visit its purpose, of a consultation its channel */
  readonly manner?: string;
  readonly metRole?: string | null;
  readonly stages?: readonly { readonly stage: MatchStage; readonly day: string }[];
  readonly countStatus?: CountStatus;
  readonly actualKrw?: number | null;
  readonly targetKrw?: number | null;
  readonly fiscalYear?: number;
  readonly contractId?: string | null;
  /** of a meeting */
  readonly fairId?: string;
}

const DAY_OF = (instant: string) => `to_char(${instant} AT TIME ZONE 'Asia/Seoul', 'YYYY-MM-DD')`;
const PLACE = `r.institution_id AS "institutionId", i.name AS "institutionName",
  coalesce(i.district_id, i.id) AS "areaId", r.department_id AS "departmentId"`;
const NONE = `'{}'::text[]`;
const AT = 'JOIN institutions i ON i.id = r.institution_id';
/** A beginning leads to nothing before it. */
const BEGINNING = `NULL::bigint AS "amountKrw", ${NONE} AS after`;

/** The steps of a chain in their order; the anchor itself, too, when nothing came of it. */
export async function chainSteps(tx: Tx, ids: ChainIds, anchor: ChainAnchor): Promise<ChainStepRow[]> {
  const own = (kind: ChainAnchor['kind']) => (anchor.kind === kind ? anchor.id : null);
  const parts = await Promise.all([
    visits(tx, ids.needs, own('visit')),
    consultations(tx, ids.needs, own('consultation')),
    departmentRequests(tx, ids.needs),
    needs(tx, ids.needs),
    meetings(tx, ids.matches, own('meeting')),
    matches(tx, ids.matches),
    answers(tx, ids.matches),
    selections(tx, ids.matches),
    contracts(tx, ids.contracts),
    purchases(tx, ids.purchases),
  ]);
  return parts.flat();
}

function visits(tx: Tx, needIds: readonly string[], own: string | null): Promise<ChainStepRow[]> {
  return tx.sql<ChainStepRow>(
    `SELECT 'visit' AS kind, r.id, r.visited_on AS day, r.state, NULL AS title, r.purpose AS manner, ${NONE} AS "supplierNames",
            r.institution_id AS "institutionId", coalesce(i.name, s.name, r.organisation_name) AS "institutionName",
            r.area_id AS "areaId", r.department_id AS "departmentId", r.department_name AS "departmentName",
            r.met_role AS "metRole", ${BEGINNING}
     FROM visits r LEFT JOIN institutions i ON i.id = r.institution_id LEFT JOIN suppliers s ON s.id = r.supplier_id
     WHERE r.id = $2 OR r.id IN (SELECT visit_id FROM needs WHERE id = ANY ($1::uuid[]))
     ORDER BY r.visited_on, r.id`,
    [needIds, own],
  );
}

function consultations(tx: Tx, needIds: readonly string[], own: string | null): Promise<ChainStepRow[]> {
  return tx.sql<ChainStepRow>(
    `SELECT 'consultation' AS kind, r.id, r.consulted_on AS day,
            CASE WHEN r.voided_reason IS NULL THEN 'recorded' ELSE 'voided' END AS state, NULL AS title,
            r.channel AS manner, ${NONE} AS "supplierNames", r.institution_id AS "institutionId",
            coalesce(i.name, s.name) AS "institutionName", r.area_id AS "areaId", r.department_id AS "departmentId",
            r.department_name AS "departmentName", ${BEGINNING}
     FROM consultations r LEFT JOIN institutions i ON i.id = r.institution_id LEFT JOIN suppliers s ON s.id = r.supplier_id
     WHERE r.id = $2 OR r.id IN (SELECT consultation_id FROM needs WHERE id = ANY ($1::uuid[]))
     ORDER BY r.consulted_on, r.id`,
    [needIds, own],
  );
}

/** What a department asked of an enterprise by itself, and an adviser took up. */
function departmentRequests(tx: Tx, needIds: readonly string[]): Promise<ChainStepRow[]> {
  return tx.sql<ChainStepRow>(
    `SELECT 'request' AS kind, r.id, ${DAY_OF('r.created_at')} AS day, r.state, r.title, ARRAY[s.name] AS "supplierNames",
            ${PLACE}, r.department_name AS "departmentName", ${BEGINNING}
     FROM supplier_requests r ${AT} JOIN suppliers s ON s.id = r.supplier_id
     WHERE r.id IN (SELECT supplier_request_id FROM needs WHERE id = ANY ($1::uuid[])) ORDER BY r.id`,
    [needIds],
  );
}

function needs(tx: Tx, ids: readonly string[]): Promise<ChainStepRow[]> {
  return tx.sql<ChainStepRow>(
    `SELECT 'need' AS kind, r.id, r.found_on AS day, r.state, r.title, r.estimated_amount_krw AS "amountKrw",
            ${NONE} AS "supplierNames", ${PLACE}, r.department_name AS "departmentName",
            array_remove(ARRAY['visit:' || r.visit_id, 'consultation:' || r.consultation_id, 'request:' || r.supplier_request_id],
                         NULL) AS after
     FROM needs r ${AT} WHERE r.id = ANY ($1::uuid[]) ORDER BY r.found_on, r.id`,
    [ids],
  );
}

/** Where buyer and enterprise met at a fair. The result of the meeting is its desk's to read. */
function meetings(tx: Tx, matchIds: readonly string[], own: string | null): Promise<ChainStepRow[]> {
  return tx.sql<ChainStepRow>(
    `SELECT 'meeting' AS kind, r.id, ${DAY_OF('lower(r.during)')} AS day, r.state, f.name AS title, r.fair_id AS "fairId",
            ARRAY[s.name] AS "supplierNames", ${PLACE}, d.department_name AS "departmentName", ${BEGINNING}
     FROM fair_bookings r ${AT} JOIN fairs f ON f.id = r.fair_id JOIN fair_desks d ON d.id = r.desk_id
       JOIN suppliers s ON s.id = r.supplier_id
     WHERE r.id = $2 OR r.id IN (SELECT fair_booking_id FROM matches WHERE id = ANY ($1::uuid[]))
     ORDER BY r.during, r.id`,
    [matchIds, own],
  );
}

function matches(tx: Tx, ids: readonly string[]): Promise<ChainStepRow[]> {
  return tx.sql<ChainStepRow>(
    `SELECT 'match' AS kind, r.id, r.identified_on AS day, r.stage AS state, r.title, r.estimated_value_krw AS "amountKrw",
            ${NONE} AS "supplierNames", ${PLACE}, r.department_name AS "departmentName",
            array_remove(ARRAY(SELECT 'need:' || n.id FROM needs n WHERE n.match_id = r.id ORDER BY n.id)
              || ('meeting:' || r.fair_booking_id), NULL) AS after,
            (SELECT coalesce(json_agg(json_build_object('stage', s.to_stage, 'day', ${DAY_OF('s.changed_at')}) ORDER BY s.id), '[]')
             FROM match_stage_changes s WHERE s.match_id = r.id) AS stages
     FROM matches r ${AT} WHERE r.id = ANY ($1::uuid[]) ORDER BY r.identified_on, r.id`,
    [ids],
  );
}

/** What an adviser asked the candidates, and what they answered. */
function answers(tx: Tx, matchIds: readonly string[]): Promise<ChainStepRow[]> {
  return tx.sql<ChainStepRow>(
    `SELECT 'answer' AS kind, r.id, ${DAY_OF('coalesce(r.answered_at, r.created_at)')} AS day, r.state, r.title,
            r.quoted_amount_krw AS "amountKrw", ARRAY[s.name] AS "supplierNames", r.institution_id AS "institutionId",
            i.name AS "institutionName", r.area_id AS "areaId", m.department_id AS "departmentId",
            m.department_name AS "departmentName", ARRAY['match:' || r.match_id] AS after
     FROM supplier_requests r ${AT} JOIN suppliers s ON s.id = r.supplier_id JOIN matches m ON m.id = r.match_id
     WHERE r.match_id = ANY ($1::uuid[]) ORDER BY r.id`,
    [matchIds],
  );
}

/** Who was chosen: one step a match, led to by the answers of the chosen, or by the match when none of them was asked. */
function selections(tx: Tx, matchIds: readonly string[]): Promise<ChainStepRow[]> {
  return tx.sql<ChainStepRow>(
    `SELECT 'selection' AS kind, r.id, r.title, NULL::bigint AS "amountKrw", coalesce(r.award, 'single') AS state,
            (SELECT ${DAY_OF('max(s.changed_at)')} FROM match_stage_changes s
             WHERE s.match_id = r.id AND s.to_stage = 'selected') AS day,
            array_agg(c.supplier_name ORDER BY c.is_lead DESC, c.id) AS "supplierNames", ${PLACE},
            r.department_name AS "departmentName",
            coalesce((SELECT array_agg('answer:' || q.id ORDER BY q.id) FROM supplier_requests q
                      WHERE q.match_id = r.id AND q.supplier_id = ANY (array_agg(c.supplier_id))),
                     ARRAY['match:' || r.id]) AS after
     FROM matches r ${AT} JOIN match_candidates c ON c.match_id = r.id AND c.outcome = 'selected'
     WHERE r.id = ANY ($1::uuid[]) GROUP BY r.id, i.id ORDER BY r.id`,
    [matchIds],
  );
}

function contracts(tx: Tx, ids: readonly string[]): Promise<ChainStepRow[]> {
  return tx.sql<ChainStepRow>(
    `SELECT 'contract' AS kind, r.id, r.signed_on AS day, r.state, r.item AS title, r.value_krw AS "amountKrw",
            ARRAY(SELECT y.supplier_name FROM contract_parties y WHERE y.institution_id = r.institution_id AND y.contract_id = r.id
                  ORDER BY y.is_lead DESC, y.position) AS "supplierNames",
            ${PLACE}, r.department_name AS "departmentName",
            CASE WHEN r.match_id IS NULL THEN ${NONE}
              WHEN EXISTS (SELECT FROM match_candidates c WHERE c.match_id = r.match_id AND c.outcome = 'selected')
              THEN ARRAY['selection:' || r.match_id] ELSE ARRAY['match:' || r.match_id] END AS after
     FROM contracts r ${AT} WHERE r.id = ANY ($1::uuid[]) ORDER BY r.signed_on, r.id`,
    [ids],
  );
}

function purchases(tx: Tx, ids: readonly string[]): Promise<ChainStepRow[]> {
  return tx.sql<ChainStepRow>(
    `SELECT 'purchase' AS kind, r.id, coalesce(r.recognition_date, r.contract_date, r.payment_date) AS day, r.state,
            r.item AS title, r.amount_krw AS "amountKrw", ARRAY[r.supplier_name] AS "supplierNames", ${PLACE},
            d.name AS "departmentName", array_remove(ARRAY['contract:' || r.contract_id], NULL) AS after,
            r.count_status AS "countStatus", r.fiscal_year AS "fiscalYear", r.contract_id AS "contractId",
            (SELECT sum(a.actual_krw)::bigint FROM achievement_totals a WHERE a.institution_id = r.institution_id
             AND a.fiscal_year = r.fiscal_year AND a.scheme_code = $2 AND a.department_id = r.department_id) AS "actualKrw",
            (SELECT t.target_krw FROM purchase_targets t JOIN purchase_target_cycles y
               ON y.institution_id = t.institution_id AND y.id = t.cycle_id
             WHERE t.institution_id = r.institution_id AND y.fiscal_year = r.fiscal_year AND t.scheme_code = $2
               AND t.department_id = r.department_id AND t.state <> 'proposed') AS "targetKrw"
     FROM purchases r ${AT} LEFT JOIN departments d ON d.institution_id = r.institution_id AND d.id = r.department_id
     WHERE r.id = ANY ($1::uuid[]) AND r.state <> 'voided' ORDER BY r.id`,
    [ids, SOCIAL_ECONOMY],
  );
}
