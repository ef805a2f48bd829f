import { PageHeader } from '../../../components/page-header';
import { useMessages } from '../../../lib/language';
import { organiserMessages } from '../organiser-messages';
import { FollowUpList } from './follow-up-list';
import { reportMessages } from './report-messages';

/** The meetings of all fairs that wait for somebody: a clerk's own, an adviser's areas. */
export default function FollowUpsPage() {
  const t = useMessages(reportMessages);
  const organiser = useMessages(organiserMessages);
  return (
    <div className="stack">
      <PageHeader
        title={t('followUps')}
        description={t('followUpsLead')}
        crumbs={[{ label: organiser('title'), to: '/fairs' }]}
      />
      <FollowUpList fairId={null} />
    </div>
  );
}
