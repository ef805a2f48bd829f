import { useState } from 'react';
import { Button } from '../../../components/button';
import { Dialog } from '../../../components/dialog';
import { LinkButton } from '../../../components/link-button';
import { PrintButton } from '../../../components/print-button';
import { useToast } from '../../../components/toast';
import { saveAnswer } from '../../../lib/files';
import { useLanguage, useMessages } from '../../../lib/language';
import { useProblemSentence } from '../../../lib/problem-sentences';
import { exhibitorCalendarPath, type Booking, type FairDetail, type Timetable } from '../api';
import { slotText } from '../fair-texts';
import { BookingCard } from '../timetable/booking-card';
import { BookingReason, type ReasonedStep } from '../timetable/booking-reason';
import { MoveForm } from '../timetable/move-form';
import { myFairMessages } from './my-fair-messages';
import { ownAtFair } from './own-fair-data';

interface OwnMeetingsProps {
  readonly fair: FairDetail;
  readonly exhibitorId: string;
  readonly timetable: Timetable;
}

interface Asked {
  readonly step: 'move' | ReasonedStep;
  readonly booking: Booking;
}

/** The own meetings in order of time, each with what may be done about it. */
export function OwnMeetings({ fair, exhibitorId, timetable }: OwnMeetingsProps) {
  const t = useMessages(myFairMessages);
  const { language } = useLanguage();
  const [asked, setAsked] = useState<Asked | null>(null);
  const close = () => setAsked(null);
  const { bookings } = ownAtFair(timetable, exhibitorId);
  const slots = new Map(timetable.slots.map((slot) => [slot.id, slot]));
  const timeOf = ({ slotId, startsAt }: Booking) => {
    const slot = slots.get(slotId);
    return slot === undefined ? startsAt : slotText(slot, language);
  };
  return (
    <section className="panel stack stack--tight" aria-labelledby="own-meetings">
      <div className="cluster cluster--spread">
        <h2 id="own-meetings">{t('meetings')}</h2>
        <div className="cluster no-print">
          <Calendar path={exhibitorCalendarPath(fair.id, exhibitorId)} name={fair.name} />
          <PrintButton />
        </div>
      </div>
      {bookings.length === 0 && (
        <p className="field__hint">{`${t('meetingsNone')} ${t('meetingsNoneText')}`}</p>
      )}
      <ul className="stack stack--tight">
        {bookings.map((booking) => (
          <li key={booking.id}>
            <BookingCard
              fair={fair}
              booking={booking}
              now={timetable.now}
              headline={
                <>
                  <strong>{timeOf(booking)}</strong>
                  <span>{booking.deskName}</span>
                </>
              }
              onMove={(one) => setAsked({ step: 'move', booking: one })}
              onReason={(step, one) => setAsked({ step, booking: one })}
            />
          </li>
        ))}
      </ul>
      <div className="no-print">
        <LinkButton variant="secondary" size="small" icon="calendar" to={`/fairs/${fair.id}/timetable`}>
          {t('toTimetable')}
        </LinkButton>
      </div>
      {asked !== null && (
        <Dialog open onClose={close} title={`${asked.booking.deskName} · ${timeOf(asked.booking)}`}>
          {asked.step === 'move' ? (
            <MoveForm
              fair={fair}
              timetable={timetable}
              booking={asked.booking}
              onBack={close}
              onDone={close}
            />
          ) : (
            <BookingReason fairId={fair.id} step={asked.step} booking={asked.booking} onBack={close} />
          )}
        </Dialog>
      )}
    </section>
  );
}

function Calendar({ path, name }: { readonly path: string; readonly name: string }) {
  const t = useMessages(myFairMessages);
  const say = useToast();
  const sentence = useProblemSentence();
  const save = () => saveAnswer(path, `${name}.ics`).catch((failure: unknown) => say(sentence(failure)));
  return (
    <Button variant="secondary" size="small" icon="download" onClick={() => void save()}>
      {t('calendar')}
    </Button>
  );
}
