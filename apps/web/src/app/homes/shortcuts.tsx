import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { Icon } from '../../components/icon';
import { PageHeader } from '../../components/page-header';
import { useMessages } from '../../lib/language';
import { useUser } from '../../lib/session';
import { useNavigation } from '../layout/use-navigation';
import { layoutMessages } from '../messages';
import { homeMessages } from './messages';
import './shortcuts.css';

/** Greeting, what waits (children), and a card for each task that the person may do. */
export function Shortcuts({ children }: { readonly children?: ReactNode }) {
  const t = useMessages(homeMessages);
  const nav = useMessages(layoutMessages);
  const user = useUser();
  const entries = useNavigation()
    .flatMap((group) => group.entries)
    .filter((entry) => entry.path !== '/');
  const place = [user.institutionName, user.departmentName].filter(Boolean).join(' ');
  return (
    <>
      <PageHeader title={t('welcome', { name: user.name })} description={place || nav(`role_${user.role}`)} />
      {children}
      {entries.length > 0 && (
        <section aria-labelledby="shortcuts-title" className="stack stack--tight">
          <h2 id="shortcuts-title">{t('shortcuts')}</h2>
          <ul className="card-grid">
            {entries.map((entry) => (
              <li key={entry.path}>
                <Link to={entry.path} className="shortcut">
                  <Icon name={entry.icon} size={26} />
                  {nav(entry.messageKey)}
                </Link>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
