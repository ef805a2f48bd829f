import { BOOKING_STATES } from '@ieum/domain';
import { Icon } from '../../../components/icon';
import { useMessages } from '../../../lib/language';
import { fairWords } from '../messages';
import { PLACE_KINDS } from './grid-view';
import { STATE_ICONS } from './place-words';
import { timetableMessages } from './timetable-messages';

const SHOWN_STATES = BOOKING_STATES.filter((state) => state !== 'cancelled');

/** What ground and sign of a cell mean; both only repeat what the cell says in words. */
export function TimetableLegend() {
  const t = useMessages(timetableMessages);
  const word = useMessages(fairWords);
  return (
    <ul className="fair-legend" aria-label={t('legend')}>
      {PLACE_KINDS.map((kind) => (
        <li key={kind}>
          <span className={`fair-legend__swatch fair-grid__place--${kind}`} aria-hidden="true" />
          {t(`kind_${kind}`)}
        </li>
      ))}
      <li>
        <span className="fair-legend__swatch fair-grid__place--own" aria-hidden="true" />
        {t('legendOwn')}
      </li>
      {SHOWN_STATES.map((state) => (
        <li key={state}>
          <Icon name={STATE_ICONS[state]} size={14} />
          {word(`booking_${state}`)}
        </li>
      ))}
    </ul>
  );
}
