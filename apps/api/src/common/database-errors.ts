import { refusal, type Refusal, type RefusalCode } from '@ieum/domain';

/** Named constraints that say no on a person's behalf. A constraint that is not here is our defect and stays a 500. */
const REFUSAL_OF_CONSTRAINT: Readonly<Record<string, RefusalCode>> = {
  uq_purchases_contract_number: 'DUPLICATE_CONTRACT_NUMBER',
  uq_purchases_contract: 'CONTRACT_ALREADY_PURCHASED',
  uq_contract_parties_supplier: 'CONTRACT_INVALID',
  fk_contract_parties_supplier: 'NOT_FOUND',
  fk_contracts_department: 'NOT_FOUND',
  fk_contracts_institution: 'NOT_FOUND',
  fk_contracts_fair: 'NOT_FOUND',
  uq_departments_living_name: 'DEPARTMENT_NAME_TAKEN',
  uq_users_email: 'EMAIL_TAKEN',
  uq_suppliers_business_number: 'BUSINESS_NUMBER_TAKEN',
  uq_supplier_imports_working: 'IMPORT_STATE',
  uq_supplier_certifications_change: 'CERTIFICATE_STATE',
  uq_supplier_verifications_facts: 'CONFLICT',
  uq_certification_validity_rules_day: 'RULE_OVERLAP',
  uq_purchase_target_cycles_year: 'CYCLE_EXISTS',
  uq_counting_policies_year: 'CYCLE_EXISTS',
  pk_schemes: 'SCHEME_CODE_TAKEN',
  uq_publications_version: 'CONFLICT',
  uq_demand_surveys_department: 'CONFLICT',
  uq_purchase_targets_department_scheme: 'CONFLICT',
  fk_departments_institution: 'NOT_FOUND',
  fk_purchases_department: 'NOT_FOUND',
  fk_purchases_supplier: 'NOT_FOUND',
  fk_purchase_files_file: 'NOT_FOUND',
  fk_files_institution: 'NOT_FOUND',
  fk_files_department: 'NOT_FOUND',
  fk_user_assignments_institution: 'NOT_FOUND',
  fk_users_department: 'NOT_FOUND',
  fk_users_institution: 'NOT_FOUND',
  fk_users_enterprise: 'NOT_FOUND',
  ex_direct_award_rules_overlap: 'RULE_OVERLAP',
  uq_shortlist_entries_choice: 'SHORTLIST_ENTRY_EXISTS',
  fk_shortlist_entries_supplier: 'NOT_FOUND',
  fk_supplier_requests_department: 'NOT_FOUND',
  fk_supplier_requests_supplier: 'NOT_FOUND',
  uq_supplier_verifications_claim: 'CLAIM_EXISTS',
  uq_shops_name: 'CHANNEL_INVALID',
  uq_shop_sales_period: 'CHANNEL_INVALID',
  fk_b2b_links_supplier: 'NOT_FOUND',
  fk_market_day_participants_supplier: 'NOT_FOUND',
  uq_support_teams_name: 'SUPPORT_TEAM_NAME_TAKEN',
  uq_support_team_members_user: 'SUPPORT_TEAM_MEMBER_TAKEN',
  fk_consultations_supplier: 'NOT_FOUND',
  uq_kpis_item: 'KPI_EXISTS',
  uq_budgets_item: 'BUDGET_EXISTS',
  uq_fair_desks_department: 'FAIR_DESK_EXISTS',
  fk_fair_desks_department: 'NOT_FOUND',
  uq_fair_exhibitors_supplier: 'FAIR_EXHIBITOR_EXISTS',
  uq_fair_exhibitors_booth: 'FAIR_BOOTH_TAKEN',
  ex_fair_bookings_desk: 'BOOKING_DESK_TAKEN',
  ex_fair_bookings_exhibitor: 'BOOKING_EXHIBITOR_TAKEN',
  ex_fair_bookings_person: 'BOOKING_PERSON_TAKEN',
  uq_fair_bookings_pair: 'BOOKING_PAIR_MEETS',
  uq_fair_waiting_entry: 'WAITING_EXISTS',
  uq_matches_fair_booking: 'FAIR_FOLLOW_UP_STATE',
};

/** Lock or statement time-outs, shutdown, lost connections, too many connections: come back later. */
const BUSY = /^(55P03|57014|57P0[1-5]|08...|53...|40P01|40001|25P03)$/;
const BUSY_NODE_CODES = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT']);
const BUSY_MESSAGES =
  /timeout exceeded when trying to connect|Connection terminated|Client has encountered a connection error/;

const LOST_MESSAGES = /Connection terminated|Client has encountered a connection error/;

export function refusalOfDatabaseError(failure: unknown): Refusal | null {
  const error = driverErrorOf(failure);
  if (error === null) return null;
  if (isBusy(error)) return refusal('SERVICE_BUSY', { retryAfterSeconds: 1 });
  const code = error.constraint === undefined ? undefined : REFUSAL_OF_CONSTRAINT[error.constraint];
  return code === undefined ? null : refusal(code);
}

/** A deadlock or a serialisation failure: the same work may succeed when done again. */
export function isRetryable(failure: unknown): boolean {
  const code = driverErrorOf(failure)?.code;
  return code === '40P01' || code === '40001';
}

/** The server ended the connection, or it broke; what was under way may or may not have happened. */
export function isConnectionLost(failure: unknown): boolean {
  const error = driverErrorOf(failure);
  return (
    error !== null &&
    (/^(57P01|57P02|08...|ECONNRESET|EPIPE)$/.test(error.code) || LOST_MESSAGES.test(error.message))
  );
}

/** The named constraint that said no; null when something else failed. */
export function violatedConstraint(failure: unknown): string | null {
  const error = driverErrorOf(failure);
  return error !== null && error.code.startsWith('23') ? (error.constraint ?? null) : null;
}

interface DriverError {
  readonly code: string;
  readonly message: string;
  readonly constraint: string | undefined;
}

function isBusy(error: DriverError): boolean {
  return BUSY.test(error.code) || BUSY_NODE_CODES.has(error.code) || BUSY_MESSAGES.test(error.message);
}

/**
 * The driver's own error, also out of TypeORM's wrapper; null when the failure is something else. Known by its shape and
 * not by its class: errors of sockets may come from another realm.
 */
function driverErrorOf(failure: unknown): DriverError | null {
  if (typeof failure !== 'object' || failure === null) return null;
  if ('driverError' in failure) return driverErrorOf(failure.driverError);
  const message = textOf(failure, 'message') ?? '';
  const code = textOf(failure, 'code') ?? '';
  if (code === '' && !BUSY_MESSAGES.test(message)) return null;
  return { code, message, constraint: textOf(failure, 'constraint') };
}

function textOf(failure: object, field: string): string | undefined {
  const value: unknown = Reflect.get(failure, field);
  return typeof value === 'string' ? value : undefined;
}
