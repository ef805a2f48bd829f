import { mayUse, useSession, type SessionUser } from '../../lib/session';
import { NAVIGATION, type Access, type NavigationGroup } from '../navigation';

/** The entries that this person may open; empty groups are left out. */
export function useNavigation(): readonly NavigationGroup[] {
  const { user } = useSession();
  return NAVIGATION.map((group) => ({
    ...group,
    entries: group.entries.filter((entry) => isOpen(entry.permission, user)),
  })).filter((group) => group.entries.length > 0);
}

function isOpen(access: Access, user: SessionUser | null): boolean {
  if (access === 'everybody') return true;
  return access === 'member' ? user !== null : mayUse(user, access);
}
