import { applicationRefusal } from '@ieum/domain';
import { useInfiniteQuery } from '@tanstack/react-query';
import { LinkButton } from '../../../components/link-button';
import { today } from '../../../lib/date-format';
import { useMessages } from '../../../lib/language';
import { fairPagesQuery } from '../api';
import '../fairs.css';
import { MyFairCard } from './my-fair-card';
import { myFairMessages } from './my-fair-messages';
import { isExhibitor, useFairDetails } from './own-fair-data';

const SHOWN = 2;

/** On the start page of an enterprise: the fairs that it takes part in or may still apply to, the next one first. */
export function HomeFairs() {
  const t = useMessages(myFairMessages);
  const { data } = useInfiniteQuery(fairPagesQuery({}));
  const mayApply = (fair: Parameters<typeof applicationRefusal>[0]) =>
    applicationRefusal(fair, 'exhibitor', today()) === null;
  const coming = (data?.pages[0]?.items ?? [])
    .filter(({ lastDay }) => lastDay >= today())
    .sort((one, other) => (one.firstDay < other.firstDay ? -1 : 1));
  const details = useFairDetails(coming);
  const shown = coming.filter((fair) => mayApply(fair) || isExhibitor(details.get(fair.id))).slice(0, SHOWN);
  if (shown.length === 0) return null;
  return (
    <section className="panel stack stack--tight" aria-labelledby="home-fairs">
      <h2 id="home-fairs">{t('homeTitle')}</h2>
      <ul className="fair-cards">
        {shown.map((fair) => (
          <MyFairCard key={fair.id} fair={fair} detail={details.get(fair.id)} mayApply={mayApply(fair)} />
        ))}
      </ul>
      <div>
        <LinkButton to="/my-fairs" variant="secondary" size="small" icon="calendar">
          {t('homeAll')}
        </LinkButton>
      </div>
    </section>
  );
}
