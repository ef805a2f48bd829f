import { NavLink } from 'react-router';
import { Icon } from '../../components/icon';
import { useMessages } from '../../lib/language';
import { layoutMessages } from '../messages';
import type { NavigationGroup } from '../navigation';
import './side-navigation.css';

interface SideNavigationProps {
  readonly groups: readonly NavigationGroup[];
  readonly onNavigate?: () => void;
}

export function SideNavigation({ groups, onNavigate }: SideNavigationProps) {
  const t = useMessages(layoutMessages);
  return groups.map((group) => (
    <div className="side-navigation" key={group.messageKey}>
      <p className="side-navigation__group">{t(group.messageKey)}</p>
      <ul>
        {group.entries.map((entry) => (
          <li key={entry.path}>
            <NavLink
              to={entry.path}
              end={hasEntryBelow(entry.path, groups)}
              className="side-navigation__link"
              onClick={onNavigate}
            >
              <Icon name={entry.icon} />
              {t(entry.messageKey)}
            </NavLink>
          </li>
        ))}
      </ul>
    </div>
  ));
}

/** A page whose address begins another entry's ("/", "/enterprise") is marked only when it is the open one itself. */
function hasEntryBelow(path: string, groups: readonly NavigationGroup[]): boolean {
  const prefix = path.endsWith('/') ? path : `${path}/`;
  return groups.some(({ entries }) =>
    entries.some((other) => other.path !== path && other.path.startsWith(prefix)),
  );
}
