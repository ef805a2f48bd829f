import { useQuery } from '@tanstack/react-query';
import { Button } from '../../../components/button';
import { Notice } from '../../../components/notice';
import { StateBadge } from '../../../components/state-badge';
import { showInstant } from '../../../lib/date-format';
import { useLanguage, useMessages } from '../../../lib/language';
import { waitingListQuery, type FairDetail, type WaitingEntry } from '../api';
import { acceptOffer, declineOffer, leaveWaitingList } from '../booking-changes';
import { fairWords } from '../messages';
import { mayAnswerOffer } from './booking-steps';
import type { Place } from './grid-view';
import { timetableMessages } from './timetable-messages';
import { useBookingStep } from './use-booking-step';
import './booking-card.css';

interface PlaceWaitingProps {
  readonly fair: FairDetail;
  readonly place: Place;
  readonly now: string;
}

const LIVING: ('waiting' | 'offered')[] = ['waiting', 'offered'];

/** Who waits for this place, in order; an enterprise sees itself alone. */
export function PlaceWaiting({ fair, place, now }: PlaceWaitingProps) {
  const t = useMessages(timetableMessages);
  const { data } = useQuery(waitingListQuery(fair.id, { deskId: place.desk.id, state: LIVING }));
  const entries = (data?.items ?? []).filter(({ slotId }) => slotId === null || slotId === place.slot.id);
  if (entries.length === 0) return null;
  return (
    <section className="stack stack--tight">
      <h3>{t('waitingHeading')}</h3>
      <ul className="stack stack--tight">
        {entries.map((entry) => (
          <li key={entry.id}>
            <WaitingRow fair={fair} entry={entry} now={now} />
          </li>
        ))}
      </ul>
    </section>
  );
}

interface WaitingRowProps {
  readonly fair: FairDetail;
  readonly entry: WaitingEntry;
  /** the server's clock */
  readonly now: string;
  /** what tells it apart where it is shown; the enterprise when nothing is given */
  readonly headline?: string;
}

export function WaitingRow({ fair, entry, now, headline = entry.supplierName }: WaitingRowProps) {
  const t = useMessages(timetableMessages);
  const word = useMessages(fairWords);
  const { language } = useLanguage();
  const { busy, refused, run } = useBookingStep(fair.id);
  const may = (action: 'accept' | 'decline' | 'withdraw') =>
    mayAnswerOffer(action, fair, entry, new Date(now));
  return (
    <div className="fair-booking">
      <div className="cluster">
        <strong>{headline}</strong>
        <StateBadge
          tone={entry.state === 'offered' ? 'warning' : 'information'}
          label={word(`waiting_${entry.state}`)}
        />
        {entry.place !== null && <span>{t('place', { count: entry.place })}</span>}
        {entry.slotId === null && <span>{t('anySlot')}</span>}
      </div>
      {entry.offeredUntil !== null && (
        <p>{t('offeredUntil', { until: showInstant(entry.offeredUntil, language) })}</p>
      )}
      {refused !== null && (
        <Notice tone="danger" live>
          {refused.sentence}
        </Notice>
      )}
      <div className="cluster">
        {may('accept') && (
          <Button size="small" busy={busy} onClick={() => void run(() => acceptOffer(entry), t('taken'))}>
            {t('take')}
          </Button>
        )}
        {may('decline') && (
          <Button
            variant="secondary"
            size="small"
            busy={busy}
            onClick={() => void run(() => declineOffer(entry), t('passed'))}
          >
            {t('pass')}
          </Button>
        )}
        {may('withdraw') && (
          <Button
            variant="text"
            size="small"
            busy={busy}
            onClick={() => void run(() => leaveWaitingList(entry), t('left'))}
          >
            {t('leave')}
          </Button>
        )}
      </div>
    </div>
  );
}
