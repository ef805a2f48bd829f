import { useKpiBoard } from '../../features/kpis/api';
import { useMessages } from '../../lib/language';
import { homeMessages } from './messages';
import { Shortcuts } from './shortcuts';
import { TodoList, type Todo } from './todo-list';
import { useRegisterTodo } from './use-register-todo';

/** Indicators whose stated figure is another one than ours, and what waits in the register. */
export default function AdminHome() {
  const indicators = useIndicatorTodo();
  const register = useRegisterTodo();
  return (
    <div className="stack">
      <Shortcuts>
        <TodoList
          items={[...indicators.items, ...register.items]}
          loading={indicators.loading || register.loading}
        />
      </Shortcuts>
    </div>
  );
}

function useIndicatorTodo(): { readonly items: readonly Todo[]; readonly loading: boolean } {
  const t = useMessages(homeMessages);
  const { year, board } = useKpiBoard(null, false);
  const differing = board.data?.differing ?? 0;
  if (differing === 0) return { items: [], loading: board.isPending };
  const text = t('todoIndicators', { year: String(year), count: differing });
  return { items: [{ key: 'indicators', icon: 'scales', text, to: `/kpis?year=${year}` }], loading: false };
}
