import { isEndedStage, MATCH_STAGES, nextStages } from '@ieum/domain';
import { Button } from '../../components/button';
import { useMessages } from '../../lib/language';
import { matchWords } from '../../lib/match-messages';
import type { MatchDetail } from './api';
import { matchMessages } from './messages';
import { MoveDialog } from './move-dialog';
import { StageBadge } from './stage-badge';
import { useStageMove } from './use-stage-move';

interface StagePanelProps {
  readonly match: MatchDetail;
  readonly mayMove: boolean;
}

/** Where the match stands on its way, and every step that it may take from here. */
export function StagePanel({ match, mayMove }: StagePanelProps) {
  const t = useMessages(matchMessages);
  const word = useMessages(matchWords);
  const moves = useStageMove();
  const ways = mayMove ? nextStages(match.stage) : [];
  const steps = MATCH_STAGES.filter((stage) => !isEndedStage(stage) || stage === match.stage);
  return (
    <section className="panel stack stack--tight" aria-labelledby="match-stage">
      <div className="cluster cluster--spread">
        <h2 id="match-stage">{t('stageSteps')}</h2>
        <StageBadge stage={match.stage} />
      </div>
      <ol className="match-steps">
        {steps.map((stage) => (
          <li
            key={stage}
            className="match-steps__step"
            aria-current={stage === match.stage ? 'step' : undefined}
          >
            {word(`stage_${stage}`)}
          </li>
        ))}
      </ol>
      {ways.length > 0 && (
        <div className="cluster no-print" role="group" aria-label={t('moveHere')}>
          {ways.map((to) => (
            <Button
              key={to}
              variant="secondary"
              size="small"
              busy={moves.busy}
              onClick={() => moves.begin({ match, to })}
            >
              {t('moveTo', { stage: word(`stage_${to}`) })}
            </Button>
          ))}
        </div>
      )}
      {mayMove && match.stage === 'selected' && <p className="field__hint">{t('byContract')}</p>}
      <MoveDialog moves={moves} />
    </section>
  );
}
