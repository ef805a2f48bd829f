import { useQuery } from '@tanstack/react-query';
import { StateBadge } from '../../../components/state-badge';
import { useMessages } from '../../../lib/language';
import { fairExhibitorsQuery, waitingListQuery, type FairDetail } from '../api';
import { slotTimes } from '../fair-texts';
import { refreshes } from '../timetable/timetable-view';
import { dayMessages } from './day-messages';

interface StandByListProps {
  readonly fair: FairDetail;
  readonly deskId: string;
}

const WAITING: 'waiting'[] = ['waiting'];

/** Who waits for this desk, who stands in the hall first: a place that is given up goes to the first of them. */
export function StandByList({ fair, deskId }: StandByListProps) {
  const t = useMessages(dayMessages);
  const { data } = useQuery({
    ...waitingListQuery(fair.id, { deskId, state: WAITING }),
    refetchInterval: refreshes(fair),
  });
  const exhibitors = useQuery(fairExhibitorsQuery(fair.id));
  const here = new Set((exhibitors.data?.items ?? []).filter((one) => one.isCheckedIn).map(({ id }) => id));
  const slots = new Map(fair.slots.map((slot) => [slot.id, slot]));
  const entries = [...(data?.items ?? [])].sort(
    (one, other) => Number(here.has(other.exhibitorId)) - Number(here.has(one.exhibitorId)),
  );
  return (
    <section className="panel stack stack--tight" aria-labelledby="stand-by">
      <h2 id="stand-by">{t('standBy')}</h2>
      {entries.length === 0 && <p className="field__hint">{t('standByNone')}</p>}
      <ol className="stack stack--tight">
        {entries.map((entry) => {
          const slot = entry.slotId === null ? undefined : slots.get(entry.slotId);
          return (
            <li key={entry.id} className="cluster">
              <strong>{entry.supplierName}</strong>
              {slot !== undefined && <span>{slotTimes(slot)}</span>}
              {here.has(entry.exhibitorId) && <StateBadge tone="success" label={t('standByHere')} />}
            </li>
          );
        })}
      </ol>
    </section>
  );
}
