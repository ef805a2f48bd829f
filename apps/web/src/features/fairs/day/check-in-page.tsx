import { useQuery } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import { useParams } from 'react-router';
import { EmptyState } from '../../../components/empty-state';
import { LinkButton } from '../../../components/link-button';
import { LoadFailed } from '../../../components/load-failed';
import { PageHeader } from '../../../components/page-header';
import { PageSkeleton } from '../../../components/skeleton';
import { StateBadge } from '../../../components/state-badge';
import { today } from '../../../lib/date-format';
import { useMessages } from '../../../lib/language';
import { fairExhibitorsQuery, fairQuery, type CheckedIn, type FairDetail } from '../api';
import { clockTime } from '../fair-texts';
import { fairWords } from '../messages';
import { CodeForm } from './code-form';
import { dayMessages } from './day-messages';
import { isCheckedIn } from './day-view';
import type { OutboxEntry } from './outbox-entry';
import { useDayWork } from './use-day-work';
import './day.css';

const SHOWN = 10;

/** At the door: one field that keeps the focus, and the last ten who came. */
export default function CheckInPage() {
  const t = useMessages(dayMessages);
  const { id = '' } = useParams();
  const { data: fair, error, isPending, refetch } = useQuery(fairQuery(id));
  if (isPending) return <PageSkeleton label={t('loading')} />;
  if (fair === undefined) return <LoadFailed error={error} onRetry={() => void refetch()} />;
  return <Door fair={fair} />;
}

function Door({ fair }: { readonly fair: FairDetail }) {
  const t = useMessages(dayMessages);
  const word = useMessages(fairWords);
  const isOrganiser = fair.stands.includes('organiser');
  const [recent, setRecent] = useState<readonly CheckedIn[]>([]);
  const onDone = useCallback((_: OutboxEntry, answer: unknown) => {
    if (!isCheckedIn(answer)) return;
    setRecent((before) =>
      [answer, ...before.filter(({ exhibitorId }) => exhibitorId !== answer.exhibitorId)].slice(0, SHOWN),
    );
  }, []);
  const { waiting, say } = useDayWork(fair.id, onDone);
  const exhibitors = useQuery({ ...fairExhibitorsQuery(fair.id), enabled: isOrganiser });
  // Who runs the fair knows the codes: a name is shown also while the line is down.
  const nameOf = (code: string) =>
    exhibitors.data?.items.find(({ checkInCode }) => checkInCode === code)?.supplierName ?? code;
  const sending = waiting.filter(({ work }) => work.kind === 'check_in').reverse();
  return (
    <div className="stack stack--tight">
      <PageHeader
        title={t('doorTitle')}
        description={`${fair.name} · ${t('doorLead')}`}
        crumbs={[
          { label: word('fairs'), to: '/fairs' },
          { label: fair.name, to: `/fairs/${fair.id}` },
        ]}
      />
      {!isOrganiser && (
        <EmptyState
          title={t('notOrganiser')}
          action={<LinkButton to={`/fairs/${fair.id}`}>{t('toFair')}</LinkButton>}
        />
      )}
      {isOrganiser && (
        <>
          <div className="panel">
            <CodeForm isMain onCode={(code) => say({ kind: 'check_in', code, day: today() }, nameOf(code))} />
          </div>
          <section className="panel stack stack--tight" aria-labelledby="door-recent">
            <h2 id="door-recent">{t('recent')}</h2>
            {sending.length + recent.length === 0 && <p className="field__hint">{t('recentNone')}</p>}
            <ol className="stack stack--tight" aria-live="polite">
              {sending.map(({ key, about }) => (
                <li key={key} className="cluster">
                  <StateBadge tone="information" label={t('sending')} />
                  {t('recentWaiting', { about })}
                </li>
              ))}
              {recent.map((one) => (
                <li key={one.exhibitorId}>
                  <Came came={one} />
                </li>
              ))}
            </ol>
          </section>
        </>
      )}
    </div>
  );
}

function Came({ came }: { readonly came: CheckedIn }) {
  const t = useMessages(dayMessages);
  const { supplierName, booth, checkedInAt, bookings } = came;
  const next = bookings.find(({ state }) => state === 'confirmed');
  return (
    <div className="cluster">
      <StateBadge tone="success" label={t('checkedIn')} />
      <strong>
        {t('recentDone', {
          name: [supplierName, booth].filter(Boolean).join(' '),
          time: clockTime(checkedInAt),
        })}
      </strong>
      <span>{t('recentMeetings', { count: bookings.length })}</span>
      {next !== undefined && (
        <span>{t('nextMeeting', { time: clockTime(next.startsAt), desk: next.deskName })}</span>
      )}
    </div>
  );
}
