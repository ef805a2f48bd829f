import { useQuery } from '@tanstack/react-query';
import { surveyActionRefusal } from '@ieum/domain';
import { LoadFailed } from '../../components/load-failed';
import { Notice } from '../../components/notice';
import { PageSkeleton } from '../../components/skeleton';
import { showDay, today } from '../../lib/date-format';
import { useLanguage, useMessages } from '../../lib/language';
import { useProblemSentence } from '../../lib/problem-sentences';
import { refusalProblem } from '../../lib/refusal-problem';
import { useMay } from '../../lib/session';
import { surveyQuery, type Survey } from './api';
import { surveyMessages } from './messages';
import { SurveyAnswerForm } from './survey-answer-form';
import { SurveyAnswerView } from './survey-answer-view';
import { SurveyReview } from './survey-review';
import { SurveyStateBadge } from './survey-state-badge';

/** The answer of one department: to be written by its clerk, to be read and reviewed by the manager. */
export function SurveyAnswer({ id }: { readonly id: string }) {
  const t = useMessages(surveyMessages);
  const sentence = useProblemSentence();
  const may = useMay();
  const { data, error, refetch } = useQuery(surveyQuery(id));
  if (error && data === undefined) return <LoadFailed error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <PageSkeleton label={t('title')} />;
  const survey = data.data;
  const refusal = surveyActionRefusal(survey, 'save');
  const writes = may('survey:answer') && refusal === null;
  const submitted = survey.state === 'submitted' || survey.state === 'accepted';
  return (
    <div className="stack">
      <SurveyStanding survey={survey} />
      {survey.state === 'returned' && (
        <Notice tone="warning" title={t('returnedBecause')}>
          {survey.returnReason}
        </Notice>
      )}
      {may('survey:answer') && refusal !== null && (
        <Notice title={t('readOnly')}>
          {submitted ? t('readOnlySubmitted') : sentence(refusalProblem(refusal))}
        </Notice>
      )}
      {may('survey:review') && <SurveyReview survey={survey} />}
      {writes ? (
        <SurveyAnswerForm key={`${survey.id}:${survey.state}`} survey={survey} etag={data.etag ?? ''} />
      ) : (
        <SurveyAnswerView survey={survey} />
      )}
    </div>
  );
}

function SurveyStanding({ survey }: { readonly survey: Survey }) {
  const t = useMessages(surveyMessages);
  const { language } = useLanguage();
  const due = survey.surveyDueOn;
  const overdue = due !== null && survey.cycleState === 'survey_open' && today() > due;
  return (
    <div className="cluster">
      <SurveyStateBadge state={survey.state} />
      <span>{due === null ? t('dueNone') : t('due', { day: showDay(due, language) })}</span>
      {overdue && (survey.state === 'draft' || survey.state === 'returned') && (
        <strong>{t('overdue')}</strong>
      )}
    </div>
  );
}
