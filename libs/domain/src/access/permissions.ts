/**
 * Who may do what, and how far: the one table that the API guard, the row filters and the screens read.
 * A permission that a role does not list is refused; a scope says how far a granted one reaches.
 */

export const ROLES = ['clerk', 'support', 'enterprise', 'manager', 'admin'] as const;
export type Role = (typeof ROLES)[number];

export const PERMISSIONS = [
  'account:own',
  'institution:read',
  'department:manage',
  'user:manage',
  'policy:read',
  'policy:manage',
  'cycle:read',
  'cycle:manage',
  'survey:read',
  'survey:answer',
  'survey:review',
  'target:read',
  'target:manage',
  'target:acknowledge',
  'purchase:read',
  'purchase:write',
  'purchase:review',
  'purchase-import:write',
  'period:read',
  'period:submit',
  'period:close',
  'achievement:read',
  'ranking:read',
  'district-ranking:read',
  'publication:manage',
  'district-publication:manage',
  'supplier:read',
  'supplier:write',
  'file:use',
  'job:read',
  'notice:read',
  'audit:read',
] as const;
export type Permission = (typeof PERMISSIONS)[number];

/** How far a grant reaches. `assigned` = the institutions a support adviser is assigned to. */
export const SCOPES = ['own_department', 'own_institution', 'own_enterprise', 'assigned', 'all'] as const;
export type Scope = (typeof SCOPES)[number];

const EVERYBODY = { 'account:own': 'all', 'institution:read': 'all', 'supplier:read': 'all' } as const;

export const ROLE_GRANTS: Readonly<Record<Role, Readonly<Partial<Record<Permission, Scope>>>>> = {
  clerk: {
    ...EVERYBODY,
    'policy:read': 'own_institution',
    'cycle:read': 'own_institution',
    'survey:read': 'own_department',
    'survey:answer': 'own_department',
    'target:read': 'own_department',
    'target:acknowledge': 'own_department',
    'purchase:read': 'own_department',
    'purchase:write': 'own_department',
    'purchase-import:write': 'own_department',
    'period:read': 'own_institution',
    'period:submit': 'own_department',
    'achievement:read': 'own_department',
    'ranking:read': 'own_institution',
    'file:use': 'own_department',
    'job:read': 'own_department',
    'notice:read': 'own_department',
  },
  support: {
    ...EVERYBODY,
    'achievement:read': 'assigned',
    'ranking:read': 'assigned',
    'supplier:write': 'all',
  },
  enterprise: { ...EVERYBODY },
  manager: {
    ...EVERYBODY,
    'department:manage': 'own_institution',
    'user:manage': 'own_institution',
    'policy:read': 'own_institution',
    'policy:manage': 'own_institution',
    'cycle:read': 'own_institution',
    'cycle:manage': 'own_institution',
    'survey:read': 'own_institution',
    'survey:review': 'own_institution',
    'target:read': 'own_institution',
    'target:manage': 'own_institution',
    'purchase:read': 'own_institution',
    'purchase:write': 'own_institution',
    'purchase:review': 'own_institution',
    'purchase-import:write': 'own_institution',
    'period:read': 'own_institution',
    'period:close': 'own_institution',
    'achievement:read': 'own_institution',
    'ranking:read': 'own_institution',
    'district-ranking:read': 'all',
    'publication:manage': 'own_institution',
    'supplier:write': 'all',
    'file:use': 'own_institution',
    'job:read': 'own_institution',
    'notice:read': 'own_institution',
    'audit:read': 'own_institution',
  },
  admin: {
    ...EVERYBODY,
    'department:manage': 'all',
    'user:manage': 'all',
    'policy:read': 'all',
    'cycle:read': 'all',
    'survey:read': 'all',
    'target:read': 'all',
    'purchase:read': 'all',
    'period:read': 'all',
    'achievement:read': 'all',
    'ranking:read': 'all',
    'district-ranking:read': 'all',
    'district-publication:manage': 'all',
    'supplier:write': 'all',
    'file:use': 'all',
    'job:read': 'all',
    'audit:read': 'all',
  },
};

export function permissionsOf(role: Role): Permission[] {
  return PERMISSIONS.filter((permission) => ROLE_GRANTS[role][permission] !== undefined);
}

/** Roles that hold a permission, in the order of ROLES; the OpenAPI document prints them as x-roles. */
export function rolesWith(permission: Permission): Role[] {
  return ROLES.filter((role) => ROLE_GRANTS[role][permission] !== undefined);
}
