import { useMemo } from 'react';
import { DataTable, type DataTableProps } from './data-table';
import { LoadFailed } from './load-failed';
import { MoreButton } from './more-button';

/** What useInfiniteQuery gives for a list with a cursor. */
interface Pages<Row> {
  readonly data: { readonly pages: readonly { readonly items: readonly Row[] }[] } | undefined;
  readonly error: unknown;
  readonly isPending: boolean;
  readonly hasNextPage: boolean;
  readonly isFetchingNextPage: boolean;
  readonly refetch: () => unknown;
  readonly fetchNextPage: () => unknown;
}

interface PagedTableProps<Row> extends Omit<DataTableProps<Row>, 'rows' | 'loading'> {
  readonly pages: Pages<Row>;
}

/** A list that comes page by page: the table of what is here, the way to the next page, the failure in its place. */
export function PagedTable<Row>({ pages, ...table }: PagedTableProps<Row>) {
  const rows = useMemo(() => pages.data?.pages.flatMap((page) => page.items) ?? [], [pages.data]);
  if (pages.error !== null) return <LoadFailed error={pages.error} onRetry={() => void pages.refetch()} />;
  return (
    <>
      <DataTable {...table} rows={rows} loading={pages.isPending} />
      {rows.length > 0 && (
        <MoreButton
          hasMore={pages.hasNextPage}
          loading={pages.isFetchingNextPage}
          onMore={() => void pages.fetchNextPage()}
        />
      )}
    </>
  );
}
