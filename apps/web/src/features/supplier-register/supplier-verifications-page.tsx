import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { EmptyState } from '../../components/empty-state';
import { LoadFailed } from '../../components/load-failed';
import { MoreButton } from '../../components/more-button';
import { Notice } from '../../components/notice';
import { PageHeader } from '../../components/page-header';
import { PageSkeleton } from '../../components/skeleton';
import { useMessages } from '../../lib/language';
import { useUrlState } from '../../lib/use-url-state';
import { SUPPLIERS_KEY, VERIFICATIONS_KEY, verificationPagesQuery, type Verification } from './api';
import { VerificationFilters, VERIFICATION_STATE, type VerificationUrlState } from './verification-filters';
import { VerificationList } from './verification-list';
import { verificationMessages } from './verification-messages';
import { VerificationPanel } from './verification-panel';
import './supplier-verifications.css';

const SUBJECTS = ['facts', 'certification', 'claim'] as const;

/** The queue of what enterprises ask to have verified: one after the other, with old and new side by side. */
export default function SupplierVerificationsPage() {
  const t = useMessages(verificationMessages);
  const [state, change] = useUrlState(VERIFICATION_STATE);
  const queryClient = useQueryClient();
  const pages = useInfiniteQuery(verificationPagesQuery(filterOf(state)));
  /** After a decision the next request takes the focus; a look around the list does not. */
  const takesFocus = useRef(false);
  const rows = pages.data?.pages.flatMap((page) => page.items) ?? [];
  const shown = rows.find(({ id }) => id === state.id) ?? rows[0];

  /** Said here and not in the panel: the request that it is about may be gone from the list. */
  const [isOutdated, setOutdated] = useState(false);
  const empty = useRef<HTMLDivElement>(null);
  const isEmpty = pages.data !== undefined && shown === undefined;
  useEffect(() => {
    if (!isEmpty || !takesFocus.current) return;
    takesFocus.current = false;
    empty.current?.focus();
  }, [isEmpty]);

  const goOn = async (decided: Verification) => {
    const at = rows.findIndex(({ id }) => id === decided.id);
    const next = rows[at + 1] ?? rows[at - 1];
    takesFocus.current = true;
    setOutdated(false);
    if (state.state === '') change({ id: next?.id ?? '' });
    await refresh();
  };
  const refresh = async () => {
    await Promise.all([
      queryClient.invalidateQueries({ queryKey: VERIFICATIONS_KEY }),
      queryClient.invalidateQueries({ queryKey: SUPPLIERS_KEY }),
    ]);
  };
  return (
    <div className="stack">
      <PageHeader title={t('title')} description={t('description')} />
      <VerificationFilters state={state} onChange={(patch) => change({ ...patch, id: '' })} />
      {pages.isPending && <PageSkeleton label={t('loading')} />}
      {pages.isError && <LoadFailed error={pages.error} onRetry={() => void pages.refetch()} />}
      {isOutdated && (
        <Notice tone="warning" live>
          {t('outdated')}
        </Notice>
      )}
      {isEmpty && (
        <div className="panel" tabIndex={-1} ref={empty}>
          {state.state === '' && state.subject === '' && state.q === '' ? (
            <EmptyState icon="check" title={t('emptyTitle')} text={t('emptyText')} />
          ) : (
            <EmptyState icon="search" title={t('emptyDoneTitle')} text={t('emptyDoneText')} />
          )}
        </div>
      )}
      {pages.data !== undefined && shown !== undefined && (
        <div className="verifications">
          <div className="verifications__list">
            <VerificationList
              rows={rows}
              shownId={shown.id}
              pendingCount={pages.data.pages[0]?.pendingCount ?? 0}
              onShow={(id) => {
                setOutdated(false);
                change({ id });
              }}
            />
            {pages.hasNextPage && (
              <MoreButton
                hasMore
                loading={pages.isFetchingNextPage}
                onMore={() => void pages.fetchNextPage()}
              />
            )}
          </div>
          <VerificationPanel
            key={shown.id}
            verification={shown}
            takesFocus={takesFocus}
            onDecided={goOn}
            onOutdated={async () => {
              setOutdated(true);
              await refresh();
            }}
          />
        </div>
      )}
    </div>
  );
}

function filterOf(state: VerificationUrlState) {
  const subject = SUBJECTS.find((one) => one === state.subject);
  return {
    state: state.state === 'done' ? (['verified', 'refused', 'withdrawn'] as const) : (['pending'] as const),
    ...(subject === undefined ? {} : { subject: [subject] }),
    ...(state.q.trim() === '' ? {} : { q: state.q.trim() }),
  };
}
