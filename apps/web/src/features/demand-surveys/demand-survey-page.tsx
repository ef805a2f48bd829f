import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { PageHeader } from '../../components/page-header';
import { useMessages } from '../../lib/language';
import { useMay } from '../../lib/session';
import { surveyQuery } from './api';
import { surveyMessages } from './messages';
import { SurveyAnswer } from './survey-answer';

/** One department's answer by its address, as a notice or the monitor links to it. */
export default function DemandSurveyPage() {
  const t = useMessages(surveyMessages);
  const may = useMay();
  const { id = '' } = useParams();
  const { data } = useQuery(surveyQuery(id));
  const survey = data?.data;
  const list = `/demand-surveys${survey === undefined ? '' : `?fiscalYear=${survey.fiscalYear}`}`;
  return (
    <div className="stack">
      <PageHeader
        title={survey === undefined ? t('title') : t('answerTitle', { year: String(survey.fiscalYear) })}
        crumbs={may('survey:answer') ? [] : [{ label: t('toMonitor'), to: list }]}
        description={survey?.departmentName}
      />
      <SurveyAnswer key={id} id={id} />
    </div>
  );
}
