import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useParams } from 'react-router';
import { Button } from '../../components/button';
import { LoadFailed } from '../../components/load-failed';
import { Notice } from '../../components/notice';
import { PageHeader } from '../../components/page-header';
import { PrintButton } from '../../components/print-button';
import { PageSkeleton } from '../../components/skeleton';
import { useMessages } from '../../lib/language';
import type { ShortlistDetail } from '../../lib/shortlist-queries';
import { changeShortlist, shortlistQuery } from './api';
import { shortlistMessages } from './messages';
import { ShortlistDialog } from './shortlist-dialog';
import { ShortlistEntries } from './shortlist-entries';
import { ShortlistExport } from './shortlist-export';
import { useShortlistChange } from './use-shortlist-change';

/** One list: what is on it as it is today, to be compared, noted and bought. */
export default function ShortlistPage() {
  const t = useMessages(shortlistMessages);
  const { id = '' } = useParams();
  const list = useQuery(shortlistQuery(id));
  if (list.isPending) return <PageSkeleton label={t('title')} />;
  if (list.isError) {
    return (
      <div className="stack">
        <PageHeader title={t('notFound')} crumbs={[{ label: t('title'), to: '/shortlists' }]} />
        <LoadFailed error={list.error} onRetry={() => void list.refetch()} />
      </div>
    );
  }
  return <Loaded list={list.data} />;
}

function Loaded({ list }: { readonly list: ShortlistDetail }) {
  const t = useMessages(shortlistMessages);
  const [editing, setEditing] = useState(false);
  const change = useShortlistChange();
  const archive = (archived: boolean) =>
    void change.run(() => changeShortlist(list, { archived }), t(archived ? 'archived' : 'unarchived'));
  return (
    <div className="stack">
      <PageHeader
        title={list.title}
        crumbs={[{ label: t('title'), to: '/shortlists' }]}
        description={list.purpose}
        actions={
          <>
            <Button variant="secondary" size="small" icon="edit" onClick={() => setEditing(true)}>
              {t('edit')}
            </Button>
            <Button
              variant="secondary"
              size="small"
              busy={change.busy}
              onClick={() => archive(!list.archived)}
            >
              {t(list.archived ? 'unarchive' : 'archive')}
            </Button>
            <ShortlistExport list={list} />
            <PrintButton />
          </>
        }
      />
      {list.archived && <Notice>{t('archivedNotice')}</Notice>}
      {change.fault !== null && (
        <Notice tone="danger" live>
          {change.fault}
        </Notice>
      )}
      <ShortlistEntries list={list} change={change} />
      {editing && (
        <ShortlistDialog list={list} onClose={() => setEditing(false)} onSaved={() => setEditing(false)} />
      )}
    </div>
  );
}
