import { Link } from 'react-router';
import { Icon, type IconName } from '../../components/icon';
import { Skeleton } from '../../components/skeleton';
import { useMessages } from '../../lib/language';
import { homeMessages } from './messages';
import './homes.css';

export interface Todo {
  readonly key: string;
  readonly text: string;
  readonly to: string;
  readonly icon: IconName;
}

/** What to do next, the most pressing first; each leads to where it is done. */
export function TodoList({ items, loading }: { readonly items: readonly Todo[]; readonly loading: boolean }) {
  const t = useMessages(homeMessages);
  return (
    <section className="panel stack stack--tight" aria-labelledby="todo-title">
      <h2 id="todo-title">{t('todo')}</h2>
      {loading && <Skeleton height="4.4rem" />}
      {!loading && items.length === 0 && <p className="field__hint">{t('todoNone')}</p>}
      {items.length > 0 && (
        <ul className="todo-list">
          {items.map((item) => (
            <li key={item.key}>
              <Link to={item.to}>
                <Icon name={item.icon} />
                <span>{item.text}</span>
                <Icon name="right" size={18} />
              </Link>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
