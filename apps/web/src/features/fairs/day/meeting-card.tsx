import { attendRefusal, koreanDay, noShowFrom, noShowRefusal, resultRefusal } from '@ieum/domain';
import { Button } from '../../../components/button';
import { ConfirmedButton } from '../../../components/confirmed-button';
import { StateBadge } from '../../../components/state-badge';
import { useMessages } from '../../../lib/language';
import type { FairDetail } from '../api';
import { clockTime, slotTimes } from '../fair-texts';
import { fairWords } from '../messages';
import { STATE_ICONS, STATE_TONES } from '../timetable/place-words';
import { dayMessages } from './day-messages';
import type { DeskMeeting } from './day-view';
import type { DayWork } from './outbox-entry';
import { ResultPad } from './result-pad';

interface MeetingCardProps {
  readonly fair: FairDetail;
  readonly meeting: DeskMeeting;
  /** the server's clock, in milliseconds */
  readonly now: number;
  readonly isBig?: boolean;
  readonly onSay: (work: DayWork, about: string) => void;
}

/** One meeting of the desk: here, not here, and what came of it. The server asks the same rules. */
export function MeetingCard({ fair, meeting, now, isBig = false, onSay }: MeetingCardProps) {
  const t = useMessages(dayMessages);
  const word = useMessages(fairWords);
  const { booking, isSending, outcome } = meeting;
  const { id: bookingId, supplierName, state } = booking;
  const today = koreanDay(new Date(now));
  const facts = { state, day: koreanDay(new Date(booking.startsAt)), startsAt: new Date(booking.startsAt) };
  const mayAttend = state !== 'attended' && state !== 'walk_in' && attendRefusal(fair, facts, today) === null;
  const isConfirmed = state === 'confirmed';
  const noShow = isConfirmed ? noShowRefusal(fair, facts, new Date(now)) : null;
  // What has not begun has come to nothing yet, though who came early may be through with it.
  const hasBegun = facts.startsAt.getTime() <= now || !isConfirmed;
  const mayResult = hasBegun && resultRefusal(fair, facts, today) === null;
  return (
    <article className={isBig ? 'meeting-card meeting-card--big' : 'meeting-card'} aria-label={supplierName}>
      <div className="meeting-card__head">
        <span className="meeting-card__time">{slotTimes(booking)}</span>
        <h3>{supplierName}</h3>
        {booking.booth !== null && <span>{booking.booth}</span>}
      </div>
      <div className="cluster">
        <StateBadge tone={STATE_TONES[state]} icon={STATE_ICONS[state]} label={word(`booking_${state}`)} />
        {/* Whoever is met has come. */}
        {(isConfirmed || booking.isCheckedIn) && (
          <StateBadge
            tone={booking.isCheckedIn ? 'success' : 'neutral'}
            label={t(booking.isCheckedIn ? 'checkedIn' : 'notCheckedIn')}
          />
        )}
        {isSending && <StateBadge tone="information" label={t('sending')} />}
      </div>
      <div className="cluster">
        {mayAttend && (
          <Button
            variant={isBig ? 'primary' : 'secondary'}
            size={isBig ? 'medium' : 'small'}
            icon="check"
            onClick={() => onSay({ kind: 'attend', bookingId }, supplierName)}
          >
            {t('attend')}
          </Button>
        )}
        {isConfirmed && noShow === null && (
          <ConfirmedButton
            label={t('noShow')}
            variant="secondary"
            size={isBig ? 'medium' : 'small'}
            danger
            title={t('noShowTitle')}
            onConfirm={() => onSay({ kind: 'no_show', bookingId }, supplierName)}
          >
            {`${supplierName}: ${t('noShowText')}`}
          </ConfirmedButton>
        )}
        {noShow?.code === 'BOOKING_TOO_EARLY' && facts.startsAt.getTime() <= now && (
          <span className="field__hint">
            {t('noShowFrom', {
              time: clockTime(noShowFrom(facts.startsAt, fair.noShowMinutes).toISOString()),
            })}
          </span>
        )}
      </div>
      {mayResult && (
        <ResultPad
          fairId={fair.id}
          bookingId={bookingId}
          supplierName={supplierName}
          hasResult={booking.hasResult}
          waiting={outcome}
          onResult={(next) => onSay({ kind: 'result', bookingId, outcome: next }, supplierName)}
        />
      )}
    </article>
  );
}
