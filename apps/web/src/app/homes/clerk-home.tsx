import { useQuery } from '@tanstack/react-query';
import { HAMKKE_NURI_MALL, SOCIAL_ECONOMY, surveyActionRefusal, targetActionRefusal } from '@ieum/domain';
import { EmptyState } from '../../components/empty-state';
import { CycleChoice } from '../../components/cycle-choice';
import { LinkButton } from '../../components/link-button';
import { LoadFailed } from '../../components/load-failed';
import { PageHeader } from '../../components/page-header';
import { PageSkeleton, Skeleton } from '../../components/skeleton';
import { waitingContractsPath, waitingContractsQuery } from '../../features/contracts/api';
import { surveysQuery } from '../../features/demand-surveys/api';
import { HomeDesks } from '../../features/fairs/day/home-desks';
import { targetsQuery } from '../../features/purchase-targets/api';
import { purchaseSummaryQuery } from '../../features/purchases/api';
import type { Cycle } from '../../lib/cycle-queries';
import { showDay, today } from '../../lib/date-format';
import { useLanguage, useMessages } from '../../lib/language';
import { moneyMessages } from '../../lib/money-format';
import { purchaseWords } from '../../lib/purchase-messages';
import { useUser } from '../../lib/session';
import { useCycleChoice } from '../../lib/use-cycle-choice';
import { homePeriodsQuery, quartersToHandIn, standingQuery } from './home-queries';
import { LatestPurchases } from './latest-purchases';
import { homeMessages } from './messages';
import { Standing } from './standing';
import { TodoList, type Todo } from './todo-list';

/** My target and pace, what to do next, quick entry, the last purchases. */
export default function ClerkHome() {
  const t = useMessages(homeMessages);
  const user = useUser();
  const choice = useCycleChoice();
  if (choice.loading) return <PageSkeleton label={t('title')} />;
  const place = [user.institutionName, user.departmentName].filter(Boolean).join(' ');
  return (
    <div className="stack">
      <PageHeader
        title={t('welcome', { name: user.name })}
        description={place}
        actions={<CycleChoice choice={choice} />}
      />
      <HomeDesks />
      {choice.error && <LoadFailed error={choice.error} onRetry={choice.retry} />}
      {choice.cycle === null && !choice.error && <EmptyState icon="target" title={t('notOpened')} />}
      {choice.cycle !== null && <ClerkYear cycle={choice.cycle} />}
    </div>
  );
}

function ClerkYear({ cycle }: { readonly cycle: Cycle }) {
  const t = useMessages(homeMessages);
  const year = cycle.fiscalYear;
  const todo = useClerkTodo(cycle);
  return (
    <>
      <div className="cluster no-print">
        <LinkButton to={`/purchases/new?fiscalYear=${year}`} icon="plus">
          {t('quickEntry')}
        </LinkButton>
        <LinkButton to="/purchase-imports" variant="secondary" icon="upload">
          {t('import')}
        </LinkButton>
      </div>
      <div className="home">
        <MyTarget cycle={cycle} />
        <TodoList {...todo} />
      </div>
      <LatestPurchases fiscalYear={year} />
    </>
  );
}

function MyTarget({ cycle }: { readonly cycle: Cycle }) {
  const t = useMessages(homeMessages);
  const words = useMessages(purchaseWords);
  const { language } = useLanguage();
  const user = useUser();
  const year = cycle.fiscalYear;
  const main = useQuery(standingQuery(user.institutionId, year, SOCIAL_ECONOMY));
  const mall = useQuery(standingQuery(user.institutionId, year, HAMKKE_NURI_MALL));
  const rowOf = (report: typeof main.data) =>
    report?.items.find((row) => row.id === user.departmentId) ?? report?.items[0];
  const [mainRow, mallRow] = [rowOf(main.data), rowOf(mall.data)];
  return (
    <section className="panel stack" aria-labelledby="my-target">
      <div>
        <h2 id="my-target">{t('myTarget', { year: String(year) })}</h2>
        {main.data && (
          <p className="field__hint">
            {t('asOf', { day: showDay(main.data.asOf, language), unit: moneyMessages[language].won })}
          </p>
        )}
      </div>
      {main.error && <LoadFailed error={main.error} onRetry={() => void main.refetch()} />}
      {main.isPending && <Skeleton height="9rem" />}
      {mainRow && <Standing label={words('scheme_social_economy')} row={mainRow} unit="won" forecast />}
      {mallRow && <Standing label={words('scheme_hamkke_nuri_mall')} row={mallRow} unit="won" />}
      <div>
        <LinkButton to={`/achievements?fiscalYear=${year}`} variant="secondary" size="small" icon="chart">
          {t('toAchievements')}
        </LinkButton>
      </div>
    </section>
  );
}

/** Computed from what the API says now; nothing is remembered, so nothing can be forgotten. */
function useClerkTodo(cycle: Cycle): { readonly items: readonly Todo[]; readonly loading: boolean } {
  const t = useMessages(homeMessages);
  const { language } = useLanguage();
  const user = useUser();
  const fiscalYear = cycle.fiscalYear;
  const year = String(fiscalYear);
  const surveys = useQuery(surveysQuery(cycle.id));
  const targets = useQuery(targetsQuery(cycle.id));
  const returned = useQuery(purchaseSummaryQuery({ fiscalYear, state: ['returned'] }));
  const drafts = useQuery(purchaseSummaryQuery({ fiscalYear, state: ['draft'] }));
  const periods = useQuery(homePeriodsQuery(user.institutionId, fiscalYear));
  const contracts = useQuery(waitingContractsQuery(fiscalYear));
  const items: Todo[] = [];

  const survey = surveys.data?.items.find((one) => one.departmentId === user.departmentId);
  if (survey !== undefined && surveyActionRefusal(survey, 'submit') === null) {
    const due = survey.surveyDueOn;
    const asked =
      due === null ? t('todoSurvey', { year }) : t('todoSurveyDue', { year, day: showDay(due, language) });
    const text = survey.state === 'returned' ? t('todoSurveyReturned', { year }) : asked;
    items.push({ key: 'survey', icon: 'survey', text, to: `/demand-surveys/${survey.id}` });
  }
  if (targets.data?.items.some((one) => targetActionRefusal(one.state, 'acknowledge') === null)) {
    const to = `/purchase-targets?fiscalYear=${year}`;
    items.push({ key: 'target', icon: 'target', text: t('todoTarget', { year }), to });
  }
  const waiting = contracts.data ?? 0;
  if (waiting > 0) {
    const to = waitingContractsPath(fiscalYear);
    items.push({ key: 'contracts', icon: 'copy', text: t('todoContracts', { count: waiting }), to });
  }
  const back = returned.data?.purchaseCount ?? 0;
  if (back > 0) {
    const to = `/purchases?fiscalYear=${year}&state=returned`;
    items.push({ key: 'returned', icon: 'alert', text: t('todoReturned', { count: back }), to });
  }
  const kept = drafts.data?.purchaseCount ?? 0;
  if (kept > 0) {
    const to = `/purchases?fiscalYear=${year}&state=draft`;
    items.push({ key: 'drafts', icon: 'edit', text: t('todoDrafts', { count: kept }), to });
  }
  for (const { quarter } of quartersToHandIn(periods.data?.items ?? [], user.departmentId, today())) {
    const to = `/purchase-periods?fiscalYear=${year}&quarter=${quarter}`;
    items.push({ key: `quarter-${quarter}`, icon: 'period', text: t('todoQuarter', { year, quarter }), to });
  }
  const asked = [surveys, targets, returned, drafts, periods, contracts];
  return { items, loading: asked.some((query) => query.isPending) };
}
