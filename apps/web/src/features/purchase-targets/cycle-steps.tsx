import { CYCLE_STATES } from '@ieum/domain';
import { Icon } from '../../components/icon';
import { cycleWords } from '../../lib/cycle-messages';
import type { Cycle } from '../../lib/cycle-queries';
import { useMessages } from '../../lib/language';
import { targetMessages } from './messages';
import './cycle-steps.css';

/** Where the year stands between survey and close. */
export function CycleSteps({ cycle }: { readonly cycle: Cycle }) {
  const t = useMessages(targetMessages);
  const words = useMessages(cycleWords);
  const now = CYCLE_STATES.indexOf(cycle.state);
  return (
    <ol className="cycle-steps" aria-label={t('steps', { year: String(cycle.fiscalYear) })}>
      {CYCLE_STATES.map((state, index) => (
        <li
          key={state}
          className={index === now ? 'cycle-steps__now' : index < now ? 'cycle-steps__done' : undefined}
          aria-current={index === now ? 'step' : undefined}
        >
          <span className="cycle-steps__mark">
            {index < now ? <Icon name="check" size={14} /> : String(index + 1)}
          </span>
          {words(`cycle_${state}`)}
          {index < now && <span className="visually-hidden">{t('stepDone')}</span>}
        </li>
      ))}
    </ol>
  );
}
