import { useMutation, useQueryClient } from '@tanstack/react-query';
import { isRefusal, reviseTarget as reviseRule, stateAfterRevision } from '@ieum/domain';
import { useState } from 'react';
import { Button } from '../../components/button';
import { Dialog } from '../../components/dialog';
import { MoneyField } from '../../components/money-field';
import { Notice } from '../../components/notice';
import { TextArea } from '../../components/text-area';
import { useToast } from '../../components/toast';
import { CYCLES_KEY, type Cycle } from '../../lib/cycle-queries';
import { useMessages } from '../../lib/language';
import { showKrw } from '../../lib/money-format';
import { useProblemSentence } from '../../lib/problem-sentences';
import { refusalProblem } from '../../lib/refusal-problem';
import { useIdempotencyKey } from '../../lib/use-idempotency-key';
import { reviseTarget, type Target } from './api';
import { targetMessages } from './messages';
import { useSchemes } from './scheme-name';

interface ReviseDialogProps {
  readonly cycle: Cycle;
  /** null = closed */
  readonly target: Target | null;
  readonly onClose: () => void;
}

export function ReviseDialog({ target, ...rest }: ReviseDialogProps) {
  return target === null ? null : <OpenReviseDialog key={target.id} target={target} {...rest} />;
}

interface OpenProps extends ReviseDialogProps {
  readonly target: Target;
}

/** A new amount for a confirmed target, with the reason that the department and the history will show. */
function OpenReviseDialog({ cycle, target, onClose }: OpenProps) {
  const t = useMessages(targetMessages);
  const sentence = useProblemSentence();
  const say = useToast();
  const client = useQueryClient();
  const key = useIdempotencyKey();
  const { nameOf } = useSchemes(cycle);
  const [amountKrw, setAmount] = useState(target.targetKrw);
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const ruled = reviseRule(
    { state: target.state, amountKrw: target.targetKrw },
    { amountKrw, reason: reason.trim() },
  );
  const sending = useMutation({
    mutationFn: () => {
      const body = { targetKrw: amountKrw, reason: reason.trim().normalize('NFC') };
      return reviseTarget(target, body, key.headersFor(body));
    },
    onSuccess: () => {
      say(t('revised'));
      onClose();
    },
    onSettled: () => client.invalidateQueries({ queryKey: CYCLES_KEY }),
  });
  const refused = isRefusal(ruled) ? ruled : null;
  const reasonMissing = reason.trim() === '';
  const send = () => {
    setTried(true);
    if (refused === null && !reasonMissing) sending.mutate();
  };
  const failure = sending.error ?? (tried && refused && !reasonMissing ? refusalProblem(refused) : null);
  return (
    <Dialog
      open
      onClose={onClose}
      title={`${target.departmentName} · ${nameOf(target.schemeCode)} · ${t('reviseTitle')}`}
      actions={
        <Button onClick={send} busy={sending.isPending}>
          {t('revise')}
        </Button>
      }
    >
      <div className="stack stack--tight">
        {failure && (
          <Notice tone="danger" live>
            {sentence(failure)}
          </Notice>
        )}
        <p>
          {t('reviseFrom')}{' '}
          <strong>
            {target.targetKrw === null ? t('noTarget') : `${showKrw(target.targetKrw)} ${t('won')}`}
          </strong>
        </p>
        <MoneyField label={t('reviseTo')} hint={t('reviseToHint')} value={amountKrw} onChange={setAmount} />
        <TextArea
          label={t('reason')}
          required
          maxLength={500}
          value={reason}
          error={tried && reasonMissing ? t('reasonRequired') : undefined}
          onChange={(event) => setReason(event.target.value)}
        />
        {stateAfterRevision(cycle.state) === 'notified' && <p>{t('reviseNotified')}</p>}
      </div>
    </Dialog>
  );
}
