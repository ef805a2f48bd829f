import { useState, type ReactNode } from 'react';
import { Button } from '../../components/button';
import { Notice } from '../../components/notice';
import { useToast } from '../../components/toast';
import { useMessages } from '../../lib/language';
import { userMessages } from './messages';
import './users.css';

interface InitialPasswordProps {
  /** null = the answer was a repeat and holds none */
  readonly password: string | null;
  readonly action?: ReactNode;
}

/** Shown this once and kept nowhere: not in the address, not in a draft, not in the cache. */
export function InitialPassword({ password, action }: InitialPasswordProps) {
  const t = useMessages(userMessages);
  const say = useToast();
  const [failed, setFailed] = useState(false);
  if (password === null) {
    return (
      <Notice tone="warning" live action={action}>
        {t('passwordGone')}
      </Notice>
    );
  }
  const copy = () => {
    // Without https the browser offers no clipboard: the reader is told to copy by hand.
    const writing = navigator.clipboard?.writeText(password) ?? Promise.reject(new Error('no clipboard'));
    writing.then(
      () => say(t('copied')),
      () => setFailed(true),
    );
  };
  return (
    <Notice tone="success" live title={t('passwordTitle')} action={action}>
      <p>{t('passwordText')}</p>
      <p className="initial-password">
        <code>{password}</code>
        <Button variant="secondary" size="small" onClick={copy}>
          {t('copy')}
        </Button>
      </p>
      {failed && <p role="alert">{t('copyFailed')}</p>}
    </Notice>
  );
}
