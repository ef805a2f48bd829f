import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { LoadFailed } from '../../components/load-failed';
import { PageHeader } from '../../components/page-header';
import { PageSkeleton } from '../../components/skeleton';
import { today } from '../../lib/date-format';
import { institutionQuery } from '../../lib/institution-queries';
import { useMessages } from '../../lib/language';
import { visitMessages } from './messages';
import { VisitForm } from './visit-form';
import { emptyVisit, visitHabit } from './visit-values';

const ID = /^[0-9a-f-]{36}$/i;

/** Plans a visit, or with ?state=done logs one; ?institutionId= says whom, &purpose=follow_up that it is a further one. */
export default function VisitNewPage() {
  const t = useMessages(visitMessages);
  const [params] = useSearchParams();
  const given = params.get('institutionId') ?? '';
  const id = ID.test(given) ? given : null;
  const institution = useQuery(institutionQuery(id));
  return (
    <div className="stack">
      <PageHeader
        title={t('newTitle')}
        description={t('newLead')}
        crumbs={[{ label: t('title'), to: '/visits' }]}
      />
      {institution.isError && (
        <LoadFailed error={institution.error} onRetry={() => void institution.refetch()} />
      )}
      {id !== null && institution.isPending ? (
        <PageSkeleton label={t('loading')} />
      ) : (
        <NewVisit
          institutionId={institution.data?.id ?? ''}
          institutionName={institution.data?.name ?? ''}
          isFollowUp={params.get('purpose') === 'follow_up'}
          isDone={params.get('state') === 'done'}
        />
      )}
    </div>
  );
}

interface NewVisitProps {
  readonly institutionId: string;
  readonly institutionName: string;
  readonly isFollowUp: boolean;
  readonly isDone: boolean;
}

function NewVisit({ institutionId, institutionName, isFollowUp, isDone }: NewVisitProps) {
  const navigate = useNavigate();
  const [start] = useState(() => {
    const empty = emptyVisit(visitHabit(), today(), isDone ? 'done' : 'planned');
    const whom =
      institutionId === '' ? {} : { visitee: 'institution' as const, institutionId, institutionName };
    return { ...empty, ...whom, ...(isFollowUp ? { purpose: 'follow_up' as const } : {}) };
  });
  return (
    <div className="panel">
      <VisitForm
        draftName={`${isDone ? 'done' : 'new'}:${institutionId}`}
        start={start}
        onSaved={(visit) => void navigate(`/visits/${visit.id}`, { replace: true })}
      />
    </div>
  );
}
