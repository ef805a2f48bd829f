import { accountPlaceRefusal, grantableRoles, roleChangeRefusal, ROLES, type Role } from '@ieum/domain';
import type { NewUser, User, UserChange } from './api';

/** What the form holds; '' = nothing chosen. */
export interface UserValues {
  readonly email: string;
  readonly name: string;
  readonly role: string;
  readonly institutionId: string;
  readonly departmentId: string;
  readonly enterpriseId: string;
  /** as the field shows it; what is sent is the id */
  readonly enterpriseName: string;
  readonly assignedInstitutionIds: string[];
}

export function isUserValues(value: unknown): value is UserValues {
  if (typeof value !== 'object' || value === null) return false;
  const record = value as Record<string, unknown>;
  const texts = ['email', 'name', 'role', 'institutionId', 'departmentId', 'enterpriseId', 'enterpriseName'];
  return (
    texts.every((name) => typeof record[name] === 'string') && Array.isArray(record.assignedInstitutionIds)
  );
}

export function emptyUser(institutionId: string | null): UserValues {
  return {
    email: '',
    name: '',
    role: 'clerk',
    institutionId: institutionId ?? '',
    departmentId: '',
    enterpriseId: '',
    enterpriseName: '',
    assignedInstitutionIds: [],
  };
}

export function valuesOf(user: User): UserValues {
  return {
    email: user.email,
    name: user.name,
    role: user.role,
    institutionId: user.institutionId ?? '',
    departmentId: user.departmentId ?? '',
    enterpriseId: user.enterpriseId ?? '',
    enterpriseName: user.enterpriseName ?? '',
    assignedInstitutionIds: [...user.assignedInstitutionIds],
  };
}

export function belongsToInstitution(role: string): boolean {
  return role === 'clerk' || role === 'manager';
}

/** May an account of the one role become the other? By the rule that the server calls too. */
export function isWithinOrganisation(to: Role, from: string): boolean {
  const before = ROLES.find((one) => one === from);
  return before !== undefined && roleChangeRefusal(before, to) === null;
}

/** The place that the values stand for; fields that the role does not have are left out. */
function placeOf(values: UserValues, role: Role) {
  const atInstitution = belongsToInstitution(role);
  return {
    role,
    institutionId: atInstitution && values.institutionId !== '' ? values.institutionId : null,
    departmentId: atInstitution && values.departmentId !== '' ? values.departmentId : null,
    enterpriseId: role === 'enterprise' && values.enterpriseId !== '' ? values.enterpriseId : null,
    assignedInstitutionIds: role === 'support' ? [...values.assignedInstitutionIds] : [],
  };
}

export function newUserOf(values: UserValues, granter: Role): NewUser {
  const role = grantableRoles(granter).find((one) => one === values.role) ?? 'clerk';
  return {
    email: values.email.trim().toLowerCase(),
    name: values.name.trim().normalize('NFC'),
    ...placeOf(values, role),
  };
}

export function changeOf(values: UserValues, before: User): UserChange {
  const role = ROLES.find((one) => one === values.role);
  const place = placeOf(values, role ?? before.role);
  return {
    name: values.name.trim().normalize('NFC'),
    departmentId: place.departmentId,
    enterpriseId: place.enterpriseId,
    assignedInstitutionIds: place.assignedInstitutionIds,
    ...(role === undefined ? {} : { role }),
  };
}

/** Which field stands against the account, by the rule that the server calls too; null = none. */
export function wrongField(values: UserValues, granter: Role): keyof UserValues | null {
  const role = grantableRoles(granter).find((one) => one === values.role);
  if (role === undefined) return 'role';
  const field = accountPlaceRefusal(granter, placeOf(values, role))?.details?.['field'];
  return (
    (['role', 'institutionId', 'departmentId', 'enterpriseId', 'assignedInstitutionIds'] as const).find(
      (one) => one === field,
    ) ?? null
  );
}
