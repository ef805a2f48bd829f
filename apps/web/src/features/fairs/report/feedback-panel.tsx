import { feedbackRefusal } from '@ieum/domain';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '../../../components/button';
import { Notice } from '../../../components/notice';
import { RadioGroup } from '../../../components/radio-group';
import { SelectField } from '../../../components/select-field';
import { TextArea } from '../../../components/text-area';
import { useToast } from '../../../components/toast';
import { today } from '../../../lib/date-format';
import { useMessages } from '../../../lib/language';
import { useProblemSentence } from '../../../lib/problem-sentences';
import { fairReportQuery, type FairDetail } from '../api';
import { giveDeskFeedback, giveExhibitorFeedback } from '../fair-changes';
import { deskName } from '../fair-texts';
import { useOwnDesks } from '../own-desks';
import { reportMessages } from './report-messages';

const SCORES = [5, 4, 3, 2, 1] as const;
const MAX_COMMENT = 1000;

/** Whoever consulted or exhibited says how it was; the last answer counts. */
export function FeedbackPanel({ fair }: { readonly fair: FairDetail }) {
  const { desks } = useOwnDesks(fair);
  const { ownExhibitorId } = fair;
  if (feedbackRefusal(fair, true, today()) !== null) return null;
  if (ownExhibitorId !== null)
    return (
      <FeedbackForm
        fairId={fair.id}
        choices={[{ value: ownExhibitorId, label: '' }]}
        give={(id, body) => giveExhibitorFeedback(fair.id, id, body)}
      />
    );
  if (!fair.stands.includes('desk') || desks.length === 0) return null;
  return (
    <FeedbackForm
      fairId={fair.id}
      choices={desks.map((desk) => ({ value: desk.id, label: deskName(desk) }))}
      give={(id, body) => giveDeskFeedback(fair.id, id, body)}
    />
  );
}

interface FeedbackFormProps {
  readonly fairId: string;
  readonly choices: readonly { readonly value: string; readonly label: string }[];
  readonly give: (id: string, body: { score: number; comment: string | null }) => Promise<unknown>;
}

function FeedbackForm({ fairId, choices, give }: FeedbackFormProps) {
  const t = useMessages(reportMessages);
  const say = useToast();
  const sentence = useProblemSentence();
  const client = useQueryClient();
  const [chosen, setChosen] = useState(choices[0]?.value ?? '');
  const [score, setScore] = useState<string | null>(null);
  const [comment, setComment] = useState('');
  const [busy, setBusy] = useState(false);
  const [tried, setTried] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const send = async () => {
    setTried(true);
    if (score === null) return;
    setBusy(true);
    setFailure(null);
    try {
      const text = comment.trim().normalize('NFC');
      await give(chosen, { score: Number(score), comment: text === '' ? null : text });
      say(t('feedbackSaved'));
      await client.invalidateQueries(fairReportQuery(fairId));
    } catch (error) {
      setFailure(error);
    }
    setBusy(false);
  };
  return (
    <section className="panel stack stack--tight no-print" aria-labelledby="fair-feedback">
      <h2 id="fair-feedback">{t('feedback')}</h2>
      <p>{t('feedbackText')}</p>
      {failure !== null && (
        <Notice tone="danger" live>
          {sentence(failure)}
        </Notice>
      )}
      {choices.length > 1 && (
        <SelectField
          label={t('feedbackFor')}
          emptyLabel={null}
          value={chosen}
          onChange={(event) => setChosen(event.target.value)}
          options={choices}
        />
      )}
      <RadioGroup
        name="fair-score"
        label={t('score')}
        required
        inline
        value={score}
        onChange={setScore}
        options={SCORES.map((value) => ({ value: String(value), label: t(`score_${value}`) }))}
        error={tried && score === null ? t('feedbackMissing') : undefined}
      />
      <TextArea
        label={t('comment')}
        maxLength={MAX_COMMENT}
        value={comment}
        onChange={(event) => setComment(event.target.value)}
      />
      <div>
        <Button variant="secondary" busy={busy} onClick={() => void send()}>
          {t('feedback')}
        </Button>
      </div>
    </section>
  );
}
