import { useState } from 'react';
import { Button } from '../../../components/button';
import type { ComboOption } from '../../../components/combo-box-field';
import { Notice } from '../../../components/notice';
import type { Language } from '../../../lib/define-messages';
import { useLanguage, useMessages } from '../../../lib/language';
import { useIdempotencyKey } from '../../../lib/use-idempotency-key';
import type { Booking, FairDetail, FairSlot, Timetable } from '../api';
import { createBooking, joinWaitingList } from '../booking-changes';
import { slotText, slotTimes } from '../fair-texts';
import { useOwnDesks } from '../own-desks';
import { ExhibitorField } from './exhibitor-field';
import { holds, type Place } from './grid-view';
import { RefusedNotice } from './refused-notice';
import { timetableMessages } from './timetable-messages';
import { useBookingStep } from './use-booking-step';

interface BookFormProps {
  readonly fair: FairDetail;
  readonly timetable: Timetable;
  readonly place: Place;
  readonly onDone: () => void;
}

/** As what the reader books here: nobody's desk and nobody's fair is only looked at. */
type Booker = 'organiser' | 'desk' | 'exhibitor';

/** Booking as the organiser, asking as a side, or waiting where nothing is free. */
export function BookForm(props: BookFormProps) {
  const { fair, timetable, place } = props;
  const t = useMessages(timetableMessages);
  const { language } = useLanguage();
  const booker = useBooker(fair, place);
  if (booker === null || place.slot.startsAt <= timetable.now) return null;
  if (fair.state !== 'open' && !(fair.state === 'scheduling' && booker === 'organiser'))
    return <Notice>{t('closed')}</Notice>;
  const own = timetable.bookings.find(
    (one) => holds(one) && one.deskId === place.desk.id && one.exhibitorId === fair.ownExhibitorId,
  );
  // Who meets this desk anyway has nothing to ask for; the meeting itself can be moved.
  if (own !== undefined)
    return own.slotId === place.slot.id ? null : (
      <Notice>{t('meetsAlready', { time: timeOf(timetable, own, language) })}</Notice>
    );
  if (place.kind === 'absent' || (place.kind === 'full' && booker === 'desk')) return null;
  return <Form {...props} booker={booker} />;
}

function timeOf({ slots }: Timetable, booking: Booking, language: Language): string {
  const slot = slots.find(({ id }) => id === booking.slotId);
  return slot === undefined ? slotTimes(booking) : slotText(slot, language);
}

function useBooker(fair: FairDetail, { desk }: Place): Booker | null {
  const { desks } = useOwnDesks(fair);
  if (fair.stands.includes('organiser')) return 'organiser';
  if (desks.some(({ id }) => id === desk.id)) return 'desk';
  return fair.stands.includes('exhibitor') && fair.ownExhibitorId !== null ? 'exhibitor' : null;
}

function Form({ fair, timetable, place, onDone, booker }: BookFormProps & { readonly booker: Booker }) {
  const t = useMessages(timetableMessages);
  const idempotency = useIdempotencyKey();
  const { busy, refused, run } = useBookingStep(fair.id);
  const [exhibitor, setExhibitor] = useState<ComboOption | null>(null);
  const [isMissing, setMissing] = useState(false);
  const exhibitorId = booker === 'exhibitor' ? fair.ownExhibitorId : (exhibitor?.id ?? null);
  const isFull = place.kind === 'full';
  const deskId = place.desk.id;
  const withExhibitor = async (step: (id: string) => Promise<unknown>, said: string) => {
    setMissing(exhibitorId === null);
    if (exhibitorId === null || !(await run(() => step(exhibitorId), said))) return;
    idempotency.renew();
    onDone();
  };
  const book = (slot: FairSlot) =>
    withExhibitor(
      (id) => {
        const body = { deskId, exhibitorId: id, slotId: slot.id };
        return createBooking(fair.id, body, idempotency.headersFor(body));
      },
      t(booker === 'organiser' ? 'booked' : 'requested'),
    );
  const wait = () =>
    withExhibitor((id) => {
      const body = { deskId, exhibitorId: id, slotId: place.slot.id };
      return joinWaitingList(fair.id, body, idempotency.headersFor({ wait: body }));
    }, t('waitJoined'));
  const title = isFull ? 'wait' : booker === 'organiser' ? 'bookTitle' : 'requestTitle';
  const text = isFull ? 'waitText' : booker === 'organiser' ? 'organiserText' : 'requestText';
  return (
    <form
      className="stack stack--tight"
      noValidate
      aria-label={t(title)}
      onSubmit={(event) => {
        event.preventDefault();
        void (isFull ? wait() : book(place.slot));
      }}
    >
      <h3>{t(title)}</h3>
      <p className="field__hint">{t(text)}</p>
      <RefusedNotice
        refused={refused}
        slots={timetable.slots}
        busy={busy}
        onChoose={(slot) => void book(slot)}
        onWait={booker === 'desk' || isFull ? undefined : () => void wait()}
      />
      {booker !== 'exhibitor' && (
        <ExhibitorField
          fairId={fair.id}
          value={exhibitor}
          onChange={setExhibitor}
          error={isMissing && exhibitor === null ? t('exhibitorMissing') : undefined}
        />
      )}
      <div>
        <Button type="submit" busy={busy} icon={isFull ? 'clock' : 'plus'}>
          {t(isFull ? 'wait' : booker === 'organiser' ? 'book' : 'request')}
        </Button>
      </div>
    </form>
  );
}
