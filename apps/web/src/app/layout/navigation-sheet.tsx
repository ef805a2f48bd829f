import { useEffect, useRef } from 'react';
import { Icon } from '../../components/icon';
import { useMessages } from '../../lib/language';
import { layoutMessages } from '../messages';
import type { NavigationGroup } from '../navigation';
import { SideNavigation } from './side-navigation';
import './navigation-sheet.css';

interface NavigationSheetProps {
  readonly groups: readonly NavigationGroup[];
  readonly open: boolean;
  readonly onClose: () => void;
}

/** The side navigation on narrow screens. The browser's own modal dialog keeps the focus and listens to Esc. */
export function NavigationSheet({ groups, open, onClose }: NavigationSheetProps) {
  const t = useMessages(layoutMessages);
  const sheet = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (open) sheet.current?.showModal();
    else sheet.current?.close();
  }, [open]);
  return (
    <dialog
      className="navigation-sheet"
      aria-label={t('mainNavigation')}
      ref={sheet}
      onClose={onClose}
      onClick={(event) => event.target === sheet.current && onClose()}
    >
      <div className="navigation-sheet__inside">
        <button type="button" className="navigation-sheet__close" onClick={onClose}>
          <Icon name="close" size={24} />
          <span className="visually-hidden">{t('closeNavigation')}</span>
        </button>
        <nav aria-label={t('mainNavigation')}>
          <SideNavigation groups={groups} onNavigate={onClose} />
        </nav>
      </div>
    </dialog>
  );
}
