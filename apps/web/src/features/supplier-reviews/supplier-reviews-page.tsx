import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { Link } from 'react-router';
import { Button } from '../../components/button';
import { DataTable } from '../../components/data-table';
import { EmptyState } from '../../components/empty-state';
import { LoadFailed } from '../../components/load-failed';
import { MoreButton } from '../../components/more-button';
import { Notice } from '../../components/notice';
import { PageHeader } from '../../components/page-header';
import { PageSkeleton } from '../../components/skeleton';
import type { TableColumn } from '../../components/table-column';
import { Tabs } from '../../components/tabs';
import { showInstant } from '../../lib/date-format';
import { useLanguage, useMessages } from '../../lib/language';
import { useProblemSentence } from '../../lib/problem-sentences';
import { useIdempotencyKey } from '../../lib/use-idempotency-key';
import { useUrlState } from '../../lib/use-url-state';
import { decideReview, REVIEWS_KEY, reviewsQuery, type Decision, type Review } from './api';
import { reviewMessages } from './messages';
import { isFree, ReviewCard } from './review-card';
import './supplier-reviews.css';

const STATE = { view: 'queue' } as const;

export default function SupplierReviewsPage() {
  const t = useMessages(reviewMessages);
  const [state, change] = useUrlState(STATE);
  return (
    <div className="stack">
      <PageHeader title={t('title')} description={t('lead')} />
      <Tabs
        label={t('views')}
        selected={state.view === 'decided' ? 'decided' : 'queue'}
        onSelect={(view) => change({ view })}
        items={[
          { id: 'queue', label: t('queue'), content: <Queue /> },
          { id: 'decided', label: t('decided'), content: <Decided /> },
        ]}
      />
    </div>
  );
}

/** One doubtful row after the other; what is decided makes room for the next. */
function Queue() {
  const t = useMessages(reviewMessages);
  const sentence = useProblemSentence();
  const client = useQueryClient();
  const key = useIdempotencyKey();
  const pages = useInfiniteQuery(reviewsQuery(['pending']));
  const [at, setAt] = useState(0);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const [done, setDone] = useState<Review | null>(null);
  const reviews = pages.data?.pages.flatMap((page) => page.items) ?? [];
  const total = pages.data?.pages[0]?.total ?? 0;
  const index = Math.min(at, Math.max(0, reviews.length - 1));
  const review = reviews[index];
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = pages;

  useEffect(() => {
    if (index >= reviews.length - 2 && hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }, [index, reviews.length, hasNextPage, isFetchingNextPage, fetchNextPage]);
  useEffect(() => {
    const move = (event: KeyboardEvent) => {
      const step = event.code === 'KeyJ' ? 1 : event.code === 'KeyK' ? -1 : 0;
      if (step === 0 || !isFree(event)) return;
      setAt(Math.min(Math.max(0, index + step), Math.max(0, reviews.length - 1)));
    };
    window.addEventListener('keydown', move);
    return () => window.removeEventListener('keydown', move);
  }, [index, reviews.length]);

  const decide = async (decision: Decision) => {
    if (review === undefined || busy) return;
    setBusy(true);
    setFailure(null);
    setDone(null);
    try {
      setDone(await decideReview(review.id, decision, key.headersFor([review.id, decision])));
      key.renew();
    } catch (error) {
      setFailure(error);
    }
    await client.invalidateQueries({ queryKey: REVIEWS_KEY });
    void client.invalidateQueries({ queryKey: ['suppliers'] });
    setBusy(false);
  };

  if (pages.error) return <LoadFailed error={pages.error} onRetry={() => void pages.refetch()} />;
  if (pages.isPending) return <PageSkeleton label={t('loading')} />;
  return (
    <div className="stack">
      {failure !== null && (
        <Notice tone="danger" live title={t('failed')}>
          {sentence(failure)}
        </Notice>
      )}
      {done !== null && done.state !== 'pending' && done.state !== 'withdrawn' && (
        <Notice tone="success" live>
          {t(`done_${done.state}`, { name: done.entry.name })}
        </Notice>
      )}
      {review === undefined ? (
        <EmptyState title={t('emptyTitle')} text={t('emptyText')} icon="check" />
      ) : (
        <>
          <div className="cluster">
            <h2>{t('position', { index: index + 1, total })}</h2>
            <Button variant="secondary" size="small" disabled={index === 0} onClick={() => setAt(index - 1)}>
              {t('previous')}
            </Button>
            <Button
              variant="secondary"
              size="small"
              disabled={index >= reviews.length - 1}
              onClick={() => setAt(index + 1)}
            >
              {t('next')}
            </Button>
          </div>
          <p>{t('keys')}</p>
          <ReviewCard key={review.id} review={review} busy={busy} onDecide={(one) => void decide(one)} />
        </>
      )}
    </div>
  );
}

function Decided() {
  const t = useMessages(reviewMessages);
  const { language } = useLanguage();
  const pages = useInfiniteQuery(reviewsQuery(['same', 'different', 'dismissed']));
  const rows = pages.data?.pages.flatMap((page) => page.items) ?? [];
  const columns: readonly TableColumn<Review>[] = [
    { key: 'name', label: t('row'), width: 20, value: (row) => row.entry.name },
    { key: 'decision', label: t('decision'), width: 12, value: (row) => t(`state_${row.state}`) },
    {
      key: 'supplier',
      label: t('supplier'),
      width: 20,
      value: (row) => row.supplierName,
      cell: (row) =>
        row.supplierId !== null && <Link to={`/suppliers/${row.supplierId}`}>{row.supplierName}</Link>,
    },
    { key: 'note', label: t('note'), width: 26, value: (row) => row.note },
    { key: 'decidedBy', label: t('decidedBy'), width: 11, value: (row) => row.decidedByName },
    {
      key: 'decidedAt',
      label: t('decidedAt'),
      width: 18,
      value: (row) => row.decidedAt,
      cell: (row) => showInstant(row.decidedAt, language),
    },
  ];
  if (pages.error) return <LoadFailed error={pages.error} onRetry={() => void pages.refetch()} />;
  return (
    <div className="stack">
      <DataTable
        name="supplier-reviews"
        caption={t('decidedCaption')}
        columns={columns}
        rows={rows}
        rowKey={(row) => row.id}
        loading={pages.isPending}
        totalCount={pages.data?.pages[0]?.total}
        empty={<EmptyState title={t('emptyTitle')} text={t('emptyText')} icon="check" />}
      />
      {rows.length > 0 && (
        <MoreButton
          hasMore={pages.hasNextPage}
          loading={pages.isFetchingNextPage}
          onMore={() => void pages.fetchNextPage()}
        />
      )}
    </div>
  );
}
