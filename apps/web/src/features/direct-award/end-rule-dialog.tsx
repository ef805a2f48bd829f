import type { Day } from '@ieum/domain';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { DayField } from '../../components/day-field';
import { ConfirmDialog } from '../../components/dialog';
import { Notice } from '../../components/notice';
import { TextArea } from '../../components/text-area';
import { useToast } from '../../components/toast';
import { DIRECT_AWARD_KEY } from '../../lib/direct-award-queries';
import { useMessages } from '../../lib/language';
import { useProblemSentence } from '../../lib/problem-sentences';
import { endRule, type AwardRule } from './api';
import { refusalOf, valuesOf } from './award-rule-values';
import { awardRuleMessages } from './messages';

interface EndRuleDialogProps {
  readonly rule: AwardRule;
  readonly rules: readonly AwardRule[];
  readonly onClose: () => void;
}

/** The last day of a rule; the next one is added beside it. */
export function EndRuleDialog({ rule, rules, onClose }: EndRuleDialogProps) {
  const t = useMessages(awardRuleMessages);
  const sentence = useProblemSentence();
  const say = useToast();
  const client = useQueryClient();
  const [lastDay, setLastDay] = useState<Day | null>(rule.validTo);
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<unknown>(null);
  const refused = refusalOf({ ...valuesOf(rule), validTo: lastDay }, rules, rule.id);
  const dayFault = lastDay === null ? t('dayRequired') : refused === null ? undefined : t('error_validTo');

  const confirm = async () => {
    setTried(true);
    if (lastDay === null || dayFault !== undefined || reason.trim() === '') return;
    setBusy(true);
    setFault(null);
    try {
      await endRule(rule, { validTo: lastDay, reason: reason.trim().normalize('NFC') });
      say(t('ended'));
      await client.invalidateQueries({ queryKey: DIRECT_AWARD_KEY });
      onClose();
    } catch (error) {
      await client.invalidateQueries({ queryKey: DIRECT_AWARD_KEY });
      setFault(error);
      setBusy(false);
    }
  };
  return (
    <ConfirmDialog
      open
      onClose={onClose}
      onConfirm={() => void confirm()}
      title={t('endTitle')}
      confirmLabel={t('end')}
      busy={busy}
    >
      <div className="stack stack--tight">
        <p>{t('endText')}</p>
        {fault !== null && (
          <Notice tone="danger" live>
            {sentence(fault)}
          </Notice>
        )}
        <DayField
          label={t('lastDay')}
          required
          value={lastDay}
          error={tried ? dayFault : undefined}
          onChange={setLastDay}
        />
        <TextArea
          label={t('reason')}
          required
          maxLength={500}
          value={reason}
          error={tried && reason.trim() === '' ? t('reasonRequired') : undefined}
          onChange={(event) => setReason(event.target.value)}
        />
      </div>
    </ConfirmDialog>
  );
}
