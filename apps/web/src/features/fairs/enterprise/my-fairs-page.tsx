import { applicationRefusal } from '@ieum/domain';
import { useInfiniteQuery } from '@tanstack/react-query';
import { EmptyState } from '../../../components/empty-state';
import { LoadFailed } from '../../../components/load-failed';
import { MoreButton } from '../../../components/more-button';
import { PageHeader } from '../../../components/page-header';
import { PageSkeleton } from '../../../components/skeleton';
import { today } from '../../../lib/date-format';
import { useMessages } from '../../../lib/language';
import { fairPagesQuery, type Fair, type FairDetail } from '../api';
import '../fairs.css';
import { MyFairCard } from './my-fair-card';
import { myFairMessages } from './my-fair-messages';
import { NoEnterprise } from './no-enterprise';
import { isExhibitor, useFairDetails } from './own-fair-data';

/** Every announced fair for an enterprise: where it may apply, how its application stands, what comes next. */
export default function MyFairsPage() {
  const t = useMessages(myFairMessages);
  return (
    <div className="stack">
      <PageHeader title={t('title')} description={t('lead')} />
      <NoEnterprise>
        <OwnFairs />
      </NoEnterprise>
    </div>
  );
}

function OwnFairs() {
  const t = useMessages(myFairMessages);
  const { data, error, isPending, refetch, ...pages } = useInfiniteQuery(fairPagesQuery({}));
  const fairs = data?.pages.flatMap(({ items }) => items) ?? [];
  const coming = fairs
    .filter(({ lastDay }) => lastDay >= today())
    .sort((one, other) => (one.firstDay < other.firstDay ? -1 : 1));
  const past = fairs.filter(({ lastDay }) => lastDay < today());
  const details = useFairDetails(fairs);
  if (isPending) return <PageSkeleton label={t('loading')} />;
  if (error !== null) return <LoadFailed error={error} onRetry={() => void refetch()} />;
  // A past fair is of interest to who was there.
  const attended = past.filter(({ id }) => isExhibitor(details.get(id)));
  return (
    <>
      {coming.length === 0 && attended.length === 0 && (
        <EmptyState icon="calendar" title={t('none')} text={t('noneText')} />
      )}
      <Group title={t('coming')} fairs={coming} details={details} />
      <Group title={t('past')} fairs={attended} details={details} />
      <MoreButton
        hasMore={pages.hasNextPage}
        loading={pages.isFetchingNextPage}
        onMore={() => void pages.fetchNextPage()}
      />
    </>
  );
}

interface GroupProps {
  readonly title: string;
  readonly fairs: readonly Fair[];
  readonly details: ReadonlyMap<string, FairDetail>;
}

function Group({ title, fairs, details }: GroupProps) {
  if (fairs.length === 0) return null;
  return (
    <section className="panel stack stack--tight" aria-label={title}>
      <h2>{title}</h2>
      <ul className="fair-cards">
        {fairs.map((fair) => (
          <MyFairCard
            key={fair.id}
            fair={fair}
            detail={details.get(fair.id)}
            mayApply={applicationRefusal(fair, 'exhibitor', today()) === null}
          />
        ))}
      </ul>
    </section>
  );
}
