import { useQuery } from '@tanstack/react-query';
import { CycleChoice } from '../../components/cycle-choice';
import { EmptyState } from '../../components/empty-state';
import { LinkButton } from '../../components/link-button';
import { LoadFailed } from '../../components/load-failed';
import { PageHeader } from '../../components/page-header';
import { PageSkeleton } from '../../components/skeleton';
import { cycleWords } from '../../lib/cycle-messages';
import { useMessages } from '../../lib/language';
import { useMay } from '../../lib/session';
import { useCycleChoice } from '../../lib/use-cycle-choice';
import { surveysQuery } from './api';
import { surveyMessages } from './messages';
import { SurveyAnswer } from './survey-answer';
import { SurveyMonitor } from './survey-monitor';

/** A clerk comes to the own answer, everybody else to the monitor of all departments. */
export default function DemandSurveysPage() {
  const t = useMessages(surveyMessages);
  const words = useMessages(cycleWords);
  const may = useMay();
  const choice = useCycleChoice();
  const surveys = useQuery(surveysQuery(choice.cycle?.id ?? null));
  const answers = may('survey:answer');
  const cycle = choice.cycle;
  const error = choice.error ?? surveys.error;

  if (choice.loading || (cycle !== null && surveys.isPending && error === null))
    return <PageSkeleton label={t('title')} />;
  const year = String(cycle?.fiscalYear ?? '');
  const title = cycle === null ? t('title') : t(answers ? 'answerTitle' : 'monitorTitle', { year });
  const mine = answers ? surveys.data?.items[0] : undefined;
  return (
    <div className="stack">
      <PageHeader
        title={title}
        description={t(answers ? 'answerLead' : 'monitorLead')}
        actions={<CycleChoice choice={choice} />}
      />
      {error !== null && (
        <LoadFailed
          error={error}
          onRetry={() => {
            choice.retry();
            void surveys.refetch();
          }}
        />
      )}
      {error === null && choice.institutionMissing && <EmptyState title={words('chooseInstitution')} />}
      {error === null && !choice.institutionMissing && cycle === null && (
        <EmptyState
          icon="survey"
          title={t('noYear')}
          text={t(may('cycle:manage') ? 'noYearManager' : 'noYearClerk')}
          action={
            may('cycle:manage') && <LinkButton to="/purchase-targets/new-year">{t('openYear')}</LinkButton>
          }
        />
      )}
      {cycle !== null && surveys.data && !answers && <SurveyMonitor cycle={cycle} list={surveys.data} />}
      {cycle !== null && answers && surveys.data && mine === undefined && (
        <EmptyState icon="survey" title={t('noSurvey')} />
      )}
      {mine !== undefined && <SurveyAnswer key={mine.id} id={mine.id} />}
    </div>
  );
}
