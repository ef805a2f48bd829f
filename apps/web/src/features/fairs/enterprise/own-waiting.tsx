import { Notice } from '../../../components/notice';
import { useLanguage, useMessages } from '../../../lib/language';
import type { FairDetail, WaitingEntry } from '../api';
import { slotText } from '../fair-texts';
import { WaitingRow } from '../timetable/place-waiting';
import { myFairMessages } from './my-fair-messages';

interface OwnWaitingProps {
  readonly fair: FairDetail;
  readonly entries: readonly WaitingEntry[];
  /** the server's clock */
  readonly now: string;
}

/** What is offered and has to be answered first, then what is waited for. */
export function OwnWaiting({ fair, entries, now }: OwnWaitingProps) {
  const t = useMessages(myFairMessages);
  const { language } = useLanguage();
  if (entries.length === 0) return null;
  const ordered = [...entries].sort(
    (one, other) => Number(other.state === 'offered') - Number(one.state === 'offered'),
  );
  const slots = new Map(fair.slots.map((slot) => [slot.id, slot]));
  return (
    <section className="panel stack stack--tight no-print" aria-labelledby="own-waiting">
      <h2 id="own-waiting">{t('waiting')}</h2>
      {ordered[0]?.state === 'offered' && <Notice tone="warning" title={t('offered')} />}
      <ul className="stack stack--tight">
        {ordered.map((entry) => {
          const slot = entry.slotId === null ? undefined : slots.get(entry.slotId);
          return (
            <li key={entry.id}>
              <WaitingRow
                fair={fair}
                entry={entry}
                now={now}
                headline={[entry.deskName, slot && slotText(slot, language)].filter(Boolean).join(' · ')}
              />
            </li>
          );
        })}
      </ul>
    </section>
  );
}
