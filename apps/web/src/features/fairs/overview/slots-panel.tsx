import { slotChangeRefusal } from '@ieum/domain';
import { useState } from 'react';
import { Button } from '../../../components/button';
import { EmptyState } from '../../../components/empty-state';
import { showDay } from '../../../lib/date-format';
import { useLanguage, useMessages } from '../../../lib/language';
import { isOrganiser, type FairTabProps } from '../fair-tabs';
import { slotsByDay, slotTimes } from '../fair-texts';
import { organiserMessages } from '../organiser-messages';
import '../fairs.css';
import { LaySlotsDialog } from './lay-slots-dialog';

/** The slots by day; the organiser cuts them from hours. */
export function SlotsPanel({ fair }: FairTabProps) {
  const t = useMessages(organiserMessages);
  const { language } = useLanguage();
  const [laying, setLaying] = useState(false);
  const { slots } = fair;
  const days = slotsByDay(slots);
  const mayLay = isOrganiser(fair) && slotChangeRefusal(fair.state) === null;
  const layButton = mayLay && (
    <Button
      variant={slots.length === 0 ? 'primary' : 'secondary'}
      size={slots.length === 0 ? 'medium' : 'small'}
      icon="clock"
      onClick={() => setLaying(true)}
    >
      {t(slots.length === 0 ? 'slotsLay' : 'slotsRelay')}
    </Button>
  );
  return (
    <section className="panel stack stack--tight" aria-labelledby="fair-slots">
      <div className="cluster cluster--spread">
        <h2 id="fair-slots">{t('slots')}</h2>
        {slots.length > 0 && <div className="no-print">{layButton}</div>}
      </div>
      {slots.length === 0 ? (
        <EmptyState
          icon="clock"
          title={t('slotsNone')}
          text={t('slotsNoneText')}
          {...(mayLay ? { action: layButton } : {})}
        />
      ) : (
        <p>{t('slotsSummary', { days: days.length, count: slots.length, minutes: fair.slotMinutes })}</p>
      )}
      {days.map(({ day, slots: ofDay }) => (
        <div key={day} className="stack stack--tight">
          <h3>{showDay(day, language)}</h3>
          <ul className="fair-slots">
            {ofDay.map((slot) => (
              <li key={slot.id}>{slotTimes(slot)}</li>
            ))}
          </ul>
        </div>
      ))}
      {laying && <LaySlotsDialog fair={fair} onClose={() => setLaying(false)} />}
    </section>
  );
}
