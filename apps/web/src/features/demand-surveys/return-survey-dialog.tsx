import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '../../components/button';
import { Dialog } from '../../components/dialog';
import { Notice } from '../../components/notice';
import { TextArea } from '../../components/text-area';
import { useToast } from '../../components/toast';
import { CYCLES_KEY } from '../../lib/cycle-queries';
import { useMessages } from '../../lib/language';
import { useProblemSentence } from '../../lib/problem-sentences';
import { returnSurvey, type SurveyRow } from './api';
import { surveyMessages } from './messages';

interface ReturnSurveyDialogProps {
  /** null = closed */
  readonly survey: Pick<SurveyRow, 'id' | 'departmentName'> | null;
  readonly onClose: () => void;
}

/** Sends an answer back; the department reads the reason above its form and in its notices. */
export function ReturnSurveyDialog({ survey, onClose }: ReturnSurveyDialogProps) {
  const t = useMessages(surveyMessages);
  const sentence = useProblemSentence();
  const say = useToast();
  const client = useQueryClient();
  const [reason, setReason] = useState('');
  const [missing, setMissing] = useState(false);
  const sending = useMutation({
    mutationFn: ({ id, why }: { readonly id: string; readonly why: string }) => returnSurvey(id, why),
    onSuccess: async (answer) => {
      await client.invalidateQueries({ queryKey: CYCLES_KEY });
      say(t('returnedToast', { name: answer.departmentName }));
      close();
    },
  });
  const close = () => {
    setReason('');
    setMissing(false);
    sending.reset();
    onClose();
  };
  const send = () => {
    const why = reason.trim().normalize('NFC');
    setMissing(why === '');
    if (survey !== null && why !== '') sending.mutate({ id: survey.id, why });
  };
  return (
    <Dialog
      open={survey !== null}
      onClose={close}
      title={t('returnTitle')}
      actions={
        <Button variant="danger" onClick={send} busy={sending.isPending}>
          {t('return')}
        </Button>
      }
    >
      <div className="stack stack--tight">
        {sending.error && (
          <Notice tone="danger" live>
            {sentence(sending.error)}
          </Notice>
        )}
        <p>{t('returnText', { name: survey?.departmentName ?? '' })}</p>
        <TextArea
          label={t('reason')}
          required
          maxLength={500}
          value={reason}
          error={missing ? t('reasonRequired') : undefined}
          onChange={(event) => {
            setReason(event.target.value);
            setMissing(false);
          }}
        />
      </div>
    </Dialog>
  );
}
