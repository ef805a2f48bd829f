import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { institutionsQuery } from '../../lib/institution-queries';
import { useLanguage, useMessages } from '../../lib/language';
import { showRate } from '../../lib/rate-format';
import { useMay, useSession } from '../../lib/session';
import type { Ranking, RankingRow } from './api';
import { rankingMessages } from './messages';
import { RATE_LEVELS, rateLevel, SEOUL_TILES } from './seoul-tiles';
import './district-map.css';

interface DistrictMapProps {
  readonly ranking: Ranking;
}

/** Seoul's districts as tiles where they lie; each says its rate and rank in words. */
export function DistrictMap({ ranking }: DistrictMapProps) {
  const t = useMessages(rankingMessages);
  const may = useMay();
  const { user } = useSession();
  const { data } = useQuery(institutionsQuery);
  const codes = new Map(
    (data?.items ?? []).map(({ id, administrativeCode }) => [id, administrativeCode ?? '']),
  );
  const opens = may('achievement:read') && user?.institutionId === null;
  return (
    <section className="stack stack--tight" aria-label={t('mapTitle')}>
      <p className="district-map__hint">{t(opens ? 'mapHint' : 'mapOwnHint')}</p>
      <ul className="district-map__legend">
        {RATE_LEVELS.map((level) => (
          <li key={level}>
            <span className={`district-map__mark district-tile--${level}`} aria-hidden="true" />
            {t(`level_${level}`)}
          </li>
        ))}
      </ul>
      <ol className="district-map">
        {ranking.items.map((row) => {
          const place = SEOUL_TILES[codes.get(row.subjectId) ?? ''];
          if (place === undefined) return null;
          return (
            <li
              key={row.subjectId}
              className={`district-tile district-tile--${rateLevel(row.achievementRate.percent)}`}
              style={{ gridRow: place[0], gridColumn: place[1] }}
            >
              <Tile
                row={row}
                to={
                  opens
                    ? `/achievements?institutionId=${row.subjectId}&fiscalYear=${ranking.fiscalYear}&scheme=${ranking.scheme}`
                    : null
                }
              />
            </li>
          );
        })}
      </ol>
    </section>
  );
}

function Tile({ row, to }: { readonly row: RankingRow; readonly to: string | null }) {
  const t = useMessages(rankingMessages);
  const { language } = useLanguage();
  return (
    <>
      {to === null ? (
        <span className="district-tile__name">{row.name}</span>
      ) : (
        <Link className="district-tile__name" to={to}>
          {row.name}
        </Link>
      )}
      <span className="district-tile__rate">{showRate(row.achievementRate, language)}</span>
      <span className="district-tile__rank">
        {row.rank === null ? t('notRanked') : t('rankName', { rank: row.rank })}
      </span>
    </>
  );
}
