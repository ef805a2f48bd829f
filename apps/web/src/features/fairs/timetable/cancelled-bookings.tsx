import { useInfiniteQuery } from '@tanstack/react-query';
import { BOOKING_ENDS } from '@ieum/domain';
import { Button } from '../../../components/button';
import { useMessages } from '../../../lib/language';
import { bookingPagesQuery, type Booking, type FairDetail, type Timetable } from '../api';
import { restoreBooking } from '../booking-changes';
import { fairWords } from '../messages';
import { mayDo } from './booking-steps';
import type { Place } from './grid-view';
import { RefusedNotice } from './refused-notice';
import { timetableMessages } from './timetable-messages';
import { useBookingStep } from './use-booking-step';
import './booking-card.css';

interface CancelledBookingsProps {
  readonly fair: FairDetail;
  readonly timetable: Timetable;
  readonly place: Place;
}

const CANCELLED: 'cancelled'[] = ['cancelled'];

/** What was cancelled here and may be taken back by this reader, while the place is free. */
export function CancelledBookings({ fair, timetable, place }: CancelledBookingsProps) {
  const t = useMessages(timetableMessages);
  const { data } = useInfiniteQuery({
    ...bookingPagesQuery(fair.id, { deskId: place.desk.id, state: CANCELLED }),
    enabled: fair.stands.length > 0,
  });
  const now = new Date(timetable.now);
  const restorable = (data?.pages ?? [])
    .flatMap(({ items }) => items)
    .filter((one) => one.slotId === place.slot.id && mayDo('restore', fair, one, now));
  if (restorable.length === 0) return null;
  return (
    <section className="stack stack--tight">
      <h3>{t('cancelledHeading')}</h3>
      <ul className="stack stack--tight">
        {restorable.map((booking) => (
          <li key={booking.id}>
            <Restorable fair={fair} timetable={timetable} booking={booking} />
          </li>
        ))}
      </ul>
    </section>
  );
}

interface RestorableProps {
  readonly fair: FairDetail;
  readonly timetable: Timetable;
  readonly booking: Booking;
}

function Restorable({ fair, timetable, booking }: RestorableProps) {
  const t = useMessages(timetableMessages);
  const word = useMessages(fairWords);
  const { busy, refused, run } = useBookingStep(fair.id);
  const end = BOOKING_ENDS.find((one) => one === booking.cancelReason);
  const reason = end === undefined ? booking.cancelReason : word(`end_${end}`);
  return (
    <div className="fair-booking">
      <div className="cluster cluster--spread">
        <span>
          <strong>{booking.supplierName}</strong>
          {reason !== null && <span className="field__hint">{` ${reason}`}</span>}
        </span>
        <Button
          variant="secondary"
          size="small"
          busy={busy}
          onClick={() => void run(() => restoreBooking(booking), t('restored'))}
        >
          {t('restore')}
        </Button>
      </div>
      {/* A free slot elsewhere does not take a cancellation back: only the reason is told. */}
      <RefusedNotice
        refused={refused === null ? null : { ...refused, taken: null }}
        slots={timetable.slots}
        busy={busy}
        onChoose={() => undefined}
      />
    </div>
  );
}
