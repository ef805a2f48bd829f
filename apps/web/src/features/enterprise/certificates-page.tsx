import { useQuery } from '@tanstack/react-query';
import { Disclosure } from '../../components/disclosure';
import { EmptyState } from '../../components/empty-state';
import { LinkButton } from '../../components/link-button';
import { LoadFailed } from '../../components/load-failed';
import { Notice } from '../../components/notice';
import { PageHeader } from '../../components/page-header';
import { PageSkeleton } from '../../components/skeleton';
import { useMessages } from '../../lib/language';
import { certificationsQuery, type CertificationEntry } from './api';
import { CertificateCard } from './certificate-card';
import { certificateMessages } from './certificate-messages';
import { toRenew } from './certificate-values';
import { WithEnterprise } from './with-enterprise';

export default function CertificatesPage() {
  return <WithEnterprise>{(supplierId) => <OwnCertificates supplierId={supplierId} />}</WithEnterprise>;
}

function OwnCertificates({ supplierId }: { readonly supplierId: string }) {
  const t = useMessages(certificateMessages);
  const { data, error, refetch } = useQuery(certificationsQuery(supplierId));
  return (
    <div className="stack">
      <PageHeader
        title={t('title')}
        description={t('lead')}
        crumbs={[{ label: t('company'), to: '/enterprise' }]}
        actions={
          <LinkButton icon="plus" to="/enterprise/certificates/new">
            {t('add')}
          </LinkButton>
        }
      />
      {error && <LoadFailed error={error} onRetry={() => void refetch()} />}
      {data === undefined && !error && <PageSkeleton label={t('title')} />}
      {data !== undefined && <Groups supplierId={supplierId} entries={data.items} />}
    </div>
  );
}

interface GroupsProps {
  readonly supplierId: string;
  readonly entries: readonly CertificationEntry[];
}

/** What stands, what ends first in front; what waits; what is over. */
function Groups({ supplierId, entries }: GroupsProps) {
  const t = useMessages(certificateMessages);
  const standing = entries
    .filter(({ entryState }) => entryState === 'verified')
    .sort((one, other) => (one.validUntil ?? '9999').localeCompare(other.validUntil ?? '9999'));
  const waiting = entries.filter(({ entryState }) => entryState === 'waiting');
  const past = entries.filter(({ entryState }) => entryState !== 'verified' && entryState !== 'waiting');
  const soon = toRenew(entries).length;
  return (
    <>
      {soon > 0 && (
        <Notice tone="warning" title={t('soon', { count: soon })}>
          {t('soonText')}
        </Notice>
      )}
      {waiting.length > 0 && (
        <Cards title={t('waitingTitle')} supplierId={supplierId} shown={waiting} entries={entries} />
      )}
      {standing.length > 0 ? (
        <Cards title={t('standingTitle')} supplierId={supplierId} shown={standing} entries={entries} />
      ) : (
        <div className="panel">
          <EmptyState
            icon="certificate"
            title={t('standingNone')}
            action={<LinkButton to="/enterprise/certificates/new">{t('add')}</LinkButton>}
          />
        </div>
      )}
      {past.length > 0 && (
        <Disclosure title={t('historyTitle')}>
          <p className="field__hint">{t('historyText')}</p>
          <div className="stack stack--tight">
            {past.map((entry) => (
              <CertificateCard key={entry.id} supplierId={supplierId} entry={entry} entries={entries} />
            ))}
          </div>
        </Disclosure>
      )}
    </>
  );
}

interface CardsProps extends GroupsProps {
  readonly title: string;
  readonly shown: readonly CertificationEntry[];
}

function Cards({ title, supplierId, shown, entries }: CardsProps) {
  return (
    <section className="stack stack--tight" aria-label={title}>
      <h2>{title}</h2>
      {shown.map((entry) => (
        <CertificateCard key={entry.id} supplierId={supplierId} entry={entry} entries={entries} />
      ))}
    </section>
  );
}
