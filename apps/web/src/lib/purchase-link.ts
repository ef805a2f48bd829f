import { accessRefusal } from '@ieum/domain';
import { useCallback } from 'react';
import { useSession, type SessionUser } from './session';

/** The filters of GET /purchases that an answer names for each of its figures. */
export interface PurchaseFilterFacts {
  readonly institutionId: string | null;
  readonly fiscalYear: number;
  readonly scheme: string;
  readonly departmentId: string | null;
  readonly month: number | null;
  readonly to: string | null;
}

/** The address of the list that shows exactly the rows a figure was computed from. */
export function purchasesLink(filter: PurchaseFilterFacts): string {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(filter)) {
    if (value !== null && value !== '') params.set(name, String(value));
  }
  return `/purchases?${params.toString()}`;
}

/**
 * The way to a figure's rows, for whoever may open all of them. Others see the figure without a link: the list would
 * show them fewer rows than the figure counts (a clerk and the institution's total), or nothing at all.
 */
export function useRowsLink(): (filter: PurchaseFilterFacts) => string | undefined {
  const { user } = useSession();
  return useCallback((filter) => rowsLinkFor(user, filter), [user]);
}

/** The same rule as the API's: does purchase:read reach the whole place that the figure is about? */
export function rowsLinkFor(user: SessionUser | null, filter: PurchaseFilterFacts): string | undefined {
  if (user === null) return undefined;
  const { role, institutionId, departmentId, enterpriseId } = user;
  const actor = { role, institutionId, departmentId, enterpriseId, assignedInstitutionIds: [] };
  const place = { institutionId: filter.institutionId ?? '', departmentId: filter.departmentId };
  return accessRefusal(actor, 'purchase:read', place) === null ? purchasesLink(filter) : undefined;
}
