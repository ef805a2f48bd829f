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
import { policyQuery } from './api';
import { PolicyEditor } from './policy-editor';
import { policyMessages } from './policy-messages';
import { SchemesSection } from './schemes-section';

/** How a year counts: read by everybody of the institution, changed by its manager until the first close. */
export default function CountingPoliciesPage() {
  const t = useMessages(policyMessages);
  const words = useMessages(cycleWords);
  const may = useMay();
  const choice = useCycleChoice();
  const { cycle } = choice;
  const policy = useQuery({
    ...policyQuery(cycle?.countingPolicyId ?? ''),
    enabled: cycle !== null,
  });
  const error = choice.error ?? policy.error;
  if (choice.loading || (cycle !== null && policy.isPending && error === null))
    return <PageSkeleton label={t('pageTitle')} />;
  return (
    <div className="stack">
      <PageHeader
        title={t('pageTitle')}
        description={t('pageLead')}
        actions={
          <>
            <CycleChoice choice={choice} />
            {may('cycle:manage') && (
              <LinkButton to="/purchase-targets/new-year" variant="secondary" icon="plus">
                {t('openTitle')}
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
            void policy.refetch();
          }}
        />
      )}
      {error === null && choice.institutionMissing && <EmptyState title={words('chooseInstitution')} />}
      {error === null && !choice.institutionMissing && cycle === null && (
        <EmptyState icon="policy" title={t('none')} />
      )}
      {cycle !== null && policy.data && (
        <>
          <PolicyEditor key={policy.data.data.id} policy={policy.data.data} etag={policy.data.etag ?? ''} />
          <SchemesSection
            institutionId={cycle.institutionId}
            fiscalYear={cycle.fiscalYear}
            frozen={policy.data.data.frozenAt !== null}
          />
        </>
      )}
    </div>
  );
}
