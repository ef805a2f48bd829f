import { useEffect, useId, useRef, useState } from 'react';
import { Link } from 'react-router';
import { Button } from '../../components/button';
import { Icon } from '../../components/icon';
import { useMessages } from '../../lib/language';
import { useSession } from '../../lib/session';
import { layoutMessages } from '../messages';
import { PASSWORD_PATH } from '../navigation';
import { THEMES, useTheme } from '../theme';
import './account-menu.css';

const THEME_KEYS = {
  system: 'themeSystem',
  light: 'themeLight',
  dark: 'themeDark',
  contrast: 'themeContrast',
} as const;

/** Who is signed in and for which department; colours; signing out. A disclosure, so Tab walks through it. */
export function AccountMenu() {
  const t = useMessages(layoutMessages);
  const { user, logout } = useSession();
  const { theme, setTheme } = useTheme();
  const [open, setOpen] = useState(false);
  const place = useCloseOutside(open, () => setOpen(false));
  const panelId = useId();
  const organisation = user?.departmentName ?? user?.institutionName ?? null;
  return (
    <div className="account-menu" ref={place}>
      <button
        type="button"
        className="header-button account-menu__button"
        aria-expanded={open}
        aria-controls={panelId}
        onClick={() => setOpen(!open)}
      >
        <Icon name={user === null ? 'policy' : 'users'} size={22} />
        {user === null ? (
          <span className="visually-hidden">{t('settings')}</span>
        ) : (
          <span className="account-menu__who">
            <span className="visually-hidden">{t('account')} </span>
            <span className="account-menu__name">{user.name}</span>
            <span className="account-menu__role">
              {[organisation, t(`role_${user.role}`)].filter(Boolean).join(' · ')}
            </span>
          </span>
        )}
        <Icon name="down" size={16} />
      </button>
      <div className="account-menu__panel" id={panelId} hidden={!open}>
        {user !== null && (
          <dl className="account-menu__facts">
            <dt>{user.name}</dt>
            <dd>{t(`role_${user.role}`)}</dd>
            <dd>{[user.institutionName, user.departmentName].filter(Boolean).join(' ')}</dd>
            <dd>{user.email}</dd>
          </dl>
        )}
        <fieldset className="account-menu__themes">
          <legend>{t('theme')}</legend>
          {THEMES.map((one) => (
            <label key={one}>
              <input type="radio" name="theme" checked={theme === one} onChange={() => setTheme(one)} />
              {t(THEME_KEYS[one])}
            </label>
          ))}
        </fieldset>
        {user !== null && (
          <Link to={PASSWORD_PATH} onClick={() => setOpen(false)}>
            {t('password')}
          </Link>
        )}
        {user !== null && (
          <Button variant="secondary" size="small" icon="logout" onClick={() => void logout()}>
            {t('logout')}
          </Button>
        )}
      </div>
    </div>
  );
}

/** Closes on Esc (the focus goes back to the button), on a press elsewhere and when the focus leaves. */
function useCloseOutside(open: boolean, close: () => void) {
  const place = useRef<HTMLDivElement>(null);
  const latest = useRef(close);
  useEffect(() => {
    latest.current = close;
  });
  useEffect(() => {
    const element = place.current;
    if (!open || element === null) return;
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      latest.current();
      element.querySelector('button')?.focus();
    };
    const onElsewhere = (event: Event) => {
      if (event.target instanceof Node && !element.contains(event.target)) latest.current();
    };
    document.addEventListener('keydown', onKey);
    document.addEventListener('pointerdown', onElsewhere);
    document.addEventListener('focusin', onElsewhere);
    return () => {
      document.removeEventListener('keydown', onKey);
      document.removeEventListener('pointerdown', onElsewhere);
      document.removeEventListener('focusin', onElsewhere);
    };
  }, [open]);
  return place;
}
