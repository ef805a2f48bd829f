import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '../../components/button';
import { ConfirmDialog } from '../../components/dialog';
import { LinkButton } from '../../components/link-button';
import { Notice } from '../../components/notice';
import { PrintButton } from '../../components/print-button';
import { TextArea } from '../../components/text-area';
import { useToast } from '../../components/toast';
import { CYCLES_KEY, stepCycle, type Cycle } from '../../lib/cycle-queries';
import { useMessages } from '../../lib/language';
import { useProblemSentence } from '../../lib/problem-sentences';
import { reopenYear, type Target } from './api';
import { ConfirmTargetsDialog } from './confirm-targets-dialog';
import { InstitutionTargetsDialog } from './institution-targets-dialog';
import { targetMessages } from './messages';
import { ProposeDialog } from './propose-dialog';
import type { DepartmentTargets } from './target-grid';

type Asked = 'propose' | 'confirm' | 'notify' | 'start-reporting' | 'close' | 'reopen' | 'institution';

interface CycleActionsProps {
  readonly cycle: Cycle;
  readonly rows: readonly DepartmentTargets[];
  readonly shown: (target: Target) => number | null;
}

/** What the manager may do next, as the state of the year allows it. */
export function CycleActions({ cycle, rows, shown }: CycleActionsProps) {
  const t = useMessages(targetMessages);
  const sentence = useProblemSentence();
  const say = useToast();
  const client = useQueryClient();
  const [asked, setAsked] = useState<Asked | null>(null);
  const [reason, setReason] = useState('');
  const close = () => setAsked(null);
  const step = useMutation({
    mutationFn: (wanted: Asked) => {
      if (wanted === 'reopen') return reopenYear(cycle.id, reason.trim().normalize('NFC'));
      if (wanted === 'notify' || wanted === 'start-reporting' || wanted === 'close')
        return stepCycle(cycle.id, wanted);
      return Promise.resolve(cycle);
    },
    onSuccess: (_, wanted) => {
      if (wanted === 'notify') say(t('notified'));
      if (wanted === 'start-reporting') say(t('started'));
      if (wanted === 'close') say(t('yearClosed'));
      if (wanted === 'reopen') say(t('reopened'));
      close();
    },
    onSettled: () => client.invalidateQueries({ queryKey: CYCLES_KEY }),
  });
  const proposing = cycle.state === 'survey_open' || cycle.state === 'survey_closed';
  const texts = {
    notify: [t('notify'), t('notifyText')],
    'start-reporting': [t('startReporting'), t('startText')],
    close: [t('closeYear'), t('closeText')],
    reopen: [t('reopen'), ''],
  } as const;
  const plain = asked === 'propose' || asked === 'confirm' || asked === 'institution' ? null : asked;
  const shownText = plain === null ? null : texts[plain];
  const next = cycle.nextActions;
  return (
    <div className="cluster no-print">
      {cycle.state === 'survey_open' && (
        <LinkButton to={`/demand-surveys?fiscalYear=${cycle.fiscalYear}`} variant="secondary" size="small">
          {t('toSurvey')}
        </LinkButton>
      )}
      {proposing && (
        <Button
          size="small"
          variant={rows.length === 0 ? 'primary' : 'secondary'}
          onClick={() => setAsked('propose')}
        >
          {t('propose')}
        </Button>
      )}
      {next.includes('confirm') && rows.length > 0 && (
        <Button size="small" onClick={() => setAsked('confirm')}>
          {t('confirm')}
        </Button>
      )}
      {next.includes('notify') && (
        <Button size="small" onClick={() => setAsked('notify')}>
          {t('notify')}
        </Button>
      )}
      {next.includes('start_reporting') && (
        <Button size="small" onClick={() => setAsked('start-reporting')}>
          {t('startReporting')}
        </Button>
      )}
      {next.includes('close') && (
        <Button size="small" variant="secondary" onClick={() => setAsked('close')}>
          {t('closeYear')}
        </Button>
      )}
      {next.includes('reopen') && (
        <Button size="small" variant="secondary" onClick={() => setAsked('reopen')}>
          {t('reopen')}
        </Button>
      )}
      {cycle.state !== 'closed' && (
        <Button size="small" variant="secondary" onClick={() => setAsked('institution')}>
          {t('editInstitution')}
        </Button>
      )}
      <PrintButton />
      <ProposeDialog open={asked === 'propose'} onClose={close} cycleId={cycle.id} />
      <ConfirmTargetsDialog open={asked === 'confirm'} onClose={close} {...{ cycle, rows, shown }} />
      {asked === 'institution' && <InstitutionTargetsDialog cycle={cycle} onClose={close} />}
      <ConfirmDialog
        open={plain !== null}
        onClose={close}
        busy={step.isPending}
        title={shownText?.[0] ?? ''}
        confirmLabel={shownText?.[0] ?? ''}
        onConfirm={() => plain !== null && (plain !== 'reopen' || reason.trim() !== '') && step.mutate(plain)}
      >
        <div className="stack stack--tight">
          {step.error && (
            <Notice tone="danger" live>
              {sentence(step.error)}
            </Notice>
          )}
          <p>{shownText?.[1]}</p>
          {plain === 'reopen' && (
            <TextArea
              label={t('reason')}
              required
              maxLength={500}
              value={reason}
              onChange={(event) => setReason(event.target.value)}
            />
          )}
        </div>
      </ConfirmDialog>
    </div>
  );
}
