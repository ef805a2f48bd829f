import { refusal, type Refusal } from '../refusal';
import { ROLE_GRANTS, type Permission, type Role, type Scope } from './permissions';

/** What the rules need to know of whoever acts. Ids are UUIDs; null = does not belong to one. */
export interface ActorFacts {
  readonly role: Role;
  readonly institutionId: string | null;
  readonly departmentId: string | null;
  readonly enterpriseId: string | null;
  readonly assignedInstitutionIds: readonly string[];
}

/**
 * Where the touched thing belongs: to an institution (departmentId null = the whole of it), to an enterprise, or, with
 * neither, to the support centre.
 */
export interface Place {
  readonly institutionId: string | null;
  /** of what advisers keep: the area that it lies in, by which they are assigned; otherwise the institution itself */
  readonly areaId?: string;
  readonly departmentId?: string | null;
  readonly enterpriseId?: string | null;
}

/** The rows a permission reaches, as a filter for lists; undefined = not narrowed. */
export interface Reach {
  readonly institutionIds: readonly string[] | undefined;
  readonly departmentId: string | undefined;
}

export function scopeOf(actor: ActorFacts, permission: Permission): Scope | undefined {
  return ROLE_GRANTS[actor.role][permission];
}

/**
 * May this actor use this permission on this place?
 * @returns FORBIDDEN when the role does not hold the permission, NOT_FOUND when the place is somebody else's
 *   (its existence is not told), null when it is allowed.
 */
export function accessRefusal(actor: ActorFacts, permission: Permission, place: Place): Refusal | null {
  const scope = scopeOf(actor, permission);
  if (scope === undefined) return refusal('FORBIDDEN');
  return isWithin(actor, scope, place) ? null : refusal('NOT_FOUND');
}

function isWithin(actor: ActorFacts, scope: Scope, place: Place): boolean {
  switch (scope) {
    case 'all':
      return true;
    case 'assigned':
      return actor.assignedInstitutionIds.includes(place.areaId ?? place.institutionId ?? '');
    case 'own_institution':
      return place.institutionId !== null && actor.institutionId === place.institutionId;
    case 'own_department':
      return (
        place.institutionId !== null &&
        actor.institutionId === place.institutionId &&
        actor.departmentId !== null &&
        actor.departmentId === place.departmentId
      );
    case 'own_enterprise':
      return actor.enterpriseId !== null && actor.enterpriseId === place.enterpriseId;
    case 'own_centre':
      return place.institutionId === null && (place.enterpriseId ?? null) === null;
  }
}

/** The same decision as a filter: which institutions and which department a list may show. */
export function reachOf(actor: ActorFacts, permission: Permission): Reach {
  const scope = scopeOf(actor, permission);
  switch (scope) {
    case 'all':
      return { institutionIds: undefined, departmentId: undefined };
    case 'assigned':
      return { institutionIds: actor.assignedInstitutionIds, departmentId: undefined };
    case 'own_institution':
      return { institutionIds: ownInstitution(actor), departmentId: undefined };
    case 'own_department':
      return { institutionIds: ownInstitution(actor), departmentId: actor.departmentId ?? undefined };
    case 'own_enterprise':
    case 'own_centre':
    case undefined:
      return { institutionIds: [], departmentId: undefined };
  }
}

/** The rows of the advisers' work that a permission reaches; undefined = not narrowed by it. */
export interface AreaReach {
  readonly areaIds: readonly string[] | undefined;
  readonly institutionIds: readonly string[] | undefined;
  readonly departmentId: string | undefined;
}

/** The same decision for what advisers keep: their areas, or what is about the own institution or department. */
export function areaReachOf(actor: ActorFacts, permission: Permission): AreaReach {
  const { institutionIds, departmentId } = reachOf(actor, permission);
  return scopeOf(actor, permission) === 'assigned'
    ? { areaIds: actor.assignedInstitutionIds, institutionIds: undefined, departmentId: undefined }
    : { areaIds: undefined, institutionIds, departmentId };
}

/** The same decision for things of enterprises: every enterprise, the own one, or none. */
export function enterpriseReachOf(actor: ActorFacts, permission: Permission): 'all' | readonly string[] {
  const scope = scopeOf(actor, permission);
  if (scope === 'all') return 'all';
  return scope === 'own_enterprise' && actor.enterpriseId !== null ? [actor.enterpriseId] : [];
}

function ownInstitution(actor: ActorFacts): readonly string[] {
  return actor.institutionId === null ? [] : [actor.institutionId];
}
