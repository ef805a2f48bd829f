import { Shortcuts } from './shortcuts';
import { TodoList } from './todo-list';
import { useRegisterTodo } from './use-register-todo';

export default function SupportHome() {
  const todo = useRegisterTodo();
  return (
    <div className="stack">
      <Shortcuts>
        <TodoList {...todo} />
      </Shortcuts>
    </div>
  );
}
