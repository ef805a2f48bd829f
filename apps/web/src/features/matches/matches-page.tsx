import { useInfiniteQuery } from '@tanstack/react-query';
import { EmptyState } from '../../components/empty-state';
import { LinkButton } from '../../components/link-button';
import { LoadFailed } from '../../components/load-failed';
import { PageHeader } from '../../components/page-header';
import { PageSkeleton } from '../../components/skeleton';
import { useMessages } from '../../lib/language';
import { moneyUnitFrom } from '../../lib/money-format';
import { useMay } from '../../lib/session';
import { useUrlState } from '../../lib/use-url-state';
import { matchPagesQuery } from './api';
import { Board } from './board';
import { MatchFilterBar } from './match-filter-bar';
import { filterOf, MATCH_FILTERS } from './match-filters';
import { MatchList } from './match-list';
import { MatchTotalsPanel } from './match-totals-panel';
import { matchMessages } from './messages';
import { useAllPages } from './use-all-pages';

/** The same matches as a board by stage or as a list; what is filtered is summed up above both. */
export default function MatchesPage() {
  const t = useMessages(matchMessages);
  const may = useMay();
  const [filters, change] = useUrlState(MATCH_FILTERS);
  const list = useInfiniteQuery(matchPagesQuery(filterOf(filters)));
  const isList = filters.view === 'list';
  const matches = useAllPages(list, !isList);
  const unit = moneyUnitFrom(filters.unit) ?? 'won';
  const totals = list.data?.pages[0]?.totals;
  return (
    <div className="stack">
      <PageHeader
        title={t('title')}
        description={t('lead')}
        actions={
          may('match:write') && (
            <LinkButton icon="plus" to="/matches/new">
              {t('create')}
            </LinkButton>
          )
        }
      />
      <MatchFilterBar filters={filters} change={change} />
      {list.error !== null && <LoadFailed error={list.error} onRetry={() => void list.refetch()} />}
      {totals && <MatchTotalsPanel totals={totals} unit={unit} onUnit={(one) => change({ unit: one })} />}
      {isList && <MatchList pages={list} totals={totals ?? null} unit={unit} />}
      {!isList && list.isPending && <PageSkeleton label={t('loading')} />}
      {!isList && list.isSuccess && matches.length === 0 && (
        <EmptyState icon="list" title={t('emptyTitle')} text={t('emptyText')} />
      )}
      {!isList && matches.length > 0 && <Board matches={matches} unit={unit} />}
    </div>
  );
}
