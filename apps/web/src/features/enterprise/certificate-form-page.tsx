import { certificateActionRefusal } from '@ieum/domain';
import { useQuery } from '@tanstack/react-query';
import { useParams, useSearchParams } from 'react-router';
import { LoadFailed } from '../../components/load-failed';
import { LinkButton } from '../../components/link-button';
import { Notice } from '../../components/notice';
import { PageHeader } from '../../components/page-header';
import { PageSkeleton } from '../../components/skeleton';
import { useMessages } from '../../lib/language';
import { certificationsQuery } from './api';
import { CertificateForm } from './certificate-form';
import { certificateMessages } from './certificate-messages';
import { WithEnterprise } from './with-enterprise';

/** Adds a certificate, renews one (?renews=), corrects what stands or changes what waits (/:id/edit). */
export default function CertificateFormPage() {
  return <WithEnterprise>{(supplierId) => <OfEnterprise supplierId={supplierId} />}</WithEnterprise>;
}

function OfEnterprise({ supplierId }: { readonly supplierId: string }) {
  const t = useMessages(certificateMessages);
  const { id } = useParams();
  const [params] = useSearchParams();
  const { data, error, refetch } = useQuery({
    ...certificationsQuery(supplierId),
    refetchOnWindowFocus: false,
  });
  const changed = data?.items.find((entry) => entry.id === id);
  const renewed = data?.items.find((entry) => entry.id === params.get('renews'));
  const waits = changed?.entryState === 'waiting';
  const kind = id === undefined ? (renewed === undefined ? 'new' : 'renew') : waits ? 'edit' : 'correct';
  const standing = changed === undefined ? null : { state: changed.entryState, revokedOn: changed.revokedOn };
  const isGone =
    id !== undefined &&
    data !== undefined &&
    (standing === null || certificateActionRefusal(standing, waits ? 'correct' : 'propose') !== null);
  return (
    <div className="stack">
      <PageHeader
        title={t(`${kind}Title`)}
        description={t(kind === 'edit' ? 'editLead' : kind === 'correct' ? 'correctLead' : 'newLead')}
        crumbs={[
          { label: t('company'), to: '/enterprise' },
          { label: t('title'), to: '/enterprise/certificates' },
        ]}
      />
      {error && <LoadFailed error={error} onRetry={() => void refetch()} />}
      {data === undefined && !error && <PageSkeleton label={t('title')} />}
      {isGone && (
        <Notice
          tone="warning"
          action={
            <LinkButton size="small" to="/enterprise/certificates">
              {t('cancel')}
            </LinkButton>
          }
        >
          {t('gone')}
        </Notice>
      )}
      {data !== undefined && !isGone && (
        <CertificateForm
          key={`${id ?? ''}:${renewed?.id ?? ''}`}
          supplierId={supplierId}
          version={data.version}
          changed={changed ?? null}
          renewed={renewed ?? null}
        />
      )}
    </div>
  );
}
