import { HAMKKE_NURI_MALL, type MoneyUnit } from '@ieum/domain';
import { useQuery } from '@tanstack/react-query';
import { EmptyState } from '../../components/empty-state';
import { LinkButton } from '../../components/link-button';
import { LoadFailed } from '../../components/load-failed';
import { PageHeader } from '../../components/page-header';
import { PrintButton } from '../../components/print-button';
import { PageSkeleton } from '../../components/skeleton';
import { Tabs } from '../../components/tabs';
import { UnitSwitch } from '../../components/unit-switch';
import { showDay } from '../../lib/date-format';
import { useLanguage, useMessages } from '../../lib/language';
import { moneyMessages, moneyUnitFrom } from '../../lib/money-format';
import { ProblemError } from '../../lib/problem-error';
import { useUser } from '../../lib/session';
import { AchievementBars } from './achievement-bars';
import { AchievementFilters } from './achievement-filters';
import { AchievementTable } from './achievement-table';
import { achievementsQuery, optionalAchievementsQuery, type Report } from './api';
import { achievementMessages } from './messages';
import { MonthPicture } from './month-picture';
import { SummaryCards } from './summary-cards';
import { useAchievementFilters } from './use-achievement-filters';
import './achievements.css';

/** How far a department, an institution or the city has come: in figures, against target and pace, and by month. */
export default function AchievementsPage() {
  const t = useMessages(achievementMessages);
  const filters = useAchievementFilters();
  const { state, change, question, books, year } = filters;
  const unit = moneyUnitFrom(state.unit) ?? 'thousand_won';
  const report = useQuery({ ...achievementsQuery(question), enabled: books.ready });
  const noBooks =
    report.error instanceof ProblemError && ['NOT_FOUND', 'POLICY_MISSING'].includes(report.error.code);
  return (
    <div className="stack">
      <PageHeader
        title={t('title')}
        description={report.data ? <Subject report={report.data} unit={unit} /> : t('description')}
        actions={
          <>
            <UnitSwitch unit={unit} onChange={(next) => change({ unit: next })} />
            <LinkButton
              variant="secondary"
              size="small"
              icon="ranking"
              to={`/rankings?fiscalYear=${year}&scheme=${question.scheme ?? ''}${
                filters.institutionId === null
                  ? '&scope=districts'
                  : `&institutionId=${filters.institutionId}`
              }`}
            >
              {t('openRanking')}
            </LinkButton>
            <PrintButton />
          </>
        }
      />
      <AchievementFilters filters={filters} />
      {report.isPending && <PageSkeleton label={t('title')} />}
      {noBooks && (
        <div className="panel">
          <EmptyState icon="chart" title={t('noBooks')} text={t('chooseYear')} />
        </div>
      )}
      {report.isError && !noBooks && (
        <LoadFailed error={report.error} onRetry={() => void report.refetch()} />
      )}
      {report.data && (
        <Dashboard
          report={report.data}
          unit={unit}
          view={state.view === 'table' ? 'table' : 'picture'}
          onView={(view) => change({ view })}
          filters={filters}
        />
      )}
    </div>
  );
}

/** What is shown, in one line: for the reader, and at the head of a print. */
function Subject({ report, unit }: { readonly report: Report; readonly unit: MoneyUnit }) {
  const t = useMessages(achievementMessages);
  const { language } = useLanguage();
  const parts = [
    report.institutionId === null ? t('allInstitutions') : report.total.name,
    t('yearName', { year: String(report.fiscalYear) }),
    report.schemeName,
    t('asOfShown', { day: showDay(report.asOf, language) }),
    t('unitShown', { unit: moneyMessages[language][unit] }),
  ];
  return parts.filter((part) => part !== null && part !== '').join(' · ');
}

interface DashboardProps {
  readonly report: Report;
  readonly unit: MoneyUnit;
  readonly view: 'picture' | 'table';
  readonly onView: (view: string) => void;
  readonly filters: ReturnType<typeof useAchievementFilters>;
}

function Dashboard({ report, unit, view, onView, filters }: DashboardProps) {
  const t = useMessages(achievementMessages);
  const user = useUser();
  const { question } = filters;
  const mall = useQuery({
    ...optionalAchievementsQuery({ ...question, scheme: HAMKKE_NURI_MALL }),
    enabled: report.scheme !== HAMKKE_NURI_MALL,
  });
  const title = t(
    report.groupBy === 'institution'
      ? 'institutionsTitle'
      : user.departmentId === null
        ? 'departmentsTitle'
        : 'ownDepartmentTitle',
  );
  const average =
    report.average.display === null
      ? null
      : t('average', { rate: `${report.average.display}%`, count: report.average.counted });
  const subject = report.groupBy === 'department' ? user.departmentId : null;
  return (
    <>
      <SummaryCards report={report} mall={mall.data ?? null} unit={unit} />
      <section className="panel stack stack--tight" aria-label={title}>
        <div>
          <h2>{title}</h2>
          {average !== null && <p className="achievement-average">{average}</p>}
        </div>
        {report.items.length === 0 ? (
          <EmptyState title={t('empty')} text={t('chooseYear')} />
        ) : (
          <Tabs
            label={t('views')}
            selected={view}
            onSelect={onView}
            items={[
              {
                id: 'picture',
                label: t('viewPicture'),
                content: <AchievementBars report={report} unit={unit} />,
              },
              {
                id: 'table',
                label: t('viewTable'),
                content: <AchievementTable report={report} caption={title} unit={unit} />,
              },
            ]}
          />
        )}
      </section>
      {filters.institutionId !== null && (
        <MonthPicture
          question={subject === null ? question : { ...question, departmentId: subject }}
          unit={unit}
          hasYearBefore={filters.books.years.includes(filters.year - 1)}
        />
      )}
    </>
  );
}
