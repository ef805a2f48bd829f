import { supplierSurveyAnswerRefusal } from '@ieum/domain';
import { useQuery } from '@tanstack/react-query';
import { EmptyState } from '../../components/empty-state';
import { FactList } from '../../components/fact-list';
import { LoadFailed } from '../../components/load-failed';
import { PageHeader } from '../../components/page-header';
import { PageSkeleton } from '../../components/skeleton';
import { showDay } from '../../lib/date-format';
import { useLanguage, useMessages } from '../../lib/language';
import { AnswerForm } from './answer-form';
import { ownSurveysQuery, type SupplierSurvey } from './api';
import { surveyMessages } from './messages';
import { SurveyStateBadge } from './survey-state-badge';

/** The enterprise's side: what the centre asked, to be answered once. */
export default function OwnSurveysPage() {
  const t = useMessages(surveyMessages);
  const { data, error, refetch } = useQuery(ownSurveysQuery);
  return (
    <div className="stack">
      <PageHeader title={t('ownTitle')} description={t('ownLead')} />
      {error && <LoadFailed error={error} onRetry={() => void refetch()} />}
      {data === undefined && !error && <PageSkeleton label={t('loading')} />}
      {data?.items.length === 0 && (
        <EmptyState icon="survey" title={t('ownEmptyTitle')} text={t('ownEmptyText')} />
      )}
      {data?.items.map((survey) => (
        <OwnSurvey key={survey.id} survey={survey} />
      ))}
    </div>
  );
}

const ANY_ANSWER = { canSell: false, offers: null, capacity: null, obstacles: null };

function OwnSurvey({ survey }: { readonly survey: SupplierSurvey }) {
  const t = useMessages(surveyMessages);
  const { language } = useLanguage();
  const titleId = `survey-${survey.id}`;
  const isOpen = supplierSurveyAnswerRefusal(survey.state, ANY_ANSWER) === null;
  return (
    <section className="panel stack stack--tight" aria-labelledby={titleId}>
      <div className="cluster cluster--spread">
        <h2 id={titleId}>{t('ownOf', { year: String(survey.year) })}</h2>
        <SurveyStateBadge state={survey.state} />
      </div>
      {isOpen ? (
        <AnswerForm survey={survey} />
      ) : (
        <FactList
          facts={[
            { label: t('canSell'), value: t(survey.canSell === true ? 'canSellYes' : 'canSellNo') },
            { label: t('offers'), value: survey.offers },
            { label: t('capacity'), value: survey.capacity },
            { label: t('obstacles'), value: survey.obstacles },
            { label: t('answeredOn'), value: showDay(survey.answeredOn, language) },
          ]}
        />
      )}
    </section>
  );
}
