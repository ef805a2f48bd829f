import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { LoadFailed } from '../../components/load-failed';
import { MoreButton } from '../../components/more-button';
import { Skeleton } from '../../components/skeleton';
import { showDay } from '../../lib/date-format';
import { useLanguage, useMessages } from '../../lib/language';
import { fairPagesQuery, type Fair } from './api';
import { fairDays } from './fair-texts';
import { FairStateBadge } from './fair-state-badge';
import { organiserMessages } from './organiser-messages';
import './fairs.css';

const COMING = { state: ['planned', 'applications', 'scheduling', 'open'] } satisfies Parameters<
  typeof fairPagesQuery
>[0];

/** What is prepared or near: the next one first. */
export function UpcomingFairs() {
  const t = useMessages(organiserMessages);
  const list = useInfiniteQuery(fairPagesQuery(COMING));
  const fairs = (list.data?.pages.flatMap(({ items }) => items) ?? []).sort((one, other) =>
    one.firstDay.localeCompare(other.firstDay),
  );
  return (
    <section className="panel stack stack--tight" aria-labelledby="coming-fairs">
      <h2 id="coming-fairs">{t('upcoming')}</h2>
      {list.isPending && <Skeleton height="10rem" />}
      {list.isError && <LoadFailed error={list.error} onRetry={() => void list.refetch()} />}
      {list.data !== undefined && fairs.length === 0 && <p className="field__hint">{t('upcomingNone')}</p>}
      {fairs.length > 0 && (
        <ul className="fair-cards">
          {fairs.map((fair) => (
            <FairCard key={fair.id} fair={fair} />
          ))}
        </ul>
      )}
      {list.hasNextPage && (
        <MoreButton hasMore loading={list.isFetchingNextPage} onMore={() => void list.fetchNextPage()} />
      )}
    </section>
  );
}

function FairCard({ fair }: { readonly fair: Fair }) {
  const t = useMessages(organiserMessages);
  const { language } = useLanguage();
  return (
    <li className="fair-card">
      <FairStateBadge state={fair.state} />
      <h3>
        <Link to={`/fairs/${fair.id}`}>{fair.name}</Link>
      </h3>
      <p>{fairDays(fair, language)}</p>
      <p className="fair-card__note">{[fair.hostName, fair.venue].filter(Boolean).join(' · ')}</p>
      {fair.state === 'applications' && (
        <p className="fair-card__note">
          {fair.applicationsCloseOn === null
            ? t('applicationsNoEnd')
            : t('applicationsUntil', { day: showDay(fair.applicationsCloseOn, language) })}
        </p>
      )}
    </li>
  );
}
