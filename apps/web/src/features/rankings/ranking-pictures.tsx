import type { MoneyUnit } from '@ieum/domain';
import { RankingBars } from '../../components/ranking-bars';
import { useLanguage, useMessages } from '../../lib/language';
import { moneyMessages, showKrw } from '../../lib/money-format';
import { organisationWords } from '../../lib/organisation-messages';
import { useSession } from '../../lib/session';
import type { Ranking, RankingRow } from './api';
import { rankingMessages } from './messages';
import { barLength, isOwn, rowsLink, sectionsOf } from './ranking-view';

interface RankingPicturesProps {
  readonly ranking: Ranking;
  readonly within: string;
  readonly unit: MoneyUnit;
}

/** Bars in rank order, a picture for each group, all on one scale. */
export function RankingPictures({ ranking, within, unit }: RankingPicturesProps) {
  const t = useMessages(rankingMessages);
  const words = useMessages(organisationWords);
  const { language } = useLanguage();
  const { user } = useSession();
  const { order } = ranking;
  const lengths = ranking.items.map((row) => barLength(row, order));
  const longest = Math.max(order === 'amount' ? 1 : 100, ...lengths);
  const figureOf = (row: RankingRow) => {
    if (order === 'amount') return `${showKrw(row.actualKrw, unit)}${moneyMessages[language][unit]}`;
    if (order === 'rate') return undefined;
    return row.growthRate.display === null ? t('noGrowth') : `${row.growthRate.display}%`;
  };
  return (
    <div className="stack">
      {sectionsOf(ranking, within).map(({ group, rows }) => (
        <RankingBars
          key={group ?? 'all'}
          pictureOnly
          longest={longest}
          title={group === null ? t(`scope_${ranking.scope}`) : words(`group_${group}`)}
          note={t(`order_${order}`)}
          rows={rows.map((row) => {
            const figure = figureOf(row);
            const to = rowsLink(row, user);
            return {
              id: row.subjectId,
              rank: group === null ? row.rank : row.rankInGroup,
              name: row.name,
              rate: order === 'growth' ? row.growthRate : row.achievementRate,
              amount: showKrw(row.actualKrw, unit),
              marked: isOwn(row, user),
              ...(order === 'amount' ? { length: row.actualKrw } : {}),
              ...(figure === undefined ? {} : { figure }),
              ...(to === undefined ? {} : { to }),
            };
          })}
        />
      ))}
    </div>
  );
}
