import { PageHeader } from '../../components/page-header';
import { useMessages } from '../../lib/language';
import { useMay } from '../../lib/session';
import { KeptEntries } from './kept-entries';
import { shortlistMessages } from './messages';
import { OwnShortlists } from './own-shortlists';

/** The own lists; for those who keep none, what is put aside in this browser. */
export default function ShortlistsPage() {
  const t = useMessages(shortlistMessages);
  const onServer = useMay()('shortlist:own');
  if (onServer) return <OwnShortlists />;
  return (
    <div className="stack">
      <PageHeader title={t('title')} description={t('browserDescription')} />
      <KeptEntries />
    </div>
  );
}
