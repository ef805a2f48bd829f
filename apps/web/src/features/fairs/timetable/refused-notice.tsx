import { Button } from '../../../components/button';
import { Notice } from '../../../components/notice';
import { useLanguage, useMessages } from '../../../lib/language';
import type { FairSlot } from '../api';
import { slotText } from '../fair-texts';
import './booking-card.css';
import { timetableMessages } from './timetable-messages';
import type { Refused } from './use-booking-step';

interface RefusedNoticeProps {
  readonly refused: Refused | null;
  readonly slots: readonly FairSlot[];
  readonly busy: boolean;
  /** does the same once more with another slot; nothing typed is asked again */
  readonly onChoose: (slot: FairSlot) => void;
  /** undefined = waiting is not for this reader */
  readonly onWait?: (() => void) | undefined;
}

/** Why not, the nearest free slots, and the waiting list. */
export function RefusedNotice({ refused, slots, busy, onChoose, onWait }: RefusedNoticeProps) {
  const t = useMessages(timetableMessages);
  const { language } = useLanguage();
  if (refused === null) return null;
  const { sentence, taken } = refused;
  const nearest = (taken?.nearestSlotIds ?? []).flatMap((id) => slots.find((slot) => slot.id === id) ?? []);
  return (
    <Notice tone="danger" live>
      <div className="stack stack--tight">
        <p>{sentence}</p>
        {nearest.length > 0 && (
          <>
            <p>{t('takenNearest')}</p>
            <div className="cluster">
              {nearest.map((slot) => (
                <Button
                  key={slot.id}
                  variant="secondary"
                  size="small"
                  className="fair-nearest"
                  busy={busy}
                  onClick={() => onChoose(slot)}
                >
                  {t('takenChoose', { time: slotText(slot, language) })}
                </Button>
              ))}
            </div>
          </>
        )}
        {taken?.canWait === true && onWait !== undefined && (
          <div className="cluster">
            <Button variant="secondary" size="small" icon="clock" busy={busy} onClick={onWait}>
              {t('wait')}
            </Button>
            <span>{taken.waiting > 0 ? t('takenWaiting', { count: taken.waiting }) : t('waitText')}</span>
          </div>
        )}
      </div>
    </Notice>
  );
}
