import { MAX_RECOUNTS_AT_ONCE } from '@ieum/domain';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '../../components/button';
import { Notice } from '../../components/notice';
import { useToast } from '../../components/toast';
import { useMessages } from '../../lib/language';
import { useProblemSentence } from '../../lib/problem-sentences';
import { useIdempotencyKey } from '../../lib/use-idempotency-key';
import { decideRecounts, type Decision, type Recount } from './api';
import { DecisionDialog } from './decision-dialog';
import { recountMessages } from './messages';

interface BulkDecisionProps {
  readonly chosen: readonly Recount[];
  /** every row on the page that can be chosen */
  readonly onSelectAll: () => void;
  readonly onClear: () => void;
}

/** Decides the chosen rows together: all of them or, when one is refused, none. */
export function BulkDecision({ chosen, onSelectAll, onClear }: BulkDecisionProps) {
  const t = useMessages(recountMessages);
  const say = useToast();
  const sentence = useProblemSentence();
  const client = useQueryClient();
  const key = useIdempotencyKey();
  const [outcome, setOutcome] = useState<Decision['outcome'] | null>(null);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const tooMany = chosen.length > MAX_RECOUNTS_AT_ONCE;

  const decide = async (decision: Decision) => {
    setBusy(true);
    setProblem(null);
    try {
      const { items } = await decideRecounts(decision, key.headersFor(decision));
      key.renew();
      say(t(decision.outcome === 'keep' ? 'doneKeep' : 'doneRecount', { count: items.length }));
      onClear();
    } catch (error) {
      setProblem(sentence(error));
    }
    setBusy(false);
    setOutcome(null);
    // Every figure may have changed: what is counted is what was decided.
    await client.invalidateQueries();
  };

  return (
    <div
      className="stack stack--tight no-print"
      role="group"
      aria-label={t('selected', { count: chosen.length })}
    >
      <div className="cluster">
        <span aria-live="polite">{t('selected', { count: chosen.length })}</span>
        <Button variant="text" size="small" onClick={onSelectAll}>
          {t('selectAll')}
        </Button>
        {chosen.length > 0 && (
          <>
            <Button size="small" icon="check" disabled={tooMany} onClick={() => setOutcome('recount')}>
              {t('recount')}
            </Button>
            <Button size="small" variant="secondary" disabled={tooMany} onClick={() => setOutcome('keep')}>
              {t('keep')}
            </Button>
            <Button variant="text" size="small" onClick={onClear}>
              {t('clearSelection')}
            </Button>
          </>
        )}
      </div>
      {tooMany && <Notice tone="warning" title={t('tooMany', { max: MAX_RECOUNTS_AT_ONCE })} />}
      {problem !== null && (
        <Notice tone="warning" live title={t('failed')}>
          {problem}
        </Notice>
      )}
      <DecisionDialog
        key={outcome ?? 'closed'}
        outcome={outcome}
        chosen={chosen}
        busy={busy}
        onClose={() => setOutcome(null)}
        onConfirm={(decision) => void decide(decision)}
      />
    </div>
  );
}
