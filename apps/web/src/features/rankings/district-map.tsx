import { useQuery } from '@tanstack/react-query';
import { DistrictTiles } from '../../components/district-tiles';
import { institutionsQuery } from '../../lib/institution-queries';
import { useLanguage, useMessages } from '../../lib/language';
import { showRate } from '../../lib/rate-format';
import { useMay, useSession } from '../../lib/session';
import type { Ranking } from './api';
import { rankingMessages } from './messages';
import { rateLevel } from './rate-level';

interface DistrictMapProps {
  readonly ranking: Ranking;
}

/** Seoul's districts as tiles where they lie; each says its rate and rank in words. */
export function DistrictMap({ ranking }: DistrictMapProps) {
  const t = useMessages(rankingMessages);
  const { language } = useLanguage();
  const may = useMay();
  const { user } = useSession();
  const { data } = useQuery(institutionsQuery);
  const codes = new Map(
    (data?.items ?? []).map(({ id, administrativeCode }) => [id, administrativeCode ?? '']),
  );
  const opens = may('achievement:read') && user?.institutionId === null;
  const { fiscalYear, scheme } = ranking;
  return (
    <section className="stack stack--tight" aria-label={t('mapTitle')}>
      <DistrictTiles
        hint={t(opens ? 'mapHint' : 'mapOwnHint')}
        legend={{
          none: t('level_none'),
          low: t('level_low'),
          middle: t('level_middle'),
          high: t('level_high'),
          over: t('level_over'),
        }}
        tiles={ranking.items.map((row) => ({
          code: codes.get(row.subjectId) ?? '',
          name: row.name,
          figure: showRate(row.achievementRate, language),
          note: row.rank === null ? t('notRanked') : t('rankName', { rank: row.rank }),
          level: rateLevel(row.achievementRate.percent),
          to: opens
            ? `/achievements?institutionId=${row.subjectId}&fiscalYear=${fiscalYear}&scheme=${scheme}`
            : null,
        }))}
      />
    </section>
  );
}
