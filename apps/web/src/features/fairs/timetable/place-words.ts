import { useCallback } from 'react';
import type { BadgeTone } from '../../../components/state-badge';
import type { IconName } from '../../../components/icon';
import { useMessages } from '../../../lib/language';
import type { Booking } from '../api';
import { fairWords } from '../messages';
import { holds, type Place } from './grid-view';
import { timetableMessages } from './timetable-messages';

type BookingState = Booking['state'];

/** The sign of a state in a narrow cell; the legend says it in words. */
export const STATE_ICONS: Readonly<Record<BookingState, IconName>> = {
  proposed: 'clock',
  confirmed: 'check',
  cancelled: 'close',
  attended: 'users',
  no_show: 'close',
  walk_in: 'plus',
};

export const STATE_TONES: Readonly<Record<BookingState, BadgeTone>> = {
  proposed: 'warning',
  confirmed: 'information',
  cancelled: 'neutral',
  attended: 'success',
  no_show: 'danger',
  walk_in: 'success',
};

/** How many sit here whom the reader may not see. */
export const hiddenIn = ({ taken, bookings }: Place): number => taken - bookings.filter(holds).length;

/** Everything that a cell shows, in one sentence for who hears it. `time` = the slot in words. */
export function usePlaceName(): (place: Place, time: string) => string {
  const t = useMessages(timetableMessages);
  const word = useMessages(fairWords);
  return useCallback(
    (place, time) => {
      const { desk, bookings, taken, waiting, kind } = place;
      const said = { desk: desk.name, time };
      const meetings = bookings.map((one) =>
        [one.supplierName, word(`booking_${one.state}`), one.isLocked ? t('locked') : '']
          .filter(Boolean)
          .join(' '),
      );
      const parts = [];
      if (meetings.length > 0) parts.push(t('name_meetings', { ...said, meetings: meetings.join(', ') }));
      else if (taken > 0) parts.push(t('name_taken', { ...said, count: taken, seats: desk.seats }));
      else parts.push(t(kind === 'absent' ? 'name_absent' : 'name_free', said));
      if (meetings.length > 0 && kind !== 'full' && kind !== 'absent')
        parts.push(t('name_left', { count: desk.seats - taken }));
      if (waiting > 0) parts.push(t('waitingCount', { count: waiting }));
      return parts.join(', ');
    },
    [t, word],
  );
}
