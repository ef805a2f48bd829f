import { useQuery } from '@tanstack/react-query';
import { HAMKKE_NURI_MALL, SOCIAL_ECONOMY, yearOf } from '@ieum/domain';
import { CycleChoice } from '../../components/cycle-choice';
import { EmptyState } from '../../components/empty-state';
import { LinkButton } from '../../components/link-button';
import { LoadFailed } from '../../components/load-failed';
import { PageHeader } from '../../components/page-header';
import { PageSkeleton, Skeleton } from '../../components/skeleton';
import { StatCard } from '../../components/stat-card';
import { purchaseSummaryQuery } from '../../features/purchases/api';
import type { Cycle } from '../../lib/cycle-queries';
import { showDay, today } from '../../lib/date-format';
import { useLanguage, useMessages } from '../../lib/language';
import { moneyMessages } from '../../lib/money-format';
import { purchaseWords } from '../../lib/purchase-messages';
import { useUser } from '../../lib/session';
import { useCycleChoice } from '../../lib/use-cycle-choice';
import { handedIn, homePeriodsQuery, quartersDue, standingQuery } from './home-queries';
import { homeMessages } from './messages';
import { Standing } from './standing';
import { TodoList, type Todo } from './todo-list';
import { useRegisterTodo } from './use-register-todo';

const UNIT = 'thousand_won';
const SHOWN_BEHIND = 5;

/** The institution's standing, what waits for the manager, and who needs a reminder. */
export default function ManagerHome() {
  const t = useMessages(homeMessages);
  const user = useUser();
  const choice = useCycleChoice();
  if (choice.loading) return <PageSkeleton label={t('title')} />;
  return (
    <div className="stack">
      <PageHeader
        title={t('welcome', { name: user.name })}
        description={user.institutionName}
        actions={<CycleChoice choice={choice} />}
      />
      {choice.error && <LoadFailed error={choice.error} onRetry={choice.retry} />}
      {choice.cycle === null && !choice.error && (
        <EmptyState
          icon="target"
          title={t('notOpened')}
          text={t('notOpenedManager')}
          action={<LinkButton to="/purchase-targets/new-year">{t('openYear')}</LinkButton>}
        />
      )}
      {choice.cycle !== null && <ManagerYear cycle={choice.cycle} />}
    </div>
  );
}

function ManagerYear({ cycle }: { readonly cycle: Cycle }) {
  const t = useMessages(homeMessages);
  const words = useMessages(purchaseWords);
  const { language } = useLanguage();
  const fiscalYear = cycle.fiscalYear;
  const year = String(fiscalYear);
  const main = useQuery(standingQuery(cycle.institutionId, fiscalYear, SOCIAL_ECONOMY));
  const mall = useQuery(standingQuery(cycle.institutionId, fiscalYear, HAMKKE_NURI_MALL));
  const running = fiscalYear >= yearOf(today());
  const rows = main.data?.items ?? [];
  const behind = rows
    .filter((row) => row.pace.status === 'behind')
    .sort((one, other) => (one.pace.aheadKrw ?? 0) - (other.pace.aheadKrw ?? 0));
  return (
    <>
      <div className="home">
        <section className="panel stack" aria-labelledby="institution-standing">
          <div>
            <h2 id="institution-standing">{t('institutionTarget', { year })}</h2>
            {main.data && (
              <p className="field__hint">
                {t('asOf', { day: showDay(main.data.asOf, language), unit: moneyMessages[language][UNIT] })}
              </p>
            )}
          </div>
          {main.error && <LoadFailed error={main.error} onRetry={() => void main.refetch()} />}
          {main.isPending && <Skeleton height="9rem" />}
          {main.data && (
            <Standing label={words('scheme_social_economy')} row={main.data.total} unit={UNIT} forecast />
          )}
          {mall.data && (
            <Standing label={words('scheme_hamkke_nuri_mall')} row={mall.data.total} unit={UNIT} />
          )}
          <div>
            <LinkButton to={`/achievements?fiscalYear=${year}`} variant="secondary" size="small" icon="chart">
              {t('toAchievements')}
            </LinkButton>
          </div>
        </section>
        <ManagerTodo cycle={cycle} />
      </div>
      <Figures
        cycle={cycle}
        behind={behind.length}
        withTarget={rows.filter((row) => row.rate.percent !== null).length}
      />
      {main.data && (
        <section className="panel stack" aria-labelledby="behind-title">
          <h2 id="behind-title">{t(running ? 'behindTitle' : 'missed')}</h2>
          {behind.length === 0 && <p className="field__hint">{t(running ? 'behindNone' : 'missedNone')}</p>}
          {behind.slice(0, SHOWN_BEHIND).map((row) => (
            <Standing key={row.id} label={row.name ?? ''} row={row} unit={UNIT} />
          ))}
        </section>
      )}
    </>
  );
}

interface FiguresProps {
  readonly cycle: Cycle;
  readonly behind: number;
  readonly withTarget: number;
}

function Figures({ cycle, behind, withTarget }: FiguresProps) {
  const t = useMessages(homeMessages);
  const fiscalYear = cycle.fiscalYear;
  const check = useQuery(purchaseSummaryQuery({ fiscalYear, countStatus: ['needs_check'] }));
  const warned = useQuery(purchaseSummaryQuery({ fiscalYear, hasWarnings: true }));
  const periods = useQuery(homePeriodsQuery(cycle.institutionId, fiscalYear));
  const due = quartersDue(periods.data?.items ?? [], today());
  const count = (query: typeof check) => (query.data ? String(query.data.purchaseCount) : '–');
  return (
    <section className="stack stack--tight" aria-labelledby="figures-title">
      <h2 id="figures-title">{t('dashboard')}</h2>
      <div className="card-grid">
        <StatCard
          label={t(fiscalYear >= yearOf(today()) ? 'behind' : 'missed')}
          value={String(behind)}
          unit={t('departments')}
          note={t('behindOf', { count: withTarget })}
          to={`/achievements?fiscalYear=${fiscalYear}`}
        />
        <StatCard
          label={t('waitingAnswers')}
          value={String(cycle.survey.waiting)}
          unit={t('departments')}
          to={`/demand-surveys?fiscalYear=${fiscalYear}&state=waiting`}
        />
        <StatCard
          label={t('openQuarters')}
          value={periods.data ? String(due.length) : '–'}
          unit={t('quarters')}
          note={
            due.length === 0
              ? t('quartersNone')
              : t('quarterList', { list: due.map((one) => one.quarter).join(', ') })
          }
          to={`/purchase-periods?fiscalYear=${fiscalYear}`}
        />
        <StatCard
          label={t('needsCheck')}
          value={count(check)}
          unit={t('purchases')}
          to={`/purchases?fiscalYear=${fiscalYear}&countStatus=needs_check`}
        />
        <StatCard
          label={t('warnings')}
          value={count(warned)}
          unit={t('purchases')}
          to={`/purchases?fiscalYear=${fiscalYear}&hasWarnings=true`}
        />
      </div>
    </section>
  );
}

/** Approvals and steps of the year, from what the API says now. */
function ManagerTodo({ cycle }: { readonly cycle: Cycle }) {
  const t = useMessages(homeMessages);
  const fiscalYear = cycle.fiscalYear;
  const year = String(fiscalYear);
  const submitted = useQuery(purchaseSummaryQuery({ fiscalYear, state: ['submitted'] }));
  const periods = useQuery(homePeriodsQuery(cycle.institutionId, fiscalYear));
  const register = useRegisterTodo();
  const items: Todo[] = [];
  const surveying = cycle.state === 'survey_open' || cycle.state === 'survey_closed';
  const answers = cycle.survey.answered - cycle.survey.accepted;
  const surveys = `/demand-surveys?fiscalYear=${year}`;
  const targets = `/purchase-targets?fiscalYear=${year}`;
  if (surveying && answers > 0) {
    const to = `${surveys}&state=submitted`;
    items.push({ key: 'answers', icon: 'survey', text: t('todoAnswers', { count: answers }), to });
  }
  if (cycle.state === 'survey_open' && cycle.survey.waiting > 0) {
    const to = `${surveys}&state=waiting`;
    items.push({
      key: 'missing',
      icon: 'clock',
      text: t('todoMissing', { count: cycle.survey.waiting }),
      to,
    });
  }
  if (cycle.state === 'survey_closed')
    items.push({ key: 'set', icon: 'target', text: t('todoSet', { year }), to: targets });
  if (cycle.state === 'targets_set')
    items.push({ key: 'notify', icon: 'bell', text: t('todoNotify', { year }), to: targets });
  const purchases = submitted.data?.purchaseCount ?? 0;
  if (purchases > 0) {
    const to = `/purchases?fiscalYear=${year}&state=submitted`;
    items.push({ key: 'purchases', icon: 'list', text: t('todoPurchases', { count: purchases }), to });
  }
  for (const period of quartersDue(periods.data?.items ?? [], today())) {
    const { quarter } = period;
    const facts = { year, quarter, submitted: handedIn(period), departments: period.departments.length };
    const to = `/purchase-periods?fiscalYear=${year}&quarter=${quarter}`;
    items.push({ key: `close-${quarter}`, icon: 'period', text: t('todoClose', facts), to });
  }
  return (
    <TodoList
      items={[...items, ...register.items]}
      loading={submitted.isPending || periods.isPending || register.loading}
    />
  );
}
