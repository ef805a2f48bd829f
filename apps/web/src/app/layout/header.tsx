import { Link, useLocation } from 'react-router';
import { Icon } from '../../components/icon';
import { LinkButton } from '../../components/link-button';
import { NoticeBell } from '../../features/notices/notice-bell';
import { QuickLog } from '../../features/visits/quick-log';
import { useLanguage, useMessages } from '../../lib/language';
import { useMay, useSession } from '../../lib/session';
import { layoutMessages } from '../messages';
import { AccountMenu } from './account-menu';
import { HeaderSearch } from './header-search';
import './header.css';

interface HeaderProps {
  /** undefined where there is nothing to navigate to */
  readonly onOpenNavigation: (() => void) | undefined;
}

export function Header({ onOpenNavigation }: HeaderProps) {
  const t = useMessages(layoutMessages);
  const { language, setLanguage } = useLanguage();
  const { user } = useSession();
  const { pathname } = useLocation();
  const may = useMay();
  const other = language === 'ko' ? 'en' : 'ko';
  return (
    <header className="app-header">
      <div className="app-header__row">
        {onOpenNavigation && (
          <button type="button" className="header-button app-header__menu" onClick={onOpenNavigation}>
            <Icon name="menu" size={24} />
            <span className="visually-hidden">{t('openNavigation')}</span>
          </button>
        )}
        <Link to="/" className="app-header__brand">
          <svg viewBox="0 0 32 32" width="32" height="32" aria-hidden="true" className="app-header__mark">
            <circle cx="11.5" cy="16" r="7" />
            <circle cx="20.5" cy="16" r="7" />
          </svg>
          <span className="app-header__name">{t('product')}</span>
          <span className="app-header__line">{t('productLine')}</span>
        </Link>
        {pathname !== '/suppliers' && pathname !== '/login' && <HeaderSearch />}
        <div className="app-header__tools">
          <button type="button" className="header-button" lang={other} onClick={() => setLanguage(other)}>
            {t('otherLanguage')}
          </button>
          {may('support-work:write') && <QuickLog />}
          {may('notice:read') && <NoticeBell />}
          <AccountMenu />
          {user === null && pathname !== '/login' && (
            <LinkButton to="/login" size="small">
              {t('login')}
            </LinkButton>
          )}
        </div>
      </div>
    </header>
  );
}
