import { useEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import { showDay } from '../../../lib/date-format';
import { useLanguage, useMessages } from '../../../lib/language';
import type { FairDetail, FairSlot, Timetable } from '../api';
import { slotTimes } from '../fair-texts';
import { fairWords } from '../messages';
import { daysOf, gridOf, slotsOfDay, type Place } from './grid-view';
import { hiddenIn } from './place-words';
import { timetableMessages } from './timetable-messages';

interface TimetablePrintProps {
  readonly fair: FairDetail;
  readonly timetable: Timetable;
}

/** Every day on a landscape page of its own. Drawn only while something is printed: it is large. */
export function TimetablePrint({ fair, timetable }: TimetablePrintProps) {
  const { language } = useLanguage();
  const t = useMessages(timetableMessages);
  const isPrinting = usePrinting();
  if (!isPrinting) return null;
  const isDense = timetable.desks.length > MANY_DESKS;
  return (
    <>
      {daysOf(timetable.slots).flatMap((day) =>
        pagesOf(slotsOfDay(timetable.slots, day)).map((slots) => (
          <section key={slots[0]?.id} className={isDense ? 'fair-print fair-print--dense' : 'fair-print'}>
            <h2>{`${fair.name} · ${t('gridLabel', { day: showDay(day, language) })}`}</h2>
            <PrintedGrid timetable={timetable} slots={slots} />
          </section>
        )),
      )}
    </>
  );
}

/** As many rows as these fill a page; more of them are written smaller. */
const MANY_DESKS = 30;

/** More columns than this are too narrow to read on a page: the day goes on on the next one. */
const COLUMNS = 16;

function pagesOf(slots: readonly FairSlot[]): FairSlot[][] {
  const count = Math.ceil(slots.length / COLUMNS);
  return Array.from({ length: count }, (_, page) => slots.slice(page * COLUMNS, (page + 1) * COLUMNS));
}

interface PrintedGridProps {
  readonly timetable: Timetable;
  readonly slots: readonly FairSlot[];
}

function PrintedGrid({ timetable, slots }: PrintedGridProps) {
  const t = useMessages(timetableMessages);
  const grid = gridOf(timetable, slots);
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{t('desk')}</th>
          {grid.slots.map((slot) => (
            <th key={slot.id} scope="col">
              {slotTimes(slot)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {grid.rows.map(({ desk, places }) => (
          <tr key={desk.id}>
            <th scope="row">{desk.name}</th>
            {places.map((place) => (
              <td key={place.slot.id}>
                <PrintedPlace place={place} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function PrintedPlace({ place }: { readonly place: Place }) {
  const t = useMessages(timetableMessages);
  const word = useMessages(fairWords);
  const names = place.bookings.map(({ supplierName, booth, state }) =>
    [supplierName, booth, state === 'confirmed' ? '' : `(${word(`booking_${state}`)})`]
      .filter(Boolean)
      .join(' '),
  );
  if (hiddenIn(place) > 0) names.push(t('notShown'));
  if (names.length === 0 && place.kind === 'absent') names.push(t('kind_absent'));
  return names.map((name, index) => <div key={index}>{name}</div>);
}

/** True from just before the browser draws the pages until it has. */
function usePrinting(): boolean {
  const [isPrinting, setPrinting] = useState(false);
  useEffect(() => {
    const begin = () => flushSync(() => setPrinting(true));
    const end = () => setPrinting(false);
    window.addEventListener('beforeprint', begin);
    window.addEventListener('afterprint', end);
    return () => {
      window.removeEventListener('beforeprint', begin);
      window.removeEventListener('afterprint', end);
    };
  }, []);
  return isPrinting;
}
