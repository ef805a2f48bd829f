import { mayMoveTo, type MatchStage, type MoneyUnit } from '@ieum/domain';
import { memo, useId, useState } from 'react';
import { Button } from '../../components/button';
import { useMessages } from '../../lib/language';
import { matchWords } from '../../lib/match-messages';
import { showKrw } from '../../lib/money-format';
import type { Match } from './api';
import { MatchCard } from './match-card';
import { matchMessages } from './messages';

/** More of a column are drawn on demand: a year of matches stays light. */
const STEP = 30;

interface BoardColumnProps {
  readonly stage: MatchStage;
  readonly matches: readonly Match[];
  readonly unit: MoneyUnit;
  readonly mayMove: boolean;
  /** the card that is under the mouse now */
  readonly dragged: Match | null;
  readonly onDrag: (match: Match | null) => void;
  readonly onMove: (match: Match, to: MatchStage) => void;
}

export const BoardColumn = memo(function BoardColumn(props: BoardColumnProps) {
  const { stage, matches, unit, mayMove, dragged, onDrag, onMove } = props;
  const t = useMessages(matchMessages);
  const word = useMessages(matchWords);
  const headingId = useId();
  const [shown, setShown] = useState(STEP);
  const takes = dragged !== null && mayMoveTo(dragged.stage, stage);
  const rest = matches.length - shown;
  const valueKrw = matches.reduce((sum, one) => sum + (one.contractKrw ?? one.estimatedValueKrw ?? 0), 0);
  return (
    <section
      className={takes ? 'board__column board__column--takes' : 'board__column'}
      aria-labelledby={headingId}
      onDragOver={(event) => {
        if (takes) event.preventDefault();
      }}
      onDrop={(event) => {
        event.preventDefault();
        if (dragged !== null) onMove(dragged, stage);
        onDrag(null);
      }}
    >
      <h2 id={headingId} className="board__heading">
        {word(`stage_${stage}`)}
        <span className="board__count">{t('columnCount', { count: matches.length })}</span>
      </h2>
      {valueKrw > 0 && <p className="board__value">{showKrw(valueKrw, unit)}</p>}
      {matches.length === 0 && <p className="board__empty">{t('columnEmpty')}</p>}
      <ul className="board__cards">
        {matches.slice(0, shown).map((match) => (
          <MatchCard
            key={match.id}
            match={match}
            unit={unit}
            mayMove={mayMove}
            onDrag={onDrag}
            onMove={onMove}
          />
        ))}
      </ul>
      {rest > 0 && (
        <Button variant="secondary" size="small" onClick={() => setShown(shown + STEP)}>
          {t('showMore', { count: Math.min(rest, STEP) })}
        </Button>
      )}
    </section>
  );
});
