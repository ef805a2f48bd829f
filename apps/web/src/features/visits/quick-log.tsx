import { lazy, Suspense, useEffect, useState } from 'react';
import { Dialog } from '../../components/dialog';
import { Icon } from '../../components/icon';
import { PageSkeleton } from '../../components/skeleton';
import { useMessages } from '../../lib/language';
import { visitMessages } from './messages';
import './quick-log.css';
import { isShortcutOn } from './quick-log-key';

/** The form brings a large library along: it is loaded when somebody logs a visit. */
const QuickLogForm = lazy(async () => ({ default: (await import('./quick-log-form')).QuickLogForm }));

/** Logs a visit from any page: by the button of the header, or by the key V. */
export function QuickLog() {
  const t = useMessages(visitMessages);
  const [open, setOpen] = useState(false);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!opensQuickLog(event)) return;
      event.preventDefault();
      setOpen(true);
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
  return (
    <>
      <button type="button" className="header-button quick-log" onClick={() => setOpen(true)}>
        <Icon name="edit" size={22} />
        <span className="quick-log__text">{t('quickLog')}</span>
      </button>
      <Dialog open={open} onClose={() => setOpen(false)} title={t('quickLog')} wide>
        <Suspense fallback={<PageSkeleton label={t('loading')} />}>
          <QuickLogForm onSaved={() => setOpen(false)} />
        </Suspense>
      </Dialog>
    </>
  );
}

/** V alone, while nobody types and no other dialog asks something. The key is meant, whatever letter the keyboard writes. */
function opensQuickLog(event: KeyboardEvent): boolean {
  const { target } = event;
  if (event.code !== 'KeyV' || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return false;
  if (event.repeat || event.defaultPrevented || !isShortcutOn()) return false;
  if (
    target instanceof HTMLElement &&
    target.closest('input, textarea, select, [contenteditable], [role="listbox"]')
  )
    return false;
  return document.querySelector('dialog[open]') === null;
}
