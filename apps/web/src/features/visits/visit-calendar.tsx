import { dayOf, daysInMonth, monthOf, yearOf, type Day } from '@ieum/domain';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { Button } from '../../components/button';
import { LoadFailed } from '../../components/load-failed';
import { Notice } from '../../components/notice';
import { Skeleton } from '../../components/skeleton';
import { showDay, today } from '../../lib/date-format';
import { useLanguage, useMessages } from '../../lib/language';
import { visitsOfMonthQuery, type Visit, type VisitFilter } from './api';
import { visitMessages } from './messages';
import './visit-calendar.css';

interface VisitCalendarProps {
  readonly filter: VisitFilter;
  /** YYYY-MM in the address; '' = this month, or January of another year */
  readonly month: string;
  readonly onMonth: (month: string) => void;
}

/** A month as a grid of days; on a phone the days that have visits, one below the other. */
export function VisitCalendar({ filter, month, onMonth }: VisitCalendarProps) {
  const t = useMessages(visitMessages);
  const [year, number] = monthIn(month, filter.year ?? yearOf(today()));
  const last = daysInMonth(year, number);
  const days = Array.from({ length: last }, (_, index) => dayOf(year, number, index + 1) ?? '');
  const query = { ...filter, year, from: days[0] ?? '', to: days[last - 1] ?? '' };
  const { data, error, isPending, refetch } = useQuery(visitsOfMonthQuery(query));
  const step = (by: number) => {
    const moved = new Date(Date.UTC(year, number - 1 + by, 1));
    onMonth(moved.toISOString().slice(0, 7));
  };
  return (
    <div className="stack stack--tight">
      <div className="cluster cluster--spread">
        <Button variant="secondary" size="small" onClick={() => step(-1)}>
          {t('previousMonth')}
        </Button>
        <h2 aria-live="polite">{t('month', { year: String(year), month: number })}</h2>
        <Button variant="secondary" size="small" onClick={() => step(1)}>
          {t('nextMonth')}
        </Button>
      </div>
      {error !== null && <LoadFailed error={error} onRetry={() => void refetch()} />}
      {data?.isWhole === false && <Notice tone="warning">{t('calendarCut')}</Notice>}
      {isPending ? <Skeleton height="40rem" /> : <Month days={days} visits={data?.visits ?? []} />}
    </div>
  );
}

interface MonthProps {
  readonly days: readonly Day[];
  readonly visits: readonly Visit[];
}

function Month({ days, visits: all }: MonthProps) {
  const t = useMessages(visitMessages);
  const { language } = useLanguage();
  const first = new Date(`${days[0] ?? today()}T00:00:00Z`).getUTCDay();
  return (
    <>
      <ol className="visit-calendar__weekdays" aria-hidden="true">
        {([0, 1, 2, 3, 4, 5, 6] as const).map((day) => (
          <li key={day}>{t(`weekday_${day}`)}</li>
        ))}
      </ol>
      <ol className="visit-calendar">
        {days.map((day, index) => {
          const visits = all.filter((visit) => visit.visitedOn === day);
          const classes = ['visit-calendar__day', visits.length === 0 && 'visit-calendar__day--empty'];
          return (
            <li
              key={day}
              className={classes.filter(Boolean).join(' ')}
              style={index === 0 ? { gridColumnStart: first + 1 } : undefined}
              aria-current={day === today() ? 'date' : undefined}
            >
              <span className="visit-calendar__number">
                <span className="visually-hidden">{showDay(day, language)}</span>
                <span aria-hidden="true">{index + 1}</span>
              </span>
              {visits.length > 0 && (
                <ul>
                  {visits.map((visit) => (
                    <li key={visit.id}>
                      <Link
                        to={`/visits/${visit.id}`}
                        className={`visit-calendar__visit visit-calendar__visit--${visit.state}`}
                      >
                        {[visit.visiteeName, visit.departmentName].filter(Boolean).join(' ')}{' '}
                        <small>{t(`state_${visit.state}`)}</small>
                      </Link>
                    </li>
                  ))}
                </ul>
              )}
            </li>
          );
        })}
      </ol>
    </>
  );
}

/** [year, month] as the address says, or this month, or January of a year that is not this one. */
function monthIn(text: string, year: number): readonly [number, number] {
  const parts = /^(20\d\d)-(0[1-9]|1[0-2])$/.exec(text);
  if (parts !== null) return [Number(parts[1]), Number(parts[2])];
  return [year, year === yearOf(today()) ? monthOf(today()) : 1];
}
