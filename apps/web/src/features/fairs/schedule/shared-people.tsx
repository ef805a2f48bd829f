import { Disclosure } from '../../../components/disclosure';
import { useLanguage, useMessages } from '../../../lib/language';
import type { FairSlot, SchedulePreview } from '../api';
import { slotsByDay, slotText, slotTimes } from '../fair-texts';
import '../fairs.css';
import { scheduleMessages } from './schedule-messages';

interface SharedPeopleProps {
  readonly slots: readonly FairSlot[];
  readonly people: SchedulePreview['people'];
}

/** Somebody who comes for several enterprises: which of the slots each of them was given. */
export function SharedPeople({ slots, people }: SharedPeopleProps) {
  const t = useMessages(scheduleMessages);
  const { language } = useLanguage();
  if (people.length === 0) return null;
  const isOneDay = slotsByDay(slots).length === 1;
  const timesOf = (slotIds: readonly string[]) =>
    slots
      .filter(({ id }) => slotIds.includes(id))
      .map((slot) => (isOneDay ? slotTimes(slot) : slotText(slot, language)))
      .join(', ');
  return (
    <section className="panel stack stack--tight" aria-label={t('people')}>
      <Disclosure title={t('people')}>
        <p>{t('peopleText')}</p>
        {people.map(({ exhibitors }) => (
          <ul key={exhibitors.map(({ exhibitorId }) => exhibitorId).join(' ')} className="fair-people">
            {exhibitors.map(({ exhibitorId, supplierName, slotIds }) => (
              <li key={exhibitorId}>
                {t('peopleTimes', {
                  name: supplierName,
                  times: slotIds.length === 0 ? t('peopleNoTimes') : timesOf(slotIds),
                })}
              </li>
            ))}
          </ul>
        ))}
      </Disclosure>
    </section>
  );
}
