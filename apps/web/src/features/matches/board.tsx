import { MATCH_STAGES, type MatchStage, type MoneyUnit } from '@ieum/domain';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useMessages } from '../../lib/language';
import { useMay } from '../../lib/session';
import type { Match } from './api';
import { BoardColumn } from './board-column';
import { matchMessages } from './messages';
import { MoveDialog } from './move-dialog';
import { useStageMove } from './use-stage-move';
import './board.css';

interface BoardProps {
  readonly matches: readonly Match[];
  readonly unit: MoneyUnit;
}

/** Columns by stage. A card is moved by mouse, by keys, or by its menu; the rules are the same for all three. */
export function Board({ matches, unit }: BoardProps) {
  const t = useMessages(matchMessages);
  const mayMove = useMay()('match:write');
  const moves = useStageMove();
  const [dragged, setDragged] = useState<Match | null>(null);
  const columns = useMemo(() => byStage(matches), [matches]);
  const { begin } = moves;
  const { frame, follow } = useFocusThatFollows(matches);
  const onMove = useCallback(
    (match: Match, to: MatchStage) => {
      follow(match.id);
      begin({ match, to });
    },
    [begin, follow],
  );
  return (
    <>
      {mayMove && <p className="field__hint no-print">{t('keysHint')}</p>}
      {/* Scrolls sideways by itself on a narrow screen, so it takes the focus. */}
      <div ref={frame} className="board" role="region" aria-label={t('viewBoard')} tabIndex={0}>
        {MATCH_STAGES.map((stage) => (
          <BoardColumn
            key={stage}
            stage={stage}
            matches={columns.get(stage) ?? NONE}
            unit={unit}
            mayMove={mayMove}
            dragged={dragged}
            onDrag={setDragged}
            onMove={onMove}
          />
        ))}
      </div>
      <MoveDialog moves={moves} />
    </>
  );
}

/** A card is drawn anew in its next column: whoever moved it by a key goes on from there, not from the top of the page. */
function useFocusThatFollows(matches: readonly Match[]) {
  const frame = useRef<HTMLDivElement>(null);
  const moved = useRef<string | null>(null);
  useEffect(() => {
    if (moved.current === null || document.activeElement !== document.body) return;
    frame.current?.querySelector<HTMLElement>(`a[href="/matches/${moved.current}"]`)?.focus();
    moved.current = null;
  }, [matches]);
  const follow = useCallback((id: string) => {
    moved.current = id;
  }, []);
  return { frame, follow };
}

const NONE: readonly Match[] = [];

function byStage(matches: readonly Match[]): ReadonlyMap<MatchStage, readonly Match[]> {
  const columns = new Map<MatchStage, Match[]>();
  for (const match of matches) {
    const column = columns.get(match.stage) ?? [];
    column.push(match);
    columns.set(match.stage, column);
  }
  return columns;
}
