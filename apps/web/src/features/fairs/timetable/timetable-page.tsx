import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { LoadFailed } from '../../../components/load-failed';
import { PageHeader } from '../../../components/page-header';
import { PageSkeleton } from '../../../components/skeleton';
import { useLanguage, useMessages } from '../../../lib/language';
import { fairQuery } from '../api';
import { fairDays } from '../fair-texts';
import { fairWords } from '../messages';
import { FairTimetable } from './fair-timetable';
import { timetableMessages } from './timetable-messages';

/** The timetable with the whole width of the screen to itself. */
export default function TimetablePage() {
  const t = useMessages(timetableMessages);
  const word = useMessages(fairWords);
  const { language } = useLanguage();
  const { id = '' } = useParams();
  const { data: fair, error, isPending, refetch } = useQuery(fairQuery(id));
  if (isPending) return <PageSkeleton label={t('loading')} />;
  if (fair === undefined) return <LoadFailed error={error} onRetry={() => void refetch()} />;
  return (
    <div className="stack">
      <PageHeader
        title={t('title')}
        description={`${fair.name} · ${fairDays(fair, language)}`}
        crumbs={[
          { label: word('fairs'), to: '/fairs' },
          { label: fair.name, to: `/fairs/${fair.id}` },
        ]}
      />
      <FairTimetable fair={fair} />
    </div>
  );
}
