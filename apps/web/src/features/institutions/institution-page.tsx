import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { LoadFailed } from '../../components/load-failed';
import { PageHeader } from '../../components/page-header';
import { institutionQuery } from '../../lib/institution-queries';
import { useMessages } from '../../lib/language';
import { useUrlState } from '../../lib/use-url-state';
import { DepartmentsView } from './departments-view';
import { institutionMessages } from './messages';

const STATE = { ended: '' } as const;

/** One institution's departments, for the centre. */
export default function InstitutionPage() {
  const t = useMessages(institutionMessages);
  const { id = '' } = useParams();
  const [state, change] = useUrlState(STATE);
  const institution = useQuery(institutionQuery(id));
  return (
    <div className="stack">
      <PageHeader
        title={institution.data?.name ?? t('title')}
        description={t('description')}
        crumbs={[{ label: t('title'), to: '/institutions' }]}
      />
      {institution.isError ? (
        <LoadFailed error={institution.error} onRetry={() => void institution.refetch()} />
      ) : (
        <DepartmentsView
          institutionId={id}
          showEnded={state.ended === 'true'}
          onShowEnded={(shown) => change({ ended: shown ? 'true' : '' })}
        />
      )}
    </div>
  );
}
