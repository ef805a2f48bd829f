import {
  isSyntheticBusinessNumber,
  koreanDay,
  mergedRefusal,
  normaliseCompanyName,
  parseBusinessNumber,
  sameNameRefusal,
  tidyHomepage,
  tidyLine,
  vulnerableEmploymentRefusal,
} from '@ieum/domain';
import { isSystem } from '../common/actor';
import { assertAllowed, orRefuse, refuse } from '../common/refused';
import type { Tx } from '../database/transactions';
import {
  lockedSupplier,
  namesakes,
  numberHolder,
  type SupplierFacts,
  type SupplierRow,
} from './suppliers.queries';

export type FactsGiven = Partial<SupplierFacts>;

const NO_FACTS: Omit<SupplierFacts, 'name'> = {
  businessNumber: null,
  districtCode: null,
  representative: null,
  address: null,
  homepage: null,
  phone: null,
  email: null,
  businessSummary: null,
  socialPurpose: null,
  serviceField: null,
  introduction: null,
  vulnerableEmploymentBp: null,
  vulnerableEmploymentOn: null,
  closedOn: null,
};

/** What was sent, as it is kept: names on one line, a number as ten digits, a homepage with its scheme. */
export function tidyFacts(given: {
  readonly [F in keyof SupplierFacts]?: SupplierFacts[F] | undefined;
}): FactsGiven {
  const kept = Object.entries(given).filter(([, value]) => value !== undefined);
  const facts: FactsGiven = Object.fromEntries(kept.filter(([name]) => name in NO_FACTS || name === 'name'));
  const lines = [
    'representative',
    'address',
    'phone',
    'email',
    'businessSummary',
    'socialPurpose',
    'serviceField',
  ] as const;
  for (const name of lines) {
    const text = facts[name];
    if (typeof text === 'string') facts[name] = tidyLine(text);
  }
  if (facts.name !== undefined) facts.name = tidyLine(facts.name);
  if (typeof facts.introduction === 'string') facts.introduction = facts.introduction.trim();
  if (typeof facts.homepage === 'string') facts.homepage = tidyHomepage(facts.homepage);
  if (typeof facts.businessNumber === 'string')
    facts.businessNumber = orRefuse(parseBusinessNumber(facts.businessNumber));
  return facts;
}

interface WriteChoice {
  readonly now: Date;
  /** the namesake was seen, and it is another enterprise */
  readonly sameNameConfirmed: boolean;
}

/** Enters a new row; refuses with BUSINESS_NUMBER_TAKEN, SUPPLIER_NAME_EXISTS, VULNERABLE_EMPLOYMENT_INVALID. */
export async function insertSupplier(
  tx: Tx,
  given: FactsGiven & { name: string },
  choice: WriteChoice,
): Promise<string> {
  const facts: SupplierFacts = { ...NO_FACTS, ...given };
  await assertMayStand(tx, facts, null, choice);
  // The system enters rows as well, and has no account.
  const enteredBy = isSystem(tx.actor.userId) ? null : tx.actor.userId;
  const columns = {
    ...columnsOf(facts),
    registered_by: enteredBy,
    registered_on: koreanDay(choice.now),
  };
  const names = Object.keys(columns);
  const [row] = await tx.sql<{ id: string }>(
    `INSERT INTO suppliers (${names.join(', ')}) VALUES (${names.map((_, index) => `$${index + 1}`).join(', ')})
     RETURNING id`,
    Object.values(columns),
  );
  return row?.id ?? refuse('NOT_FOUND');
}

/** Changes a locked row that has this version; what is not given stays. */
export async function changeSupplierFacts(
  tx: Tx,
  before: SupplierRow,
  version: number,
  given: FactsGiven,
  choice: WriteChoice,
): Promise<void> {
  const facts: SupplierFacts = { ...before, ...given };
  await assertMayStand(tx, facts, before, choice);
  await tx.updateVersion('suppliers', { id: before.id }, version, {
    ...columnsOf(facts),
    updated_at: choice.now,
  });
}

/** The row, locked, for a change of it or of its certificates; NOT_FOUND, or SUPPLIER_MERGED with where it went. */
export async function lockForChange(tx: Tx, id: string): Promise<SupplierRow> {
  const row = (await lockedSupplier(tx, id)) ?? refuse('NOT_FOUND');
  assertAllowed(mergedRefusal(row.mergedIntoId));
  return row;
}

async function assertMayStand(
  tx: Tx,
  facts: SupplierFacts,
  before: SupplierRow | null,
  choice: WriteChoice,
): Promise<void> {
  const { vulnerableEmploymentBp, vulnerableEmploymentOn, businessNumber } = facts;
  assertAllowed(
    vulnerableEmploymentRefusal(vulnerableEmploymentBp, vulnerableEmploymentOn, koreanDay(choice.now)),
  );
  if (businessNumber !== null && businessNumber !== before?.businessNumber) {
    const holder = await numberHolder(tx, businessNumber, before?.id ?? null);
    if (holder !== undefined) refuse('BUSINESS_NUMBER_TAKEN', { supplierId: holder.id, name: holder.name });
  }
  const normalisedName = normaliseCompanyName(facts.name);
  if (normalisedName === before?.normalisedName) return;
  assertAllowed(
    sameNameRefusal(await namesakes(tx, normalisedName, before?.id ?? null), choice.sameNameConfirmed),
  );
}

function columnsOf(facts: SupplierFacts): Record<string, unknown> {
  return {
    name: facts.name,
    normalised_name: normaliseCompanyName(facts.name),
    business_number: facts.businessNumber,
    is_synthetic: isSyntheticBusinessNumber(facts.businessNumber),
    district_code: facts.districtCode,
    representative: facts.representative,
    address: facts.address,
    homepage: facts.homepage,
    phone: facts.phone,
    email: facts.email,
    business_summary: facts.businessSummary,
    social_purpose: facts.socialPurpose,
    service_field: facts.serviceField,
    introduction: facts.introduction,
    vulnerable_employment_bp: facts.vulnerableEmploymentBp,
    vulnerable_employment_on: facts.vulnerableEmploymentOn,
    closed_on: facts.closedOn,
  };
}
