import { useQuery } from '@tanstack/react-query';
import { LinkButton } from '../../components/link-button';
import { LoadFailed } from '../../components/load-failed';
import { PageHeader } from '../../components/page-header';
import { PrintButton } from '../../components/print-button';
import { SelectField } from '../../components/select-field';
import { PageSkeleton } from '../../components/skeleton';
import { useMessages } from '../../lib/language';
import { useMay } from '../../lib/session';
import { useUrlState } from '../../lib/use-url-state';
import { thisYear, yearFrom } from '../../lib/year-choice';
import { yearsUntil } from '../../lib/years';
import { fairSummaryQuery } from './api';
import { FairContractsPanel } from './fair-contracts-panel';
import { FairRanking } from './fair-ranking';
import { organiserMessages } from './organiser-messages';
import { UpcomingFairs } from './upcoming-fairs';

const STATE = { year: '' } as const;

/** A year of fairs, ranked by consultations, with the contracts that came of them; before that, what is coming. */
export default function FairsPage() {
  const t = useMessages(organiserMessages);
  const may = useMay();
  const [state, change] = useUrlState(STATE);
  const year = yearFrom(state.year) ?? thisYear();
  const summary = useQuery(fairSummaryQuery(year));
  return (
    <div className="stack">
      <PageHeader
        title={t('title')}
        description={t('lead')}
        actions={
          <>
            {may('fair:manage') && (
              <LinkButton icon="plus" to="/fairs/new">
                {t('create')}
              </LinkButton>
            )}
            {may('fair-desk:run') && (
              <LinkButton variant="secondary" to="/fair-follow-ups">
                {t('followUps')}
              </LinkButton>
            )}
            <PrintButton />
          </>
        }
      />
      <UpcomingFairs />
      <section className="panel form-grid no-print" aria-label={t('filters')}>
        <SelectField
          label={t('year')}
          emptyLabel={null}
          value={String(year)}
          onChange={(event) => change({ year: event.target.value })}
          options={yearsUntil(thisYear() + 1).map((one) => ({
            value: String(one),
            label: t('yearName', { year: String(one) }),
          }))}
        />
      </section>
      {summary.isPending && <PageSkeleton label={t('title')} />}
      {summary.isError && <LoadFailed error={summary.error} onRetry={() => void summary.refetch()} />}
      {summary.data && (
        <>
          <FairRanking summary={summary.data} />
          <FairContractsPanel summary={summary.data} />
        </>
      )}
    </div>
  );
}
