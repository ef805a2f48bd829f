import { useQuery } from '@tanstack/react-query';
import { CycleChoice } from '../../components/cycle-choice';
import { EmptyState } from '../../components/empty-state';
import { LinkButton } from '../../components/link-button';
import { LoadFailed } from '../../components/load-failed';
import { PageHeader } from '../../components/page-header';
import { ProgressBar } from '../../components/progress-bar';
import { PageSkeleton } from '../../components/skeleton';
import { cycleWords } from '../../lib/cycle-messages';
import type { Cycle } from '../../lib/cycle-queries';
import { useMessages } from '../../lib/language';
import { moneyUnitFrom } from '../../lib/money-format';
import { useMay, useUser } from '../../lib/session';
import { useCycleChoice } from '../../lib/use-cycle-choice';
import { useUrlState } from '../../lib/use-url-state';
import { targetsQuery, type Target } from './api';
import { CycleActions } from './cycle-actions';
import { CycleSteps } from './cycle-steps';
import { targetMessages } from './messages';
import { OwnTargets } from './own-targets';
import { orderSchemes } from './scheme-name';
import { TargetCards } from './target-cards';
import { departmentRows } from './target-grid';
import { TargetTable } from './target-table';
import { useTargetEdits } from './use-target-edits';
import { EditConflictDialog } from './edit-conflict-dialog';

/** The table of all departments for the institution; the own targets for a clerk. */
export default function PurchaseTargetsPage() {
  const t = useMessages(targetMessages);
  const words = useMessages(cycleWords);
  const may = useMay();
  const user = useUser();
  const choice = useCycleChoice();
  const targets = useQuery(targetsQuery(choice.cycle?.id ?? null));
  const own = may('target:acknowledge');
  const cycle = choice.cycle;
  const error = choice.error ?? targets.error;
  if (choice.loading || (cycle !== null && targets.isPending && error === null))
    return <PageSkeleton label={t('title')} />;

  const year = String(cycle?.fiscalYear ?? '');
  const name = user.departmentName ?? '';
  const title = own ? t('ownTitle', { year, name }) : t('managerTitle', { year });
  return (
    <div className="stack">
      <PageHeader
        title={cycle === null ? t('title') : title}
        description={t(own ? 'clerkLead' : 'managerLead')}
        actions={
          <>
            <CycleChoice choice={choice} />
            {may('cycle:manage') && (
              <LinkButton to="/purchase-targets/new-year" variant="secondary" icon="plus">
                {t('openYear')}
              </LinkButton>
            )}
          </>
        }
      />
      {error !== null && (
        <LoadFailed
          error={error}
          onRetry={() => {
            choice.retry();
            void targets.refetch();
          }}
        />
      )}
      {error === null && choice.institutionMissing && <EmptyState title={words('chooseInstitution')} />}
      {error === null && !choice.institutionMissing && cycle === null && (
        <EmptyState icon="target" title={t('noYear')} {...(own ? {} : { text: t('noYearText') })} />
      )}
      {cycle !== null && targets.data && own && <OwnTargets cycle={cycle} targets={targets.data.items} />}
      {cycle !== null && targets.data && !own && (
        <TargetSetting key={cycle.id} cycle={cycle} targets={targets.data.items} />
      )}
    </div>
  );
}

const VIEW = { unit: 'thousand_won' } as const;

function TargetSetting({ cycle, targets }: { readonly cycle: Cycle; readonly targets: readonly Target[] }) {
  const t = useMessages(targetMessages);
  const may = useMay();
  const edits = useTargetEdits(cycle.id);
  const [view, change] = useUrlState(VIEW);
  const unit = moneyUnitFrom(view.unit) ?? 'thousand_won';
  const rows = departmentRows(targets);
  const schemes = orderSchemes(targets.map((one) => one.schemeCode));
  const seen = rows.filter((row) =>
    Object.values(row.targets).every((one) => one === undefined || one.state === 'acknowledged'),
  );
  const told = cycle.state === 'notified' || cycle.state === 'reporting';
  return (
    <>
      <section className="panel stack stack--tight">
        <CycleSteps cycle={cycle} />
        {cycle.state === 'survey_open' && may('cycle:manage') && (
          <p className="field__hint">{t('surveyStillOpen')}</p>
        )}
        {may('cycle:manage') && <CycleActions cycle={cycle} rows={rows} shown={edits.shown} />}
        {told && rows.length > 0 && (
          <ProgressBar label={t('acknowledged')} done={seen.length} total={rows.length} />
        )}
      </section>
      <TargetCards cycle={cycle} rows={rows} shown={edits.shown} unit={unit} />
      {rows.length === 0 ? (
        <EmptyState icon="target" title={t('noTargets')} text={t('noTargetsText')} />
      ) : (
        <TargetTable
          cycle={cycle}
          rows={rows}
          schemes={schemes}
          edits={edits}
          unit={unit}
          onUnit={(next) => change({ unit: next })}
        />
      )}
      <EditConflictDialog cycle={cycle} edits={edits} targets={targets} />
    </>
  );
}
