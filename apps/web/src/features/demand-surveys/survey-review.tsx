import { useMutation, useQueryClient } from '@tanstack/react-query';
import { surveyActionRefusal } from '@ieum/domain';
import { useState } from 'react';
import { Button } from '../../components/button';
import { Notice } from '../../components/notice';
import { useToast } from '../../components/toast';
import { CYCLES_KEY } from '../../lib/cycle-queries';
import { useMessages } from '../../lib/language';
import { useProblemSentence } from '../../lib/problem-sentences';
import { acceptSurvey, type SurveyRow } from './api';
import { surveyMessages } from './messages';
import { ReturnSurveyDialog } from './return-survey-dialog';

/** Accept or return, as far as the state allows; nothing is shown when neither is possible. */
export function SurveyReview({ survey }: { readonly survey: SurveyRow }) {
  const t = useMessages(surveyMessages);
  const sentence = useProblemSentence();
  const say = useToast();
  const client = useQueryClient();
  const [returning, setReturning] = useState(false);
  const accepting = useMutation({
    mutationFn: () => acceptSurvey(survey.id),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: CYCLES_KEY });
      say(t('acceptedToast', { name: survey.departmentName }));
    },
  });
  const acceptable = surveyActionRefusal(survey, 'accept') === null;
  // The reason is asked for in the dialog; here only the state decides.
  const returnable = surveyActionRefusal({ ...survey, reason: '-' }, 'return') === null;
  if (!acceptable && !returnable) return null;
  return (
    <div className="stack stack--tight no-print">
      {accepting.error && (
        <Notice tone="danger" live>
          {sentence(accepting.error)}
        </Notice>
      )}
      <div className="cluster">
        {acceptable && (
          <Button icon="check" busy={accepting.isPending} onClick={() => accepting.mutate()}>
            {t('accept')}
          </Button>
        )}
        {returnable && (
          <Button variant="secondary" onClick={() => setReturning(true)}>
            {t('return')}
          </Button>
        )}
      </div>
      <ReturnSurveyDialog survey={returning ? survey : null} onClose={() => setReturning(false)} />
    </div>
  );
}
