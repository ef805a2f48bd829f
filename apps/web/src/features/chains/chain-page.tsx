import { useQuery } from '@tanstack/react-query';
import { useSearchParams } from 'react-router';
import { EmptyState } from '../../components/empty-state';
import { LoadFailed } from '../../components/load-failed';
import { PageHeader } from '../../components/page-header';
import { PrintButton } from '../../components/print-button';
import { PageSkeleton } from '../../components/skeleton';
import { useMessages } from '../../lib/language';
import { chainQuery, type ChainStart } from './api';
import { ChainPicture } from './chain-picture';
import { chainMessages } from './messages';

/** The kinds of steps at which a chain may begin, the latest first. */
const STARTS = ['purchase', 'contract', 'match', 'meeting', 'need', 'consultation', 'visit'] as const;

/** From whatever the address names: back to what started it, forward to what came of it. */
export default function ChainPage() {
  const t = useMessages(chainMessages);
  const [params] = useSearchParams();
  const kind = STARTS.find((one) => /^[0-9a-f-]{36}$/i.test(params.get(`${one}Id`) ?? ''));
  const id = kind === undefined ? '' : (params.get(`${kind}Id`) ?? '');
  const start: ChainStart = kind === undefined ? {} : { [`${kind}Id`]: id };
  const { data, error, refetch } = useQuery(chainQuery(start));
  return (
    <div className="stack">
      <PageHeader title={t('title')} description={t('lead')} actions={<PrintButton />} />
      {kind === undefined && <EmptyState icon="list" title={t('noneTitle')} text={t('noneText')} />}
      {error && <LoadFailed error={error} onRetry={() => void refetch()} />}
      {kind !== undefined && !error && (
        <section className="panel" aria-label={t('title')}>
          {data === undefined ? (
            <PageSkeleton label={t('loading')} />
          ) : (
            <ChainPicture steps={data.steps} here={`${kind}:${id.toLowerCase()}`} />
          )}
        </section>
      )}
    </div>
  );
}
