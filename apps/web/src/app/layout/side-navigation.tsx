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
              end={entry.path === '/'}
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
