import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from 'react-router';
import { DataTable } from '../../../components/data-table';
import { EmptyState } from '../../../components/empty-state';
import { FactList } from '../../../components/fact-list';
import { LinkButton } from '../../../components/link-button';
import { LoadFailed } from '../../../components/load-failed';
import { PageHeader } from '../../../components/page-header';
import { PrintButton } from '../../../components/print-button';
import { PageSkeleton } from '../../../components/skeleton';
import type { TableColumn } from '../../../components/table-column';
import { today } from '../../../lib/date-format';
import { useLanguage, useMessages } from '../../../lib/language';
import { mayUse, useSession } from '../../../lib/session';
import { publicFairQuery, type PublicFairDetail } from '../api';
import { FairStateBadge } from '../fair-state-badge';
import { deskName, fairDays } from '../fair-texts';
import { takesApplications, useApplicationsText } from './applications-text';
import { publicFairMessages } from './public-messages';

type PublicDesk = PublicFairDetail['desks'][number];
type PublicExhibitor = PublicFairDetail['exhibitors'][number];

/** One announced fair for anybody: when and where, who consults, who comes, and how to take part. */
export default function OpenFairPage() {
  const t = useMessages(publicFairMessages);
  const { language } = useLanguage();
  const applications = useApplicationsText();
  const { id = '' } = useParams();
  const { data: fair, error, refetch } = useQuery(publicFairQuery(id));
  if (error) return <LoadFailed error={error} onRetry={() => void refetch()} />;
  if (fair === undefined) return <PageSkeleton label={t('loading')} />;
  return (
    <div className="stack">
      <PageHeader
        title={fair.name}
        description={<FairStateBadge state={fair.state} />}
        crumbs={[{ label: t('title'), to: '/open-fairs' }]}
        actions={<PrintButton />}
      />
      <section className="panel" aria-label={fair.name}>
        <FactList
          facts={[
            { label: t('days'), value: fairDays(fair, language) },
            { label: t('venue'), value: fair.venue },
            { label: t('host'), value: fair.hostName },
            { label: t('applications'), value: applications(fair) },
            ...(fair.description === null ? [] : [{ label: t('description'), value: fair.description }]),
          ]}
        />
      </section>
      {fair.lastDay >= today() && <HowTo fair={fair} />}
      <Desks desks={fair.desks} />
      <Exhibitors exhibitors={fair.exhibitors} />
    </div>
  );
}

function HowTo({ fair }: { readonly fair: PublicFairDetail }) {
  const t = useMessages(publicFairMessages);
  const { user } = useSession();
  const exhibits = mayUse(user, 'fair:exhibit');
  const mayApply = exhibits && takesApplications(fair);
  return (
    <section className="panel stack stack--tight no-print" aria-labelledby="fair-how">
      <h2 id="fair-how">{t('howTitle')}</h2>
      <ol className="stack stack--tight">
        {([1, 2, 3] as const).map((step) => (
          <li key={step}>{`${step}. ${t(`howStep${step}`)}`}</li>
        ))}
      </ol>
      <div className="cluster">
        {user === null ? (
          <LinkButton to={`/login?next=${encodeURIComponent(`/open-fairs/${fair.id}`)}`}>
            {t('login')}
          </LinkButton>
        ) : (
          <LinkButton to={`${exhibits ? '/my-fairs' : '/fairs'}/${fair.id}`}>
            {t(mayApply ? 'apply' : 'toFair')}
          </LinkButton>
        )}
      </div>
    </section>
  );
}

function Desks({ desks }: { readonly desks: readonly PublicDesk[] }) {
  const t = useMessages(publicFairMessages);
  const columns: readonly TableColumn<PublicDesk>[] = [
    { key: 'name', label: t('deskName'), width: 24, value: deskName },
    { key: 'looksFor', label: t('looksFor'), width: 28, value: (row) => row.looksFor },
  ];
  return (
    <div className="panel">
      <DataTable
        name="open-fair-desks"
        caption={t('desks')}
        columns={columns}
        rows={desks}
        rowKey={(row) => deskName(row)}
        empty={<EmptyState icon="building" title={t('desksEmpty')} />}
      />
    </div>
  );
}

function Exhibitors({ exhibitors }: { readonly exhibitors: readonly PublicExhibitor[] }) {
  const t = useMessages(publicFairMessages);
  const columns: readonly TableColumn<PublicExhibitor>[] = [
    {
      key: 'name',
      label: t('exhibitorName'),
      width: 20,
      value: (row) => row.supplierName,
      cell: (row) => <Link to={`/suppliers/${row.supplierId}`}>{row.supplierName}</Link>,
    },
    { key: 'booth', label: t('booth'), width: 8, value: (row) => row.booth },
    { key: 'offers', label: t('offers'), width: 28, value: (row) => row.offers },
  ];
  return (
    <div className="panel">
      <DataTable
        name="open-fair-exhibitors"
        caption={t('exhibitors')}
        columns={columns}
        rows={exhibitors}
        rowKey={(row) => row.supplierId}
        empty={<EmptyState icon="supplier" title={t('exhibitorsEmpty')} />}
      />
    </div>
  );
}
