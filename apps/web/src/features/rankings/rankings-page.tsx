import type { MoneyUnit } from '@ieum/domain';
import { useQuery } from '@tanstack/react-query';
import { EmptyState } from '../../components/empty-state';
import { LinkButton } from '../../components/link-button';
import { LoadFailed } from '../../components/load-failed';
import { PageHeader } from '../../components/page-header';
import { PrintButton } from '../../components/print-button';
import { PageSkeleton } from '../../components/skeleton';
import { Tabs, type TabItem } from '../../components/tabs';
import { UnitSwitch } from '../../components/unit-switch';
import { showDay } from '../../lib/date-format';
import { useLanguage, useMessages } from '../../lib/language';
import { moneyMessages, moneyUnitFrom } from '../../lib/money-format';
import { ProblemError } from '../../lib/problem-error';
import { useSession } from '../../lib/session';
import { rankingQuery, type Ranking } from './api';
import { DistrictMap } from './district-map';
import { rankingMessages } from './messages';
import { RankingFilters } from './ranking-filters';
import { RankingPictures } from './ranking-pictures';
import { RankingTable } from './ranking-table';
import { useRankingFilters, type RankingFilters as Filters } from './use-ranking-filters';
import './rankings.css';

/** Departments or districts in order: live for those who may, as last published for anybody else. */
export default function RankingsPage() {
  const t = useMessages(rankingMessages);
  const { user, loading } = useSession();
  const filters = useRankingFilters();
  const unit = moneyUnitFrom(filters.state.unit) ?? 'thousand_won';
  const asked = filters.scope === 'districts' || filters.institutionId !== null;
  const ranking = useQuery({
    ...rankingQuery(filters.question),
    enabled: !loading && filters.ready && asked,
  });
  const nothing = ranking.error instanceof ProblemError && ranking.error.status === 404;
  return (
    <div className="stack">
      <PageHeader
        title={t('title')}
        description={
          ranking.data ? <Subject ranking={ranking.data} filters={filters} unit={unit} /> : t('description')
        }
        actions={
          <>
            <UnitSwitch unit={unit} onChange={(next) => filters.change({ unit: next })} />
            <PrintButton />
          </>
        }
      />
      <RankingFilters filters={filters} />
      {asked && ranking.isPending && <PageSkeleton label={t('title')} />}
      {(nothing || (!asked && filters.ready)) && (
        <div className="panel">
          <EmptyState
            icon="ranking"
            title={asked || user === null ? t('nothingTitle') : t('chooseInstitution')}
            {...(asked || user === null ? { text: t('nothingText') } : {})}
            action={
              <LinkButton variant="secondary" to="/publications">
                {t('publications')}
              </LinkButton>
            }
          />
        </div>
      )}
      {ranking.isError && !nothing && (
        <LoadFailed error={ranking.error} onRetry={() => void ranking.refetch()} />
      )}
      {ranking.data && <Shown ranking={ranking.data} filters={filters} unit={unit} />}
    </div>
  );
}

interface ShownProps {
  readonly ranking: Ranking;
  readonly filters: Filters;
  readonly unit: MoneyUnit;
}

/** What is shown, in one line: for the reader, and at the head of a print. */
function Subject({ ranking, filters, unit }: ShownProps) {
  const t = useMessages(rankingMessages);
  const { language } = useLanguage();
  const { user } = useSession();
  const institution =
    filters.institutions.find(({ id }) => id === ranking.institutionId)?.name ?? user?.institutionName;
  const parts = [
    ranking.scope === 'districts' ? t('districts') : (institution ?? null),
    t('yearName', { year: String(ranking.fiscalYear) }),
    filters.schemes.find(({ code }) => code === ranking.scheme)?.name ?? null,
    t('asOfShown', { day: showDay(ranking.asOf, language) }),
    t('unitShown', { unit: moneyMessages[language][unit] }),
  ];
  return parts.filter((part) => part !== null).join(' · ');
}

function Shown({ ranking, filters, unit }: ShownProps) {
  const t = useMessages(rankingMessages);
  const { user } = useSession();
  const { state, change } = filters;
  const { average, publicationId, publicationVersion } = ranking;
  const map: TabItem[] =
    ranking.scope === 'districts' && user !== null
      ? [{ id: 'map', label: t('viewMap'), content: <DistrictMap ranking={ranking} /> }]
      : [];
  const views: TabItem[] = [
    {
      id: 'picture',
      label: t('viewPicture'),
      content: <RankingPictures ranking={ranking} within={state.within} unit={unit} />,
    },
    { id: 'table', label: t('viewTable'), content: <RankingTable ranking={ranking} unit={unit} /> },
    ...map,
  ];
  return (
    <section className="panel stack stack--tight" aria-label={t('title')}>
      <div className="cluster cluster--spread">
        <p>
          <strong>
            {publicationVersion === null ? t('live') : t('published', { version: publicationVersion })}
          </strong>
          {' · '}
          {t('counts', { ranked: ranking.ranked, unranked: ranking.unranked })}
          {' · '}
          {average.display === null
            ? t('averageNone')
            : t('average', { rate: `${average.display}%`, count: average.counted })}
        </p>
        {publicationId !== null && (
          <LinkButton
            variant="secondary"
            size="small"
            icon="publication"
            to={`/publications/${publicationId}`}
          >
            {t('openPublication')}
          </LinkButton>
        )}
      </div>
      <p className="rankings__note">{t('tieNote')}</p>
      {ranking.items.length === 0 ? (
        <EmptyState title={t('empty')} />
      ) : (
        <Tabs
          label={t('views')}
          items={views}
          selected={views.find(({ id }) => id === state.view)?.id ?? 'picture'}
          onSelect={(view) => change({ view })}
        />
      )}
    </section>
  );
}
