import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { recountSummaryQuery } from '../../features/purchase-recounts/api';
import { verificationPagesQuery } from '../../features/supplier-register/api';
import { reviewsQuery } from '../../features/supplier-reviews/api';
import { useMessages } from '../../lib/language';
import { useMay } from '../../lib/session';
import { homeMessages } from './messages';
import type { Todo } from './todo-list';

/** What waits in the register for whoever may decide it: verifications, doubtful rows of a list, recounts. */
export function useRegisterTodo(): { readonly items: readonly Todo[]; readonly loading: boolean } {
  const t = useMessages(homeMessages);
  const may = useMay();
  const verifies = may('supplier:verify');
  const recounts = may('purchase-recount:decide');
  const reviews = may('supplier-import:write');
  const waiting = useInfiniteQuery({ ...verificationPagesQuery({ state: ['pending'] }), enabled: verifies });
  const open = useQuery({ ...recountSummaryQuery({ state: ['open'] }), enabled: recounts });
  const doubtful = useInfiniteQuery({ ...reviewsQuery(['pending']), enabled: reviews });
  const items: Todo[] = [];
  const add = (
    key: string,
    icon: Todo['icon'],
    count: number,
    sentence: (count: number) => string,
    to: string,
  ) => {
    if (count > 0) items.push({ key, icon, text: sentence(count), to });
  };
  add(
    'verifications',
    'check',
    waiting.data?.pages[0]?.pendingCount ?? 0,
    (count) => t('todoVerifications', { count }),
    '/supplier-verifications',
  );
  add(
    'recounts',
    'certificate',
    open.data?.count ?? 0,
    (count) => t('todoRecounts', { count }),
    '/purchase-recounts',
  );
  add(
    'reviews',
    'supplier',
    doubtful.data?.pages[0]?.total ?? 0,
    (count) => t('todoReviews', { count }),
    '/supplier-reviews',
  );
  const loading =
    (verifies && waiting.isPending) || (recounts && open.isPending) || (reviews && doubtful.isPending);
  return { items, loading };
}
