import { useInfiniteQuery, useQueries } from '@tanstack/react-query';
import { LinkButton } from '../../../components/link-button';
import { today } from '../../../lib/date-format';
import { useLanguage, useMessages } from '../../../lib/language';
import { fairPagesQuery, fairQuery, type FairDetail } from '../api';
import { FairStateBadge } from '../fair-state-badge';
import { fairDays } from '../fair-texts';
import '../fairs.css';
import { dayMessages } from './day-messages';

const COMING = { state: ['applications', 'scheduling', 'open'] } satisfies Parameters<
  typeof fairPagesQuery
>[0];

/** On the start page of a clerk: the fairs at which the own department has a desk. On the day it opens the desk itself. */
export function HomeDesks() {
  const t = useMessages(dayMessages);
  const { data } = useInfiniteQuery(fairPagesQuery(COMING));
  // The list has the last day first; here the next one comes first, and what runs today before all.
  const coming = (data?.pages[0]?.items ?? [])
    .filter(({ lastDay }) => lastDay >= today())
    .sort((one, other) => one.firstDay.localeCompare(other.firstDay));
  const own = useQueries({
    queries: coming.map(({ id }) => fairQuery(id)),
    combine: (results) =>
      results.flatMap(({ data: fair }) => {
        const isOwn = fair !== undefined && fair.ownDeskId !== null;
        return isOwn ? [fair] : [];
      }),
  });
  if (own.length === 0) return null;
  return (
    <section className="panel stack stack--tight" aria-labelledby="home-desks">
      <h2 id="home-desks">{t('homeTitle')}</h2>
      <ul className="fair-cards">
        {own.map((fair) => (
          <DeskCard key={fair.id} fair={fair} />
        ))}
      </ul>
    </section>
  );
}

function DeskCard({ fair }: { readonly fair: FairDetail }) {
  const t = useMessages(dayMessages);
  const { language } = useLanguage();
  const isToday = fair.firstDay <= today() && today() <= fair.lastDay;
  return (
    <li className="fair-card">
      <FairStateBadge state={fair.state} />
      <h3>{fair.name}</h3>
      <p>{fairDays(fair, language)}</p>
      {fair.venue !== null && <p className="fair-card__note">{fair.venue}</p>}
      <LinkButton
        variant={isToday ? 'primary' : 'secondary'}
        size="small"
        to={isToday ? `/fairs/${fair.id}/desk` : `/fairs/${fair.id}/timetable?desk=${fair.ownDeskId}`}
        aria-label={t(isToday ? 'homeDeskNamed' : 'homeSoonNamed', { name: fair.name })}
      >
        {t(isToday ? 'homeDesk' : 'homeSoon')}
      </LinkButton>
    </li>
  );
}
