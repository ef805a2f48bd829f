import { useQuery } from '@tanstack/react-query';
import { EmptyState } from '../../../components/empty-state';
import { LinkButton } from '../../../components/link-button';
import { LoadFailed } from '../../../components/load-failed';
import { PageHeader } from '../../../components/page-header';
import { PageSkeleton } from '../../../components/skeleton';
import { today } from '../../../lib/date-format';
import { useLanguage, useMessages } from '../../../lib/language';
import { publicFairsQuery, type PublicFair } from '../api';
import { FairStateBadge } from '../fair-state-badge';
import { fairDays } from '../fair-texts';
import '../fairs.css';
import { useApplicationsText } from './applications-text';
import { publicFairMessages } from './public-messages';

/** Every announced fair, the next one first; for anybody. */
export default function OpenFairsPage() {
  const t = useMessages(publicFairMessages);
  const { data, error, refetch } = useQuery(publicFairsQuery);
  const items = data?.items ?? [];
  const coming = items.filter(({ lastDay }) => lastDay >= today());
  const past = items.filter(({ lastDay }) => lastDay < today());
  return (
    <div className="stack">
      <PageHeader title={t('title')} description={t('lead')} />
      {error && <LoadFailed error={error} onRetry={() => void refetch()} />}
      {data === undefined && !error && <PageSkeleton label={t('loading')} />}
      {data !== undefined && items.length === 0 && (
        <div className="panel">
          <EmptyState icon="calendar" title={t('empty')} text={t('emptyText')} />
        </div>
      )}
      {coming.length > 0 && <FairGroup title={t('coming')} fairs={coming} />}
      {past.length > 0 && <FairGroup title={t('past')} fairs={past} />}
    </div>
  );
}

function FairGroup({ title, fairs }: { readonly title: string; readonly fairs: readonly PublicFair[] }) {
  return (
    <section className="panel stack stack--tight" aria-label={title}>
      <h2>{title}</h2>
      <ul className="fair-cards">
        {fairs.map((fair) => (
          <FairCard key={fair.id} fair={fair} />
        ))}
      </ul>
    </section>
  );
}

function FairCard({ fair }: { readonly fair: PublicFair }) {
  const t = useMessages(publicFairMessages);
  const { language } = useLanguage();
  const applications = useApplicationsText();
  return (
    <li className="fair-card">
      <FairStateBadge state={fair.state} />
      <h3>{fair.name}</h3>
      <p>{fairDays(fair, language)}</p>
      <p className="fair-card__note">{[fair.hostName, fair.venue].filter(Boolean).join(' · ')}</p>
      {fair.lastDay >= today() && (
        <p className="fair-card__note">{`${t('applications')} ${applications(fair)}`}</p>
      )}
      <LinkButton
        variant="secondary"
        size="small"
        to={`/open-fairs/${fair.id}`}
        aria-label={t('openNamed', { name: fair.name })}
      >
        {t('open')}
      </LinkButton>
    </li>
  );
}
