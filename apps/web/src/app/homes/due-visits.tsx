import { useInfiniteQuery } from '@tanstack/react-query';
import type { Day } from '@ieum/domain';
import { Link } from 'react-router';
import { LinkButton } from '../../components/link-button';
import { LoadFailed } from '../../components/load-failed';
import { Skeleton } from '../../components/skeleton';
import { StateBadge } from '../../components/state-badge';
import { visitPagesQuery, type Visit } from '../../features/visits/api';
import { showDay, today } from '../../lib/date-format';
import { useLanguage, useMessages } from '../../lib/language';
import { dueVisits, type DueVisit } from './home-queries';
import { supportMessages } from './support-messages';

const SHOWN = 8;

/** The own planned visits of today and before, and the next steps that were promised by now; the oldest first. */
export function DueVisits() {
  const t = useMessages(supportMessages);
  const day = today();
  const planned = useInfiniteQuery(visitPagesQuery({ mine: true, state: ['planned'], to: day }));
  const steps = useInfiniteQuery(visitPagesQuery({ mine: true, dueBefore: day }));
  const due = dueVisits(visitsOf(planned.data?.pages), visitsOf(steps.data?.pages));
  const error = planned.error ?? steps.error;
  const isPending = planned.isPending || steps.isPending;
  const retry = () => void Promise.all([planned.refetch(), steps.refetch()]);
  return (
    <section className="panel stack stack--tight" aria-labelledby="due-visits">
      <h2 id="due-visits">{t('visitsTitle')}</h2>
      {error && <LoadFailed error={error} onRetry={retry} />}
      {!error && isPending && <Skeleton height="9rem" />}
      {!error && !isPending && due.length === 0 && <p className="field__hint">{t('visitsNone')}</p>}
      <ul className="todo-list">
        {due.slice(0, SHOWN).map((one) => (
          <DueRow key={one.visit.id} due={one} today={day} />
        ))}
      </ul>
      {due.length > SHOWN && <p className="field__hint">{t('visitsMore', { count: due.length - SHOWN })}</p>}
      <div className="cluster">
        <LinkButton to="/visits?mine=1&view=calendar" variant="secondary" size="small" icon="calendar">
          {t('calendar')}
        </LinkButton>
        <LinkButton to="/visit-planning" variant="secondary" size="small" icon="survey">
          {t('planning')}
        </LinkButton>
      </div>
    </section>
  );
}

function DueRow({ due, today: day }: { readonly due: DueVisit; readonly today: Day }) {
  const t = useMessages(supportMessages);
  const { language } = useLanguage();
  const { visit, dueOn, isStep } = due;
  const isLate = dueOn < day;
  return (
    <li>
      <Link to={`/visits/${visit.id}`}>
        <span>
          {[visit.visiteeName, visit.departmentName].filter(Boolean).join(' ')}
          <small className="todo-list__note">
            {isStep ? t('nextStep', { step: visit.nextStep ?? '' }) : t('plannedVisit')}
          </small>
        </span>
        <StateBadge
          tone={isLate ? 'warning' : 'information'}
          label={isLate ? t('overdue', { day: showDay(dueOn, language) }) : t('today')}
        />
      </Link>
    </li>
  );
}

function visitsOf(pages: readonly { readonly items: readonly Visit[] }[] | undefined): readonly Visit[] {
  return pages?.flatMap(({ items }) => items) ?? [];
}
