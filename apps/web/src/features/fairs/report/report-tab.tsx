import { useQuery } from '@tanstack/react-query';
import { LoadFailed } from '../../../components/load-failed';
import { PrintButton } from '../../../components/print-button';
import { PageSkeleton } from '../../../components/skeleton';
import { StatCard } from '../../../components/stat-card';
import { useMessages } from '../../../lib/language';
import { showKrw } from '../../../lib/money-format';
import { useMay } from '../../../lib/session';
import { fairReportQuery, type FairReport } from '../api';
import type { FairTabProps } from '../fair-tabs';
import { fairWords } from '../messages';
import { FeedbackPanel } from './feedback-panel';
import { reportMessages } from './report-messages';

/** What the fair came to; every figure says how it is counted, and leads to its rows. */
export function ReportTab({ fair }: FairTabProps) {
  const t = useMessages(reportMessages);
  const word = useMessages(fairWords);
  const { data: report, error, refetch } = useQuery(fairReportQuery(fair.id));
  if (error) return <LoadFailed error={error} onRetry={() => void refetch()} />;
  if (report === undefined) return <PageSkeleton label={word('loading')} />;
  return (
    <div className="stack">
      <section className="panel stack stack--tight" aria-labelledby="fair-report">
        <div className="cluster cluster--spread">
          <h2 id="fair-report">{t('title')}</h2>
          <PrintButton />
        </div>
        <Figures report={report} />
      </section>
      <FeedbackPanel fair={fair} />
    </div>
  );
}

function Figures({ report }: { readonly report: FairReport }) {
  const t = useMessages(reportMessages);
  const may = useMay();
  const at = `/fairs/${report.fairId}?tab=`;
  const { contracts } = report;
  const contractRows = may('contract:read') ? { to: `/contracts?fairId=${report.fairId}` } : {};
  return (
    <div className="card-grid">
      <StatCard
        label={t('enterprises')}
        value={showKrw(report.enterprises.value)}
        unit={t('companies')}
        formula={t('enterprisesFormula')}
        to={`${at}exhibitors`}
        note={<RecordedNote figure={report.enterprises} />}
      />
      <StatCard
        label={t('desks')}
        value={showKrw(report.desks.value)}
        unit={t('places')}
        formula={t('desksFormula')}
        to={`${at}desks`}
        note={<RecordedNote figure={report.desks} />}
      />
      <StatCard
        label={t('consultations')}
        value={showKrw(report.consultations.value)}
        unit={t('pieces')}
        formula={t('consultationsFormula')}
        to={`${at}timetable`}
        note={<RecordedNote figure={report.consultations} />}
      />
      <StatCard
        label={t('visitors')}
        value={showKrw(report.visitors)}
        {...(report.visitors === null ? {} : { unit: t('people') })}
        formula={t('visitorsFormula')}
      />
      <StatCard
        label={t('noShows')}
        value={showKrw(report.noShows)}
        unit={t('pieces')}
        formula={t('noShowsFormula')}
        to={`${at}timetable`}
      />
      <StatCard
        label={t('walkIns')}
        value={showKrw(report.walkIns)}
        unit={t('pieces')}
        formula={t('walkInsFormula')}
        to={`${at}timetable`}
      />
      <StatCard
        label={t('results')}
        value={showKrw(report.results)}
        unit={t('pieces')}
        formula={t('resultsFormula', { done: report.results, all: report.consultations.counted ?? 0 })}
        to={`${at}follow_ups`}
      />
      <StatCard
        label={t('openFollowUps')}
        value={showKrw(report.openFollowUps)}
        unit={t('pieces')}
        formula={t('openFollowUpsFormula')}
        to={`${at}follow_ups&followUpState=open`}
      />
      <StatCard
        label={t('expectedValue')}
        value={showKrw(report.expectedValueKrw)}
        unit={t('won')}
        formula={t('expectedValueFormula')}
        to={`${at}follow_ups`}
      />
      <StatCard
        label={t('matches')}
        value={showKrw(report.matches)}
        unit={t('pieces')}
        formula={t('matchesFormula')}
        to={`${at}follow_ups&followUpState=matched`}
      />
      <StatCard
        label={t('contracts')}
        value={showKrw(contracts.contracts)}
        unit={t('pieces')}
        formula={t('contractsFormula')}
        {...contractRows}
      />
      <StatCard
        label={t('contractAmount')}
        value={showKrw(contracts.amountKrw)}
        unit={t('won')}
        formula={t('contractAmountFormula', { count: contracts.suppliers })}
        {...contractRows}
      />
      <Satisfaction report={report} />
    </div>
  );
}

/** Says so where a report counts otherwise than the rows, and where there are no rows. */
function RecordedNote({ figure }: { readonly figure: FairReport['enterprises'] }) {
  const t = useMessages(reportMessages);
  const { counted, recorded } = figure;
  if (recorded === null || counted === recorded) return null;
  if (counted === null) return t('recordedOnly');
  return t('recordedDiffers', { recorded, counted, difference: recorded - counted });
}

function Satisfaction({ report }: { readonly report: FairReport }) {
  const t = useMessages(reportMessages);
  const mean = (value: number | null) => (value === null ? '–' : value.toFixed(1));
  const { satisfaction, feedbackCount, deskSatisfaction, exhibitorSatisfaction } = report;
  return (
    <StatCard
      label={t('satisfaction')}
      value={satisfaction === null ? t('satisfactionNone') : mean(satisfaction)}
      {...(satisfaction === null ? {} : { unit: t('points') })}
      formula={t('satisfactionFormula', {
        count: feedbackCount,
        desks: mean(deskSatisfaction),
        exhibitors: mean(exhibitorSatisfaction),
      })}
    />
  );
}
