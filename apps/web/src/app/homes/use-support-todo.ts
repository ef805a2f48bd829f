import { useInfiniteQuery } from '@tanstack/react-query';
import { requestPagesQuery } from '../../features/supplier-requests/api';
import { today } from '../../lib/date-format';
import { useMessages } from '../../lib/language';
import { answeredLately, overdueRequests } from './home-queries';
import { supportMessages } from './support-messages';
import type { Todo } from './todo-list';
import { useRegisterTodo } from './use-register-todo';

const SHOWN = 5;

/** What enterprises answered or let pass, one line each, and what waits in the register. */
export function useSupportTodo(): { readonly items: readonly Todo[]; readonly loading: boolean } {
  const t = useMessages(supportMessages);
  const answered = useInfiniteQuery(requestPagesQuery({ state: ['answered', 'declined'] }));
  const sent = useInfiniteQuery(requestPagesQuery({ state: ['sent'] }));
  const register = useRegisterTodo();
  const late = overdueRequests(sent.data?.pages[0]?.items ?? [], today()).map((request): Todo => {
    const facts = { supplier: request.supplierName, title: request.title };
    return { key: request.id, icon: 'clock', text: t('todoLate', facts), to: placeOf(request) };
  });
  const fresh = answeredLately(answered.data?.pages[0]?.items ?? [], today()).map((request): Todo => {
    const facts = { supplier: request.supplierName, title: request.title };
    const text = t(request.state === 'declined' ? 'todoDeclined' : 'todoAnswered', facts);
    return { key: request.id, icon: 'mail', text, to: placeOf(request) };
  });
  return {
    items: [...late.slice(0, SHOWN), ...fresh.slice(0, SHOWN), ...register.items],
    loading: answered.isPending || sent.isPending || register.loading,
  };
}

/** The match goes on with the answer; a request without one is looked at by itself. */
function placeOf({ id, matchId }: { readonly id: string; readonly matchId: string | null }): string {
  return matchId === null ? `/supplier-requests/${id}` : `/matches/${matchId}`;
}
