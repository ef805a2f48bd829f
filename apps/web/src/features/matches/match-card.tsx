import { MATCH_STAGES, nextStages, type MatchStage, type MoneyUnit } from '@ieum/domain';
import { memo } from 'react';
import { Link } from 'react-router';
import { MenuButton } from '../../components/menu-button';
import { useMessages } from '../../lib/language';
import { matchWords } from '../../lib/match-messages';
import { showKrw } from '../../lib/money-format';
import type { Match } from './api';
import { matchMessages } from './messages';

interface MatchCardProps {
  readonly match: Match;
  readonly unit: MoneyUnit;
  readonly mayMove: boolean;
  readonly onDrag: (match: Match | null) => void;
  readonly onMove: (match: Match, to: MatchStage) => void;
}

export const MatchCard = memo(function MatchCard({ match, unit, mayMove, onDrag, onMove }: MatchCardProps) {
  const t = useMessages(matchMessages);
  const word = useMessages(matchWords);
  const ways = mayMove ? nextStages(match.stage) : [];
  const isMovable = ways.length > 0;
  return (
    <li
      className="board__card"
      draggable={isMovable}
      onDragStart={(event) => {
        event.dataTransfer.effectAllowed = 'move';
        event.dataTransfer.setData('text/plain', match.title);
        onDrag(match);
      }}
      onDragEnd={() => onDrag(null)}
    >
      <Link
        to={`/matches/${match.id}`}
        draggable={false}
        className="board__title"
        {...(isMovable ? { 'aria-keyshortcuts': 'Shift+ArrowLeft Shift+ArrowRight' } : {})}
        onKeyDown={(event) => {
          const to = event.shiftKey ? besides(match.stage, event.key) : undefined;
          if (to === undefined || !isMovable) return;
          event.preventDefault();
          onMove(match, to);
        }}
      >
        {match.title}
      </Link>
      <p className="board__buyer">
        {[match.institutionName, match.departmentName].filter(Boolean).join(' ')}
      </p>
      {match.winnerNames.length > 0 && <p className="board__winners">{match.winnerNames.join(', ')}</p>}
      {match.lostReason !== null && <p className="board__winners">{word(`lost_${match.lostReason}`)}</p>}
      <div className="cluster cluster--spread">
        <span className="board__money">{showKrw(match.contractKrw ?? match.estimatedValueKrw, unit)}</span>
        {isMovable && (
          <MenuButton
            label={t('moveCard')}
            actions={ways.map((to) => ({
              id: to,
              label: t('moveTo', { stage: word(`stage_${to}`) }),
              onAction: () => onMove(match, to),
            }))}
          />
        )}
      </div>
    </li>
  );
});

/** The stage beside this one, in the order of the columns. */
function besides(stage: MatchStage, key: string): MatchStage | undefined {
  const step = key === 'ArrowLeft' ? -1 : key === 'ArrowRight' ? 1 : 0;
  return step === 0 ? undefined : MATCH_STAGES[MATCH_STAGES.indexOf(stage) + step];
}
