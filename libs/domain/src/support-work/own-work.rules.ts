import type { Role } from '../access/permissions';
import { refusal, type Refusal } from '../refusal';

/**
 * Advisers of an area read each other's work; each changes the own alone, and the centre's administrators all of it.
 * @returns FORBIDDEN or null
 */
export function ownWorkRefusal(
  who: { readonly userId: string; readonly role: Role },
  adviserId: string,
): Refusal | null {
  return who.role === 'admin' || who.userId === adviserId ? null : refusal('FORBIDDEN');
}

/** The area of work for somebody who lies in none: the one that is said, or the only one of the adviser; or none. */
export function areaOfWork(assigned: readonly string[], said: string | null): string | null {
  return said ?? (assigned.length === 1 ? (assigned[0] ?? null) : null);
}
