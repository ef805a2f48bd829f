import { useState } from 'react';
import { Button } from '../../components/button';
import { Notice } from '../../components/notice';
import { useToast } from '../../components/toast';
import { useMessages } from '../../lib/language';
import { publicationMessages } from './messages';

interface PublicationNoticeProps {
  readonly text: string;
}

/** The notice for the bulletin board: copied as it is, or printed alone. */
export function PublicationNotice({ text }: PublicationNoticeProps) {
  const t = useMessages(publicationMessages);
  const say = useToast();
  const [failed, setFailed] = useState(false);
  const copy = () => {
    // Without https the browser offers no clipboard: the reader is told to copy by hand.
    const writing = navigator.clipboard?.writeText(text) ?? Promise.reject(new Error('no clipboard'));
    writing.then(
      () => {
        setFailed(false);
        say(t('copied'));
      },
      () => setFailed(true),
    );
  };
  return (
    <section className="panel stack stack--tight publication-notice">
      <div className="cluster cluster--spread no-print">
        <div>
          <h2>{t('noticeTitle')}</h2>
          <p className="publication-hint">{t('noticeHint')}</p>
        </div>
        <div className="cluster">
          <Button variant="secondary" size="small" onClick={copy}>
            {t('copy')}
          </Button>
          <Button variant="secondary" size="small" icon="print" onClick={printNoticeAlone}>
            {t('printNotice')}
          </Button>
        </div>
      </div>
      {failed && (
        <Notice tone="warning" live>
          {t('copyFailed')}
        </Notice>
      )}
      <pre lang="ko" tabIndex={0} aria-label={t('noticeTitle')}>
        {text}
      </pre>
    </section>
  );
}

/** The style sheet hides everything else while the mark is set. */
function printNoticeAlone(): void {
  const root = document.documentElement;
  root.dataset.print = 'notice';
  window.addEventListener('afterprint', () => delete root.dataset.print, { once: true });
  window.print();
}
