import { useState } from 'react';
import { Button } from '../../../components/button';
import { Notice } from '../../../components/notice';
import { TextArea } from '../../../components/text-area';
import { useMessages } from '../../../lib/language';
import type { Booking } from '../api';
import { cancelBooking, declineBooking } from '../booking-changes';
import { timetableMessages } from './timetable-messages';
import { useBookingStep } from './use-booking-step';

export type ReasonedStep = 'cancel' | 'decline';

interface BookingReasonProps {
  readonly fairId: string;
  readonly step: ReasonedStep;
  readonly booking: Booking;
  /** back to the place; also when it is done */
  readonly onBack: () => void;
}

const SAID = { cancel: 'cancelled', decline: 'declined' } as const;

/** The other side reads the reason; a refusal leaves it in the field. */
export function BookingReason({ fairId, step, booking, onBack }: BookingReasonProps) {
  const t = useMessages(timetableMessages);
  const { busy, refused, run } = useBookingStep(fairId);
  const [reason, setReason] = useState('');
  const [isMissing, setMissing] = useState(false);
  const send = async () => {
    const text = reason.trim();
    setMissing(text === '');
    if (text === '') return;
    const change = step === 'cancel' ? cancelBooking : declineBooking;
    if (await run(() => change(booking, text), t(SAID[step]))) onBack();
  };
  return (
    <form
      className="stack stack--tight"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <h3>{t(`${step}Title`)}</h3>
      <p>{`${booking.supplierName}: ${t(`${step}Text`)}`}</p>
      {refused !== null && (
        <Notice tone="danger" live>
          {refused.sentence}
        </Notice>
      )}
      <TextArea
        label={t('reason')}
        required
        autoFocus
        maxLength={500}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
        error={isMissing && reason.trim() === '' ? t('reasonMissing') : undefined}
      />
      <div className="cluster">
        <Button type="submit" variant="danger" busy={busy}>
          {t(step)}
        </Button>
        <Button variant="secondary" onClick={onBack}>
          {t('back')}
        </Button>
      </div>
    </form>
  );
}
