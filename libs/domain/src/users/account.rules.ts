import type { Role } from '../access/permissions';
import { refusal, type Refusal } from '../refusal';

export const ACCOUNT_STATES = ['active', 'disabled'] as const;
export type AccountState = (typeof ACCOUNT_STATES)[number];

/** Roles of a buying institution, and of the support centre: an account changes its role within one organisation. */
const INSTITUTION_ROLES: readonly Role[] = ['clerk', 'manager'];
const CENTRE_ROLES: readonly Role[] = ['support', 'admin'];

/**
 * Roles that somebody may give. A manager staffs the own institution; an administrator everybody. Both invite
 * enterprises, as both keep the register.
 */
export function grantableRoles(granter: Role): readonly Role[] {
  if (granter === 'admin') return [...INSTITUTION_ROLES, ...CENTRE_ROLES, 'enterprise'];
  return granter === 'manager' ? [...INSTITUTION_ROLES, 'enterprise'] : [];
}

/** Where an account belongs; every id is a UUID, null = none. */
export interface AccountPlace {
  readonly role: Role;
  readonly institutionId: string | null;
  readonly departmentId: string | null;
  /** null for an enterprise = invited, and not bound yet: the account claims its enterprise itself. */
  readonly enterpriseId: string | null;
  readonly assignedInstitutionIds: readonly string[];
}

/**
 * An account belongs to exactly one organisation: a clerk to a department, a manager to an institution, support staff and
 * administrators to the centre, an enterprise's people to the enterprise; only support staff is assigned to institutions.
 * @returns ROLE_NOT_ALLOWED {role, field} or null
 */
export function accountPlaceRefusal(granter: Role, place: AccountPlace): Refusal | null {
  const wrong = (field: string): Refusal => refusal('ROLE_NOT_ALLOWED', { role: place.role, field });
  if (!grantableRoles(granter).includes(place.role)) return wrong('role');
  const atInstitution = INSTITUTION_ROLES.includes(place.role);
  if (atInstitution !== (place.institutionId !== null)) return wrong('institutionId');
  if (place.role === 'clerk' && place.departmentId === null) return wrong('departmentId');
  if (!atInstitution && place.departmentId !== null) return wrong('departmentId');
  if (place.role !== 'enterprise' && place.enterpriseId !== null) return wrong('enterpriseId');
  if (place.role !== 'support' && place.assignedInstitutionIds.length > 0)
    return wrong('assignedInstitutionIds');
  return null;
}

/** What changing or ending an account looks at. `activePeers`: other active accounts of its role in its organisation. */
export interface AccountFacts {
  readonly id: string;
  readonly role: Role;
  readonly state: AccountState;
}

/**
 * May this account stop being what it is (be disabled, or get another role)? Not by its own hand, and not when nobody
 * would be left to do its work: the last administrator, the last manager of an institution.
 * @returns OWN_ACCOUNT, LAST_ADMIN, LAST_MANAGER or null
 */
export function accountEndRefusal(
  actorId: string,
  account: AccountFacts,
  activePeers: number,
): Refusal | null {
  if (account.id === actorId) return refusal('OWN_ACCOUNT');
  if (account.state !== 'active' || activePeers > 0) return null;
  if (account.role === 'admin') return refusal('LAST_ADMIN');
  return account.role === 'manager' ? refusal('LAST_MANAGER') : null;
}

/** Another role within the same organisation only; a person who moves gets a new account, so that history stays true. */
export function roleChangeRefusal(from: Role, to: Role): Refusal | null {
  const isWithin = [INSTITUTION_ROLES, CENTRE_ROLES].some(
    (roles) => roles.includes(from) && roles.includes(to),
  );
  return from === to || isWithin ? null : refusal('ROLE_NOT_ALLOWED', { role: to, field: 'role' });
}

/**
 * An account takes its enterprise once: whoever works for another one gets another account, so that what was answered
 * and uploaded stays with the enterprise that it was done for.
 * @param before the enterprise of the account now; null = none yet
 * @returns CLAIM_NOT_POSSIBLE or null
 */
export function enterpriseChangeRefusal(before: string | null, after: string | null): Refusal | null {
  return before === null || before === after ? null : refusal('CLAIM_NOT_POSSIBLE');
}

/**
 * May somebody administer the accounts of this enterprise, or verify who works for it? A manager for enterprises of the
 * own district, and for those of which no district is known: whoever holds such an account reads what other
 * institutions ask the enterprise.
 * @param districtCode of the enterprise @param ownDistrictCode of the manager's institution; null = not a district
 * @returns ENTERPRISE_OF_OTHER_DISTRICT or null
 */
export function enterpriseDistrictRefusal(
  granter: Role,
  districtCode: string | null,
  ownDistrictCode: string | null,
): Refusal | null {
  if (granter !== 'manager' || districtCode === null || districtCode === ownDistrictCode) return null;
  return refusal('ENTERPRISE_OF_OTHER_DISTRICT');
}
