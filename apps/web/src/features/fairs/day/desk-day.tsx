import { koreanDay } from '@ieum/domain';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { LoadFailed } from '../../../components/load-failed';
import { SelectField } from '../../../components/select-field';
import { Skeleton } from '../../../components/skeleton';
import { StateBadge } from '../../../components/state-badge';
import { showDay, today as deviceDay } from '../../../lib/date-format';
import { useLanguage, useMessages } from '../../../lib/language';
import { useUrlState } from '../../../lib/use-url-state';
import { fairTimetableQuery, type FairDetail, type Timetable } from '../api';
import { clockTime } from '../fair-texts';
import { daysOf, slotsOfDay } from '../timetable/grid-view';
import { refreshes } from '../timetable/timetable-view';
import { CodeForm } from './code-form';
import { dayMessages } from './day-messages';
import { deskMeetings, partsOf, runningSlot, type DeskMeeting } from './day-view';
import { MeetingCard } from './meeting-card';
import type { OutboxEntry } from './outbox-entry';
import { StandByList } from './stand-by-list';
import { useDayWork } from './use-day-work';
import { useServerNow } from './use-server-now';
import { WalkInForm } from './walk-in-form';
import './day.css';

interface DeskDayProps {
  readonly fair: FairDetail;
  readonly deskId: string;
}

/** The day of one desk. A broken line leaves what was read and takes what is pressed. */
export function DeskDay({ fair, deskId }: DeskDayProps) {
  const { data, error, isPending, dataUpdatedAt, refetch } = useQuery({
    ...fairTimetableQuery(fair.id, { deskId }),
    refetchInterval: refreshes(fair),
    refetchOnWindowFocus: 'always',
  });
  if (isPending) return <Skeleton height="32rem" />;
  if (data === undefined) return <LoadFailed error={error} onRetry={() => void refetch()} />;
  return <Meetings fair={fair} deskId={deskId} timetable={data} answeredAt={dataUpdatedAt} />;
}

interface MeetingsProps extends DeskDayProps {
  readonly timetable: Timetable;
  readonly answeredAt: number;
}

const DEFAULTS = { day: '' } as const;

function Meetings({ fair, deskId, timetable, answeredAt }: MeetingsProps) {
  const t = useMessages(dayMessages);
  const { language } = useLanguage();
  const [state, change] = useUrlState(DEFAULTS);
  const { waiting, say } = useDayWork(fair.id);
  const now = useServerNow(timetable.now, answeredAt);
  const days = daysOf(fair.slots);
  const today = koreanDay(new Date(now));
  const day = days.find((one) => one === state.day) ?? days.find((one) => one >= today) ?? days.at(-1) ?? '';
  const slots = slotsOfDay(fair.slots, day);
  const inDay = new Set(slots.map(({ id }) => id));
  const meetings = deskMeetings(timetable, deskId, waiting).filter(({ booking }) =>
    inDay.has(booking.slotId),
  );
  const parts = partsOf(meetings, now);
  const begun = slots.filter(({ startsAt }) => Date.parse(startsAt) <= now).reverse();
  const card = (meeting: DeskMeeting, isBig = false) => (
    <li key={meeting.booking.id}>
      <MeetingCard fair={fair} meeting={meeting} now={now} isBig={isBig} onSay={say} />
    </li>
  );
  return (
    <>
      <div className="day-tools">
        <CodeForm onCode={(code) => say({ kind: 'check_in', code, day: deviceDay() }, code)} />
        <div className="cluster">
          {begun.length > 0 && (
            <WalkInForm
              fairId={fair.id}
              deskId={deskId}
              slots={begun}
              running={runningSlot(slots, now)}
              onSay={say}
            />
          )}
          {days.length > 1 && (
            <SelectField
              label={t('day')}
              emptyLabel={null}
              value={day}
              options={days.map((one) => ({ value: one, label: showDay(one, language) }))}
              onChange={(event) => change({ day: event.target.value })}
            />
          )}
          <span className="field__hint">{t('clock', { time: clockTime(new Date(now).toISOString()) })}</span>
        </div>
      </div>
      <WaitingWalkIns entries={waiting} deskId={deskId} />
      <div className="day-cards">
        <Part title={t('now')} empty={t('nowNone')}>
          {parts.running.map((one) => card(one, true))}
        </Part>
        <Part title={t('next')} empty={t('nextNone')}>
          {parts.next.map((one) => card(one, true))}
        </Part>
      </div>
      {parts.later.length > 0 && <Part title={t('rest')}>{parts.later.map((one) => card(one))}</Part>}
      {parts.ended.length > 0 && <Part title={t('ended')}>{parts.ended.map((one) => card(one))}</Part>}
      <StandByList fair={fair} deskId={deskId} />
    </>
  );
}

interface PartProps {
  readonly title: string;
  readonly empty?: string;
  readonly children: readonly ReactNode[];
}

function Part({ title, empty, children }: PartProps) {
  return (
    <section className="stack stack--tight">
      <h2>{title}</h2>
      {children.length === 0 && empty !== undefined && <p className="field__hint">{empty}</p>}
      <ul className="day-list">{children}</ul>
    </section>
  );
}

/** Meetings that began here without a booking, until the server knows them. */
function WaitingWalkIns({
  entries,
  deskId,
}: {
  readonly entries: readonly OutboxEntry[];
  readonly deskId: string;
}) {
  const t = useMessages(dayMessages);
  const own = entries.filter(({ work }) => work.kind === 'walk_in' && work.deskId === deskId);
  if (own.length === 0) return null;
  return (
    <ul className="day-list">
      {own.map(({ key, about }) => (
        <li key={key} className="meeting-card">
          <div className="cluster">
            <strong>{about}</strong>
            <StateBadge tone="success" label={t('walkIn')} />
            <StateBadge tone="information" label={t('sending')} />
          </div>
          <p className="field__hint">{t('walkInWaiting')}</p>
        </li>
      ))}
    </ul>
  );
}
