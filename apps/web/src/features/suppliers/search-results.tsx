import type { UseInfiniteQueryResult, InfiniteData } from '@tanstack/react-query';
import type { Day } from '@ieum/domain';
import { useMemo, useRef, type ReactNode } from 'react';
import { LoadFailed } from '../../components/load-failed';
import { MoreButton } from '../../components/more-button';
import { Notice } from '../../components/notice';
import { Skeleton } from '../../components/skeleton';
import { showDay } from '../../lib/date-format';
import { useLanguage, useMessages } from '../../lib/language';
import { EmptySearch } from './empty-search';
import { FoundSupplierCard } from './found-supplier-card';
import { markWords } from './mark-match';
import type { FoundSupplier, FoundSuppliers, SupplierQuestion } from './search-api';
import type { ChangeSearch, SearchState } from './search-filters';
import { searchMessages } from './search-messages';

interface SearchResultsProps {
  readonly pages: UseInfiniteQueryResult<InfiniteData<FoundSuppliers>>;
  readonly state: SearchState;
  readonly question: SupplierQuestion;
  readonly today: Day;
  readonly onChange: ChangeSearch;
  readonly actionsOf?: (supplier: FoundSupplier) => ReactNode;
}

/** What was found, with the notice when a word was read as another one. */
export function SearchResults({ pages, state, question, today, onChange, actionsOf }: SearchResultsProps) {
  const t = useMessages(searchMessages);
  const { language } = useLanguage();
  const list = useRef<HTMLOListElement>(null);
  const first = pages.data?.pages[0];
  const rows = useMemo(() => pages.data?.pages.flatMap((page) => page.items) ?? [], [pages.data]);
  const words = useMemo(() => markWords(question.q ?? '', first?.nearMatches), [question.q, first]);
  if (pages.isPending) return <ResultsSkeleton />;
  if (pages.isError && first === undefined)
    return <LoadFailed error={pages.error} onRetry={() => void pages.refetch()} />;
  if (first === undefined) return null;
  const near = [...new Map(first.nearMatches.map((one) => [one.typed, one])).values()];
  const more = async () => {
    const before = rows.length;
    await pages.fetchNextPage();
    // The button may be gone, or stands below: reading goes on where the new rows begin.
    list.current?.children.item(before)?.querySelector('a')?.focus();
  };
  return (
    <>
      {near.length > 0 && (
        <Notice
          title={near.map(({ typed, meant }) => t('nearMatch', { typed, meant: `'${meant}'` })).join(' ')}
        >
          {t('nearMatchText')}
        </Notice>
      )}
      {rows.length === 0 ? (
        <EmptySearch state={state} question={question} today={today} onChange={onChange} />
      ) : (
        <>
          <ol className="found-suppliers" ref={list} aria-busy={pages.isPlaceholderData || undefined}>
            {rows.map((supplier) => (
              <li key={supplier.id}>
                <FoundSupplierCard
                  supplier={supplier}
                  asOf={first.asOf}
                  words={words}
                  actions={actionsOf?.(supplier)}
                />
              </li>
            ))}
          </ol>
          <MoreButton
            hasMore={pages.hasNextPage}
            loading={pages.isFetchingNextPage}
            onMore={() => void more()}
          />
          <p className="suppliers-page__as-of">{t('asOfShown', { day: showDay(first.asOf, language) })}</p>
        </>
      )}
    </>
  );
}

function ResultsSkeleton() {
  const t = useMessages(searchMessages);
  return (
    <div className="stack stack--tight" role="status" aria-busy="true">
      <span className="visually-hidden">{t('searching')}</span>
      {Array.from({ length: 5 }, (_, index) => (
        <Skeleton key={index} height="14rem" />
      ))}
    </div>
  );
}
