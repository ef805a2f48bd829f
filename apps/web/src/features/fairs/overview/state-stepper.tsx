import {
  fairMoveRefusal,
  FAIR_STATES,
  nextFairStates,
  type FairMoveObstacle,
  type FairState,
} from '@ieum/domain';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { ConfirmedButton } from '../../../components/confirmed-button';
import { Icon } from '../../../components/icon';
import { Notice } from '../../../components/notice';
import { useToast } from '../../../components/toast';
import { today } from '../../../lib/date-format';
import { useMessages } from '../../../lib/language';
import { useProblemSentence } from '../../../lib/problem-sentences';
import { fairReportQuery, type FairDetail } from '../api';
import { moveFair } from '../fair-changes';
import { isOrganiser, type FairTabProps } from '../fair-tabs';
import { fairWords } from '../messages';
import { organiserMessages } from '../organiser-messages';
import { useFairRefresh } from '../use-fair-refresh';
import './state-stepper.css';

/** The stages of a fair as a row of steps; for the organiser also the next one, and what it still waits for. */
export function StateStepper({ fair }: FairTabProps) {
  const t = useMessages(organiserMessages);
  const word = useMessages(fairWords);
  const now = FAIR_STATES.indexOf(fair.state);
  return (
    <section className="panel stack stack--tight" aria-labelledby="fair-steps">
      <h2 id="fair-steps">{t('steps')}</h2>
      <ol className="fair-steps">
        {FAIR_STATES.map((state, at) => (
          <li
            key={state}
            className={at < now ? 'fair-steps__done' : at === now ? 'fair-steps__now' : undefined}
            aria-current={at === now ? 'step' : undefined}
          >
            <span className="fair-steps__mark" aria-hidden="true">
              {at < now ? <Icon name="check" size={16} /> : at + 1}
            </span>
            <span>
              {word(`state_${state}`)}
              {at <= now && <span className="fair-steps__note">{t(at < now ? 'stepDone' : 'stepNow')}</span>}
            </span>
          </li>
        ))}
      </ol>
      {isOrganiser(fair) && <NextSteps fair={fair} />}
    </section>
  );
}

/** Said by the same rule that the server asks. */
function NextSteps({ fair }: FairTabProps) {
  const t = useMessages(organiserMessages);
  const say = useToast();
  const sentence = useProblemSentence();
  const refresh = useFairRefresh();
  const [moving, setMoving] = useState<FairState | null>(null);
  const [failure, setFailure] = useState<unknown>(null);
  // Only the last step asks how many follow-ups are open.
  const report = useQuery({ ...fairReportQuery(fair.id), enabled: fair.state === 'held' });
  const openFollowUps = report.data?.openFollowUps ?? 0;
  const move = async (to: FairState) => {
    setMoving(to);
    setFailure(null);
    try {
      await moveFair(fair, to);
      say(t('moved'));
    } catch (error) {
      setFailure(error);
    }
    await refresh();
    setMoving(null);
  };
  return (
    <div className="stack stack--tight no-print">
      <p>{t(`stepText_${fair.state}`)}</p>
      {failure !== null && (
        <Notice tone="danger" live>
          {sentence(failure)}
        </Notice>
      )}
      {nextFairStates(fair.state).map((to, at) => (
        <NextStep
          key={to}
          fair={fair}
          to={to}
          openFollowUps={openFollowUps}
          isMain={at === 0}
          busy={moving === to}
          onMove={() => void move(to)}
        />
      ))}
    </div>
  );
}

interface NextStepProps {
  readonly fair: FairDetail;
  readonly to: FairState;
  readonly openFollowUps: number;
  readonly isMain: boolean;
  readonly busy: boolean;
  readonly onMove: () => void;
}

type MoveKey = Exclude<FairState, 'planned'> | 'applicationsAgain';

function moveKey(from: FairState, to: FairState): MoveKey {
  if (to === 'planned') return 'applications';
  return to === 'applications' && from === 'scheduling' ? 'applicationsAgain' : to;
}

function NextStep({ fair, to, openFollowUps, isMain, busy, onMove }: NextStepProps) {
  const t = useMessages(organiserMessages);
  const refused = fairMoveRefusal(fair.state, to, {
    ...fair,
    today: today(),
    slots: fair.slots.length,
    openFollowUps,
  });
  const key = moveKey(fair.state, to);
  const obstacle = refused && obstacleOf(refused.details?.['waitsFor']);
  // A report is entered of a fair that is over; of a coming one nobody asks for it.
  if (fair.state === 'planned' && to === 'held' && obstacle === 'days') return null;
  if (obstacle !== null)
    return <Notice title={t(`move_${key}`)}>{t(`waits_${obstacle}`, { count: openFollowUps })}</Notice>;
  return (
    <div className="cluster">
      <ConfirmedButton
        label={t(`move_${key}`)}
        variant={isMain ? 'primary' : 'secondary'}
        busy={busy}
        title={t(`move_${key}`)}
        onConfirm={onMove}
      >
        <p>{t(`moveText_${key}`)}</p>
      </ConfirmedButton>
    </div>
  );
}

const OBSTACLES: readonly FairMoveObstacle[] = ['slots', 'days', 'figures', 'follow_ups'];

function obstacleOf(named: unknown): FairMoveObstacle {
  return OBSTACLES.find((one) => one === named) ?? 'step';
}
