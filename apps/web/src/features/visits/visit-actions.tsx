import type { VisitAction } from '@ieum/domain';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '../../components/button';
import { ReasonDialog } from '../../components/reason-dialog';
import { useToast } from '../../components/toast';
import { WithdrawButton } from '../../components/withdraw-button';
import { useMessages } from '../../lib/language';
import { useProblemSentence } from '../../lib/problem-sentences';
import { cancelVisit, followUpVisit, undoVisit, VISITS_KEY, type Visit } from './api';
import { visitMessages } from './messages';
import { OutcomeDialog } from './outcome-dialog';

type Asking = 'finish' | 'edit' | 'follow_up' | 'cancel' | null;

interface VisitActionsProps {
  readonly visit: Visit;
  /** which steps the rules allow from here */
  readonly can: (action: VisitAction) => boolean;
  readonly mayChange: boolean;
}

/** The steps that are possible now, the main one first. */
export function VisitActions({ visit, can, mayChange }: VisitActionsProps) {
  const t = useMessages(visitMessages);
  const [asking, setAsking] = useState<Asking>(null);
  const close = () => setAsking(null);
  return (
    <div className="cluster no-print">
      {can('done') && <Button onClick={() => setAsking('finish')}>{t('finish')}</Button>}
      {can('follow_up') && <Button onClick={() => setAsking('follow_up')}>{t('followUp')}</Button>}
      {mayChange && (
        <Button variant="secondary" icon="edit" onClick={() => setAsking('edit')}>
          {t('edit')}
        </Button>
      )}
      {can('cancel') && (
        <Button variant="secondary" onClick={() => setAsking('cancel')}>
          {t('cancel')}
        </Button>
      )}
      {can('undo') && (
        <WithdrawButton
          label={t('undo')}
          title={t('undoTitle')}
          text={t('undoText')}
          done={t('undone')}
          size="medium"
          withdraw={() => undoVisit(visit.id)}
          reloads={VISITS_KEY}
        />
      )}
      {(asking === 'finish' || asking === 'edit') && (
        <OutcomeDialog key={asking} visit={visit} isFinish={asking === 'finish'} onClose={close} />
      )}
      <StepDialog visit={visit} step={asking} onClose={close} />
    </div>
  );
}

interface StepDialogProps {
  readonly visit: Visit;
  readonly step: Asking;
  readonly onClose: () => void;
}

/** What the follow-up brought, or why the visit does not take place. */
function StepDialog({ visit, step, onClose }: StepDialogProps) {
  const t = useMessages(visitMessages);
  const say = useToast();
  const sentence = useProblemSentence();
  const queryClient = useQueryClient();
  const [busy, setBusy] = useState(false);
  const take = async (work: () => Promise<unknown>, done: string) => {
    setBusy(true);
    try {
      await work();
      say(done);
      onClose();
    } catch (error) {
      say(sentence(error));
    }
    setBusy(false);
    await queryClient.invalidateQueries({ queryKey: VISITS_KEY });
  };
  return (
    <>
      <ReasonDialog
        open={step === 'follow_up'}
        onClose={onClose}
        onConfirm={(note) =>
          void take(() => followUpVisit(visit.id, note === '' ? null : note), t('followedUp'))
        }
        title={t('followUpTitle')}
        text={t('followUpText')}
        label={t('followUpLabel')}
        confirmLabel={t('followUp')}
        missingText={t('reasonMissing')}
        required={false}
        busy={busy}
      />
      <ReasonDialog
        open={step === 'cancel'}
        onClose={onClose}
        onConfirm={(reason) => void take(() => cancelVisit(visit.id, reason), t('cancelled'))}
        title={t('cancelTitle')}
        text={t('cancelText')}
        label={t('cancelReason')}
        confirmLabel={t('cancel')}
        missingText={t('reasonMissing')}
        danger
        busy={busy}
      />
    </>
  );
}
