import { addDays, requestExtensionRefusal, type Day } from '@ieum/domain';
import { useQueryClient, type QueryKey } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../lib/api';
import { showDay, today } from '../lib/date-format';
import { useLanguage, useMessages } from '../lib/language';
import { useProblemSentence } from '../lib/problem-sentences';
import { requestWords } from '../lib/request-messages';
import { unwrap } from '../lib/unwrap';
import { Button } from './button';
import { DayField } from './day-field';
import { ConfirmDialog } from './dialog';
import { useToast } from './toast';

const USUAL_EXTENSION = 7;

interface ExtendButtonProps {
  readonly requestId: string;
  readonly answerBy: Day;
  readonly reloads: QueryKey;
}

/** Gives an enterprise more time to answer a request, also when the deadline has passed. */
export function ExtendButton({ requestId, answerBy, reloads }: ExtendButtonProps) {
  const t = useMessages(requestWords);
  const { language } = useLanguage();
  const say = useToast();
  const sentence = useProblemSentence();
  const queryClient = useQueryClient();
  const later = addDays(answerBy > today() ? answerBy : today(), USUAL_EXTENSION);
  const [open, setOpen] = useState(false);
  const [busy, setBusy] = useState(false);
  const [until, setUntil] = useState<Day | null>(later);
  const isWrong =
    until === null || requestExtensionRefusal({ state: 'sent', answerBy, today: today() }, until) !== null;
  const extend = async () => {
    if (until === null || isWrong) return;
    setBusy(true);
    try {
      const path = { id: requestId };
      await unwrap(
        api.POST('/api/v1/supplier-requests/{id}/extend', { params: { path }, body: { answerBy: until } }),
      );
      say(t('extended'));
    } catch (error) {
      say(sentence(error));
    }
    setBusy(false);
    setOpen(false);
    await queryClient.invalidateQueries({ queryKey: reloads });
  };
  return (
    <>
      <Button variant="secondary" onClick={() => setOpen(true)}>
        {t('extend')}
      </Button>
      <ConfirmDialog
        open={open}
        onClose={() => setOpen(false)}
        onConfirm={() => void extend()}
        title={t('extendTitle')}
        confirmLabel={t('extend')}
        busy={busy}
      >
        <div className="stack stack--tight">
          <p>{t('extendText', { day: showDay(answerBy, language) })}</p>
          <DayField
            label={t('newDeadline')}
            required
            min={today()}
            value={until}
            onChange={setUntil}
            error={isWrong ? t('laterNeeded') : undefined}
          />
        </div>
      </ConfirmDialog>
    </>
  );
}
