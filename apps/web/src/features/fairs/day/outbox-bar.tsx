import { Button } from '../../../components/button';
import { Notice } from '../../../components/notice';
import { StateBadge } from '../../../components/state-badge';
import { useMessages } from '../../../lib/language';
import { ProblemError } from '../../../lib/problem-error';
import { useProblemSentence } from '../../../lib/problem-sentences';
import { dayMessages } from './day-messages';
import type { OutboxEntry } from './outbox-entry';
import './outbox-bar.css';
import { useOutbox } from './use-outbox';

/** On every page while something done at a fair is not with the server yet: nothing is sent in silence or lost in silence. */
export function OutboxBar() {
  const t = useMessages(dayMessages);
  const { outbox, view } = useOutbox();
  const { waiting, refused, line, isKept } = view;
  const count = waiting.length;
  if (count === 0 && refused.length === 0) return null;
  return (
    <div className="outbox-bar no-print">
      {count > 0 && line === 'free' && (
        <p role="status">
          <StateBadge tone="information" label={t('waitingCount', { count })} />
        </p>
      )}
      {count > 0 && line === 'broken' && (
        <Notice
          tone="warning"
          live
          action={
            <Button variant="secondary" size="small" onClick={() => outbox.wake()}>
              {t('sendNow')}
            </Button>
          }
        >
          <strong>{t('broken')}</strong> {t('waitingCount', { count })}
        </Notice>
      )}
      {count > 0 && line === 'signed_out' && (
        <Notice tone="warning" live title={t('signedOut')}>
          {t('signedOutText', { count })}
        </Notice>
      )}
      {!isKept && count > 0 && (
        <Notice tone="danger" live>
          {t('notKept')}
        </Notice>
      )}
      {refused.map((entry) => (
        <RefusedEntry key={entry.key} entry={entry} onSeen={() => outbox.dismiss(entry.key)} />
      ))}
    </div>
  );
}

interface RefusedEntryProps {
  readonly entry: OutboxEntry;
  readonly onSeen: () => void;
}

function RefusedEntry({ entry, onSeen }: RefusedEntryProps) {
  const t = useMessages(dayMessages);
  const sentence = useProblemSentence();
  const { about, work, refusal } = entry;
  const problem = new ProblemError({
    status: refusal?.status ?? 0,
    code: refusal?.code ?? '',
    detail: '',
    errors: [],
    requestId: null,
    details: {},
  });
  return (
    <Notice
      tone="danger"
      live
      title={t('refused', { about, work: t(`work_${work.kind}`) })}
      action={
        <Button variant="secondary" size="small" onClick={onSeen}>
          {t('seen')}
        </Button>
      }
    >
      {sentence(problem)}
    </Notice>
  );
}
