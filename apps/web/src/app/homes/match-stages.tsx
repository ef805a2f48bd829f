import { MATCH_STAGES } from '@ieum/domain';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { LoadFailed } from '../../components/load-failed';
import { Skeleton } from '../../components/skeleton';
import { matchPagesQuery } from '../../features/matches/api';
import { useMessages } from '../../lib/language';
import { matchWords } from '../../lib/match-messages';
import { thisYear } from '../../lib/year-choice';
import { supportMessages } from './support-messages';
import './homes.css';

/** This year's own matches by stage; each figure leads to its cards. */
export function MatchStages() {
  const t = useMessages(supportMessages);
  const word = useMessages(matchWords);
  const { data, error, isPending, refetch } = useInfiniteQuery(
    matchPagesQuery({ year: thisYear(), mine: true }),
  );
  const stages = data?.pages[0]?.totals?.stages ?? [];
  return (
    <section className="stack stack--tight" aria-labelledby="match-stages">
      <div className="cluster cluster--spread">
        <h2 id="match-stages">{t('matchesTitle', { year: String(thisYear()) })}</h2>
        <Link to="/matches?mine=yes">{t('board')}</Link>
      </div>
      {error && <LoadFailed error={error} onRetry={() => void refetch()} />}
      {isPending && <Skeleton height="9rem" />}
      {data && (
        <ul className="stage-strip">
          {MATCH_STAGES.map((stage) => (
            <li key={stage}>
              <Link to={`/matches?mine=yes&stage=${stage}`}>
                <small>{word(`stage_${stage}`)}</small>
                <span>
                  <strong>{stages.find((one) => one.stage === stage)?.count ?? 0}</strong> {t('count')}
                </span>
              </Link>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
