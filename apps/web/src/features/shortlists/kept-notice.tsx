import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { Button } from '../../components/button';
import { Notice } from '../../components/notice';
import { useToast } from '../../components/toast';
import { emptyKept, useKeptShortlist } from '../../lib/kept-shortlist';
import { useMessages } from '../../lib/language';
import { useProblemSentence } from '../../lib/problem-sentences';
import { createShortlist, SHORTLISTS_KEY } from '../../lib/shortlist-queries';
import { useIdempotencyKey } from '../../lib/use-idempotency-key';
import { shortlistMessages } from './messages';

/** What was put aside before signing in, offered to be taken over: never taken without being asked. */
export function KeptNotice() {
  const t = useMessages(shortlistMessages);
  const sentence = useProblemSentence();
  const say = useToast();
  const navigate = useNavigate();
  const client = useQueryClient();
  const key = useIdempotencyKey();
  const kept = useKeptShortlist();
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<unknown>(null);
  if (kept.length === 0) return null;

  const takeOver = async () => {
    setBusy(true);
    setFault(null);
    const entries = kept.map(({ supplierId, catalogueItemId }) => ({ supplierId, catalogueItemId }));
    const body = { title: t('keptName'), entries };
    try {
      const made = await createShortlist(body, key.headersFor(body));
      emptyKept();
      const gone = entries.length - made.entryCount;
      say(
        gone === 0
          ? t('takenOver', { count: made.entryCount, title: made.title })
          : t('takenOverLess', { count: made.entryCount, gone }),
      );
      await client.invalidateQueries({ queryKey: SHORTLISTS_KEY });
      void navigate(`/shortlists/${made.id}`);
    } catch (error) {
      setFault(error);
      setBusy(false);
    }
  };
  return (
    <Notice
      title={t('keptTitle', { count: kept.length })}
      action={
        <span className="cluster">
          <Button size="small" busy={busy} onClick={() => void takeOver()}>
            {t('takeOver')}
          </Button>
          <Button size="small" variant="text" onClick={emptyKept}>
            {t('discard')}
          </Button>
        </span>
      }
    >
      <p>{t('keptText')}</p>
      <p>{kept.map((one) => one.itemName ?? one.supplierName).join(', ')}</p>
      {fault !== null && <p role="alert">{sentence(fault)}</p>}
    </Notice>
  );
}
