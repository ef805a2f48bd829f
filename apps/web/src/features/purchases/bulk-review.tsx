import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '../../components/button';
import { Notice } from '../../components/notice';
import { ProgressBar } from '../../components/progress-bar';
import { ReasonDialog } from '../../components/reason-dialog';
import { useToast } from '../../components/toast';
import { useMessages } from '../../lib/language';
import { useProblemSentence } from '../../lib/problem-sentences';
import { etagOf } from '../../lib/unwrap';
import { actOnPurchase, PURCHASES_KEY, returnPurchase, type Purchase } from './api';
import { purchaseMessages } from './messages';
import './bulk-review.css';

interface BulkReviewProps {
  readonly chosen: readonly Purchase[];
  /** every row on the page that can be chosen */
  readonly onSelectAll: () => void;
  readonly onClear: () => void;
}

interface Progress {
  readonly done: number;
  readonly total: number;
}

/** Accepts or returns many rows one after the other; what is refused is named and stays chosen for another try. */
export function BulkReview({ chosen, onSelectAll, onClear }: BulkReviewProps) {
  const t = useMessages(purchaseMessages);
  const say = useToast();
  const sentence = useProblemSentence();
  const client = useQueryClient();
  const [progress, setProgress] = useState<Progress | null>(null);
  const [asking, setAsking] = useState(false);
  const [failed, setFailed] = useState<readonly string[]>([]);
  const waiting = chosen.filter((row) => row.state === 'submitted');

  const runAll = async (rows: readonly Purchase[], act: (row: Purchase) => Promise<Purchase>) => {
    const problems: string[] = [];
    setFailed([]);
    for (const [index, row] of rows.entries()) {
      setProgress({ done: index, total: rows.length });
      try {
        await act(row);
      } catch (error) {
        problems.push(`${row.item} (${row.supplierName}): ${sentence(error)}`);
      }
    }
    setProgress(null);
    setFailed(problems);
    await client.invalidateQueries({ queryKey: PURCHASES_KEY });
    if (problems.length === 0) onClear();
    return rows.length - problems.length;
  };

  const accept = async () => {
    if (waiting.length === 0) return setFailed([t('nothingToAccept')]);
    const count = await runAll(waiting, (row) => actOnPurchase(row.id, etagOf(row.version), 'accept'));
    if (count > 0) say(t('accepted', { count }));
  };
  const giveBack = async (reason: string) => {
    setAsking(false);
    const count = await runAll(chosen, (row) => returnPurchase(row.id, etagOf(row.version), reason));
    if (count > 0) say(t('returned', { count }));
  };

  return (
    <div className="bulk-review no-print" role="group" aria-label={t('selected', { count: chosen.length })}>
      <div className="cluster">
        <span aria-live="polite">{t('selected', { count: chosen.length })}</span>
        <Button variant="text" size="small" onClick={onSelectAll}>
          {t('selectAll')}
        </Button>
        {chosen.length > 0 && (
          <>
            <Button size="small" icon="check" busy={progress !== null} onClick={() => void accept()}>
              {t('acceptSelected')}
            </Button>
            <Button size="small" variant="secondary" busy={progress !== null} onClick={() => setAsking(true)}>
              {t('returnSelected')}
            </Button>
            <Button variant="text" size="small" onClick={onClear}>
              {t('clearSelection')}
            </Button>
          </>
        )}
      </div>
      {progress && <ProgressBar label={t('working')} done={progress.done} total={progress.total} />}
      {failed.length > 0 && (
        <Notice tone="warning" live title={t('notDone', { count: failed.length })}>
          <ul>
            {failed.map((text) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        </Notice>
      )}
      <ReasonDialog
        open={asking}
        onClose={() => setAsking(false)}
        title={t('returnTitle', { count: chosen.length })}
        text={t('returnText')}
        label={t('reason')}
        confirmLabel={t('returnConfirm')}
        missingText={t('reasonRequired')}
        onConfirm={(reason) => void giveBack(reason)}
      />
    </div>
  );
}
