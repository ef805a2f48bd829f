import { useState } from 'react';
import { Button } from '../../../components/button';
import { SelectField } from '../../../components/select-field';
import { useLanguage, useMessages } from '../../../lib/language';
import type { Booking, FairDetail, FairSlot, Timetable } from '../api';
import { moveBooking } from '../booking-changes';
import { slotText } from '../fair-texts';
import { freeSlots } from './grid-view';
import { RefusedNotice } from './refused-notice';
import { timetableMessages } from './timetable-messages';
import { useBookingStep } from './use-booking-step';

interface MoveFormProps {
  readonly fair: FairDetail;
  readonly timetable: Timetable;
  readonly booking: Booking;
  readonly onBack: () => void;
  readonly onDone: () => void;
}

/** Another slot of the same desk; for the organiser another desk, too. Only places that look free are offered. */
export function MoveForm({ fair, timetable, booking, onBack, onDone }: MoveFormProps) {
  const t = useMessages(timetableMessages);
  const { language } = useLanguage();
  const { busy, refused, complain, run } = useBookingStep(fair.id);
  const [deskId, setDeskId] = useState(booking.deskId);
  const [slotId, setSlotId] = useState('');
  const isOrganiser = fair.stands.includes('organiser');
  const others = { ...timetable, bookings: timetable.bookings.filter(({ id }) => id !== booking.id) };
  const isThere = (slot: FairSlot) => deskId === booking.deskId && slot.id === booking.slotId;
  const free = freeSlots(others, deskId, booking.exhibitorId).filter(
    (slot) => !isThere(slot) && slot.startsAt > timetable.now,
  );
  const move = async (slot: FairSlot | undefined) => {
    if (slot === undefined) {
      complain(t('slotMissing'));
      return;
    }
    const body = { slotId: slot.id, ...(deskId === booking.deskId ? {} : { deskId }) };
    if (await run(() => moveBooking(booking, body), t('moved', { time: slotText(slot, language) }))) onDone();
  };
  return (
    <form
      className="stack stack--tight"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void move(free.find(({ id }) => id === slotId));
      }}
    >
      <h3>{t('moveTitle')}</h3>
      <p>{booking.supplierName}</p>
      <RefusedNotice
        refused={refused}
        slots={timetable.slots}
        busy={busy}
        onChoose={(slot) => void move(slot)}
      />
      {isOrganiser && (
        <SelectField
          label={t('moveDesk')}
          emptyLabel={null}
          value={deskId}
          options={timetable.desks.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(event) => setDeskId(event.target.value)}
        />
      )}
      {free.length === 0 ? (
        <p>{t('noFreeSlot')}</p>
      ) : (
        <SelectField
          label={t('moveTo')}
          required
          autoFocus
          value={free.some(({ id }) => id === slotId) ? slotId : ''}
          options={free.map((slot) => ({ value: slot.id, label: slotText(slot, language) }))}
          onChange={(event) => setSlotId(event.target.value)}
        />
      )}
      <div className="cluster">
        <Button type="submit" busy={busy}>
          {t('move')}
        </Button>
        <Button variant="secondary" onClick={onBack}>
          {t('back')}
        </Button>
      </div>
    </form>
  );
}
