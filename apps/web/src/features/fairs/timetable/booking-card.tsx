import type { ReactNode } from 'react';
import { Button } from '../../../components/button';
import { Notice } from '../../../components/notice';
import { StateBadge } from '../../../components/state-badge';
import { showInstant } from '../../../lib/date-format';
import { useLanguage, useMessages } from '../../../lib/language';
import type { Booking, FairDetail } from '../api';
import { acceptBooking, lockBooking } from '../booking-changes';
import { fairWords } from '../messages';
import type { ReasonedStep } from './booking-reason';
import { mayDo } from './booking-steps';
import { STATE_ICONS, STATE_TONES } from './place-words';
import { timetableMessages } from './timetable-messages';
import { useBookingStep } from './use-booking-step';
import './booking-card.css';

export interface BookingCardProps {
  readonly fair: FairDetail;
  readonly booking: Booking;
  /** the server's clock */
  readonly now: string;
  /** what tells it apart where it is shown: the enterprise at a desk, time and desk for an enterprise */
  readonly headline: ReactNode;
  readonly onMove: (booking: Booking) => void;
  readonly onReason: (step: ReasonedStep, booking: Booking) => void;
}

/** One meeting with what the reader may do about it now. */
export function BookingCard({ fair, booking, now, headline, onMove, onReason }: BookingCardProps) {
  const t = useMessages(timetableMessages);
  const word = useMessages(fairWords);
  const { language } = useLanguage();
  const step = useBookingStep(fair.id);
  const may = (action: Parameters<typeof mayDo>[0]) => mayDo(action, fair, booking, new Date(now));
  const lock = () =>
    step.run(() => lockBooking(booking, !booking.isLocked), t(booking.isLocked ? 'unlockDone' : 'lockDone'));
  return (
    <div className="fair-booking">
      <div className="cluster">
        {headline}
        <StateBadge
          tone={STATE_TONES[booking.state]}
          icon={STATE_ICONS[booking.state]}
          label={word(`booking_${booking.state}`)}
        />
        {booking.isLocked && <StateBadge tone="neutral" icon="certificate" label={t('locked')} />}
        {booking.isCheckedIn && <StateBadge tone="success" label={t('checkedIn')} />}
      </div>
      <p className="field__hint">
        {booking.origin === 'request'
          ? `${t('askedBy')}: ${t(`askedBy_${booking.askedBy}`)}`
          : word(`origin_${booking.origin}`)}
        {booking.heldUntil !== null &&
          ` · ${t('heldUntil', { until: showInstant(booking.heldUntil, language) })}`}
      </p>
      {step.refused !== null && (
        <Notice tone="danger" live>
          {step.refused.sentence}
        </Notice>
      )}
      <div className="cluster">
        {may('accept') && (
          <Button
            size="small"
            busy={step.busy}
            onClick={() => void step.run(() => acceptBooking(booking), t('accepted'))}
          >
            {t('accept')}
          </Button>
        )}
        {may('decline') && (
          <Button variant="secondary" size="small" onClick={() => onReason('decline', booking)}>
            {t('decline')}
          </Button>
        )}
        {may('move') && (
          <Button variant="secondary" size="small" onClick={() => onMove(booking)}>
            {t('move')}
          </Button>
        )}
        {may('cancel') && (
          <Button variant="secondary" size="small" onClick={() => onReason('cancel', booking)}>
            {t('cancel')}
          </Button>
        )}
        {may('lock') && (
          <Button variant="text" size="small" busy={step.busy} onClick={() => void lock()}>
            {t(booking.isLocked ? 'unlock' : 'lock')}
          </Button>
        )}
      </div>
    </div>
  );
}
