import { useEffect, useMemo } from 'react';
import type { Match } from './api';

interface Pages {
  readonly data: { readonly pages: readonly { readonly items: readonly Match[] }[] } | undefined;
  readonly hasNextPage: boolean;
  readonly isFetchingNextPage: boolean;
  readonly isError: boolean;
  readonly fetchNextPage: () => unknown;
}

/** A board shows whole columns, so it reads on by itself until every page is here. */
export function useAllPages(pages: Pages, wanted: boolean): readonly Match[] {
  const { data, hasNextPage, isFetchingNextPage, isError, fetchNextPage } = pages;
  useEffect(() => {
    if (wanted && hasNextPage && !isFetchingNextPage && !isError) void fetchNextPage();
  }, [wanted, hasNextPage, isFetchingNextPage, isError, fetchNextPage]);
  return useMemo(() => data?.pages.flatMap((page) => page.items) ?? [], [data]);
}
