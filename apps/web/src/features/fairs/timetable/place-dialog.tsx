import { useState } from 'react';
import { Dialog } from '../../../components/dialog';
import { useLanguage } from '../../../lib/language';
import type { Booking, FairDetail, Timetable } from '../api';
import { slotText } from '../fair-texts';
import { BookForm } from './book-form';
import { BookingReason, type ReasonedStep } from './booking-reason';
import { CancelledBookings } from './cancelled-bookings';
import type { Place } from './grid-view';
import { MoveForm } from './move-form';
import { PlaceBookings } from './place-bookings';
import { PlaceWaiting } from './place-waiting';

export interface PlaceDialogProps {
  readonly fair: FairDetail;
  readonly timetable: Timetable;
  readonly place: Place;
  readonly onClose: () => void;
}

/** What is asked before a step is taken; null = the place itself is shown. */
type Asked =
  | { readonly step: 'move'; readonly booking: Booking }
  | { readonly step: ReasonedStep; readonly booking: Booking };

/** One desk in one slot: who sits there, and all that the reader may do about it. */
export function PlaceDialog({ fair, timetable, place, onClose }: PlaceDialogProps) {
  const { language } = useLanguage();
  const [asked, setAsked] = useState<Asked | null>(null);
  const back = () => setAsked(null);
  return (
    <Dialog open onClose={onClose} title={`${place.desk.name} · ${slotText(place.slot, language)}`}>
      {asked === null && (
        <div className="stack">
          <PlaceBookings
            fair={fair}
            place={place}
            now={timetable.now}
            onMove={(booking) => setAsked({ step: 'move', booking })}
            onReason={(step, booking) => setAsked({ step, booking })}
          />
          <BookForm fair={fair} timetable={timetable} place={place} onDone={onClose} />
          <PlaceWaiting fair={fair} place={place} now={timetable.now} />
          <CancelledBookings fair={fair} timetable={timetable} place={place} />
        </div>
      )}
      {asked?.step === 'move' && (
        <MoveForm fair={fair} timetable={timetable} booking={asked.booking} onBack={back} onDone={onClose} />
      )}
      {asked !== null && asked.step !== 'move' && (
        <BookingReason fairId={fair.id} step={asked.step} booking={asked.booking} onBack={back} />
      )}
    </Dialog>
  );
}
