import { addDays, requestDeadlineRefusal, type Day } from '@ieum/domain';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '../../components/button';
import { CheckList } from '../../components/check-list';
import { DayField } from '../../components/day-field';
import { Dialog } from '../../components/dialog';
import { Notice } from '../../components/notice';
import { TextArea } from '../../components/text-area';
import { TextField } from '../../components/text-field';
import { useToast } from '../../components/toast';
import { today } from '../../lib/date-format';
import { useMessages } from '../../lib/language';
import { useProblemSentence } from '../../lib/problem-sentences';
import { useDraft } from '../../lib/use-draft';
import { useIdempotencyKey } from '../../lib/use-idempotency-key';
import { askCandidates, MATCHES_KEY, type Candidate, type MatchDetail } from './api';
import { matchMessages } from './messages';

const USUAL_DAYS = 7;

interface Question {
  readonly candidateIds: readonly string[];
  readonly title: string;
  readonly message: string;
  readonly answerBy: Day | null;
}

interface AskDialogProps {
  readonly match: MatchDetail;
  readonly askable: readonly Candidate[];
  readonly onClose: () => void;
}

/** One request to each chosen candidate, with a last day to answer. What is typed is kept until it is sent. */
export function AskDialog({ match, askable, onClose }: AskDialogProps) {
  const t = useMessages(matchMessages);
  const say = useToast();
  const sentence = useProblemSentence();
  const queryClient = useQueryClient();
  const idempotency = useIdempotencyKey();
  const draft = useDraft<Question>(`match:ask:${match.id}`, isQuestion);
  const [asked, setAsked] = useState<Question>(
    () =>
      draft.kept ?? {
        candidateIds: askable.map((one) => one.id),
        title: match.title.slice(0, 100),
        message: '',
        answerBy: addDays(today(), USUAL_DAYS),
      },
  );
  const [tried, setTried] = useState(false);
  const [fault, setFault] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const change = (patch: Partial<Question>) => {
    const next = { ...asked, ...patch };
    setAsked(next);
    draft.keep(next);
  };
  const chosen = asked.candidateIds.filter((id) => askable.some((one) => one.id === id));
  const { answerBy } = asked;
  const isPast = answerBy === null || requestDeadlineRefusal(answerBy, today()) !== null;
  const lacks = (text: string) => tried && text.trim() === '';
  const send = async () => {
    setTried(true);
    const isBlank = asked.title.trim() === '' || asked.message.trim() === '';
    if (isBlank || isPast || chosen.length === 0) return;
    const body = { candidateIds: chosen, title: asked.title, message: asked.message, answerBy };
    setBusy(true);
    try {
      await askCandidates(match.id, body, idempotency.headersFor(body));
      draft.clear();
      say(t('sent', { count: chosen.length }));
      onClose();
    } catch (error) {
      setFault(sentence(error));
    }
    setBusy(false);
    await queryClient.invalidateQueries({ queryKey: MATCHES_KEY });
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('askTitle')}
      wide
      actions={
        <>
          <Button busy={busy} onClick={() => void send()}>
            {t('send')}
          </Button>
          <Button variant="secondary" onClick={onClose}>
            {t('cancel')}
          </Button>
        </>
      }
    >
      <div className="stack stack--tight">
        {fault !== null && (
          <Notice tone="danger" live>
            {fault}
          </Notice>
        )}
        <CheckList
          label={t('askWhom')}
          value={chosen}
          onChange={(candidateIds) => change({ candidateIds })}
          error={tried && chosen.length === 0 ? t('askWhomMissing') : undefined}
          options={askable.map((one) => ({ value: one.id, label: one.supplierName }))}
        />
        <TextField
          label={t('titleField')}
          required
          maxLength={100}
          autoComplete="off"
          value={asked.title}
          onChange={(event) => change({ title: event.target.value })}
          error={lacks(asked.title) ? t('titleMissing') : undefined}
        />
        <TextArea
          label={t('message')}
          hint={t('noteHint')}
          required
          rows={5}
          maxLength={2000}
          value={asked.message}
          onChange={(event) => change({ message: event.target.value })}
          error={lacks(asked.message) ? t('messageMissing') : undefined}
        />
        <DayField
          label={t('answerBy')}
          required
          min={today()}
          value={answerBy}
          onChange={(day) => change({ answerBy: day })}
          error={tried && isPast ? t('answerByWrong') : undefined}
        />
      </div>
    </Dialog>
  );
}

function isQuestion(value: unknown): value is Question {
  return (
    typeof value === 'object' &&
    value !== null &&
    'candidateIds' in value &&
    Array.isArray(value.candidateIds) &&
    'title' in value &&
    typeof value.title === 'string' &&
    'message' in value &&
    typeof value.message === 'string' &&
    'answerBy' in value
  );
}
