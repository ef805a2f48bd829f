import { useMessages } from '../../../lib/language';
import { BookingCard, type BookingCardProps } from './booking-card';
import type { Place } from './grid-view';
import { hiddenIn } from './place-words';
import { timetableMessages } from './timetable-messages';

interface PlaceBookingsProps extends Pick<BookingCardProps, 'fair' | 'now' | 'onMove' | 'onReason'> {
  readonly place: Place;
}

/** Who sits here, as far as the reader may see it, each with what may be done now. */
export function PlaceBookings({ place, ...actions }: PlaceBookingsProps) {
  const t = useMessages(timetableMessages);
  const hidden = hiddenIn(place);
  const { taken, desk, bookings } = place;
  return (
    <div className="stack stack--tight">
      {desk.looksFor !== null && <p className="field__hint">{desk.looksFor}</p>}
      {taken === 0 && bookings.length === 0 && <p>{t(place.kind === 'absent' ? 'kind_absent' : 'nobody')}</p>}
      {hidden > 0 && <p>{`${t('notShown')} ${t('seatsTaken', { taken, seats: desk.seats })}`}</p>}
      <ul className="stack stack--tight">
        {bookings.map((booking) => (
          <li key={booking.id}>
            <BookingCard
              {...actions}
              booking={booking}
              headline={
                <>
                  <strong>{booking.supplierName}</strong>
                  {booking.booth !== null && <span>{booking.booth}</span>}
                </>
              }
            />
          </li>
        ))}
      </ul>
    </div>
  );
}
