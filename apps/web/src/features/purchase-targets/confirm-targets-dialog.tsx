import { useMutation, useQueryClient } from '@tanstack/react-query';
import { confirmTargetsRefusal } from '@ieum/domain';
import { useState } from 'react';
import { Button } from '../../components/button';
import { Dialog } from '../../components/dialog';
import { Notice } from '../../components/notice';
import { TextArea } from '../../components/text-area';
import { useToast } from '../../components/toast';
import { CYCLES_KEY, type Cycle } from '../../lib/cycle-queries';
import { useMessages } from '../../lib/language';
import { showKrw } from '../../lib/money-format';
import { useProblemSentence } from '../../lib/problem-sentences';
import { confirmTargets, type Target } from './api';
import { targetMessages } from './messages';
import { useSchemes } from './scheme-name';
import { amountsOf, sumCheck, type DepartmentTargets } from './target-grid';

interface ConfirmTargetsDialogProps {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly cycle: Cycle;
  readonly rows: readonly DepartmentTargets[];
  readonly shown: (target: Target) => number | null;
}

/** Says beforehand which sums differ and asks for the reason that the server would ask for. */
export function ConfirmTargetsDialog({ open, onClose, cycle, rows, shown }: ConfirmTargetsDialogProps) {
  const t = useMessages(targetMessages);
  const sentence = useProblemSentence();
  const say = useToast();
  const client = useQueryClient();
  const { nameOf } = useSchemes(cycle);
  const [reason, setReason] = useState('');
  const [missing, setMissing] = useState(false);
  const differing = cycle.institutionTargets.flatMap(({ schemeCode, targetKrw }) => {
    const amounts = amountsOf(rows, schemeCode, shown);
    const check = sumCheck(targetKrw, amounts);
    if (check === null) return [];
    const refusal = confirmTargetsRefusal({
      scheme: schemeCode,
      institutionTargetKrw: check.institutionTargetKrw,
      departmentTargetsKrw: amounts,
      reason: null,
    });
    return refusal?.code === 'TARGET_SUM_MISMATCH' ? [{ schemeCode, check }] : [];
  });
  const sending = useMutation({
    mutationFn: () => confirmTargets(cycle.id, reason.trim() === '' ? null : reason.trim().normalize('NFC')),
    onSuccess: () => {
      say(t('confirmed'));
      onClose();
    },
    onSettled: () => client.invalidateQueries({ queryKey: CYCLES_KEY }),
  });
  const send = () => {
    const wanted = differing.length > 0 && reason.trim() === '';
    setMissing(wanted);
    if (!wanted) sending.mutate();
  };
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={t('confirm')}
      actions={
        <Button onClick={send} busy={sending.isPending}>
          {t('confirm')}
        </Button>
      }
    >
      <div className="stack stack--tight">
        {sending.error && (
          <Notice tone="danger" live>
            {sentence(sending.error)}
          </Notice>
        )}
        <p>{t('confirmText')}</p>
        {differing.length > 0 && (
          <>
            <Notice tone="warning" title={t('confirmMismatch')}>
              {differing.map(({ schemeCode, check }) => (
                <p key={schemeCode}>
                  {t('confirmMismatchLine', {
                    scheme: nameOf(schemeCode),
                    sum: showKrw(check.sumKrw),
                    target: showKrw(check.institutionTargetKrw),
                    difference: showKrw(check.differenceKrw),
                  })}
                </p>
              ))}
            </Notice>
            <TextArea
              label={t('confirmReason')}
              required
              maxLength={500}
              value={reason}
              error={missing ? t('reasonRequired') : undefined}
              onChange={(event) => {
                setReason(event.target.value);
                setMissing(false);
              }}
            />
          </>
        )}
      </div>
    </Dialog>
  );
}
