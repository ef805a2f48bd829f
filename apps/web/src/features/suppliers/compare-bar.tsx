import { Button } from '../../components/button';
import { Icon } from '../../components/icon';
import { LinkButton } from '../../components/link-button';
import { compareLink, MAX_COMPARED, useCompareChoice } from '../../lib/compare-choice';
import { useMessages } from '../../lib/language';
import { searchMessages } from './search-messages';
import './compare-bar.css';

interface CompareBarProps {
  /** what was searched for, so that the comparison marks it and asks for the same day */
  readonly context: Readonly<Record<string, string>>;
}

/** Who was ticked, at the foot of the window, until two to four are laid side by side. */
export function CompareBar({ context }: CompareBarProps) {
  const t = useMessages(searchMessages);
  const { chosen, isFull, toggle, clear } = useCompareChoice();
  if (chosen.length === 0) return null;
  const ids = chosen.map(({ id }) => id);
  return (
    <section className="compare-bar no-print" aria-label={t('compareBar')}>
      <ul className="compare-bar__chosen">
        {chosen.map((one) => (
          <li key={one.id}>
            {one.name}
            <button
              type="button"
              aria-label={t('compareRemove', { name: one.name })}
              onClick={() => toggle(one)}
            >
              <Icon name="close" size={14} />
            </button>
          </li>
        ))}
      </ul>
      <div className="compare-bar__actions">
        {chosen.length > 1 ? (
          <LinkButton size="small" icon="columns" to={compareLink(ids, context)}>
            {t('compareOpen', { count: chosen.length })}
          </LinkButton>
        ) : (
          <span>{t('compareOne')}</span>
        )}
        <Button variant="text" size="small" onClick={clear}>
          {t('compareClear')}
        </Button>
      </div>
      <p className="visually-hidden" role="status">
        {`${chosen.length}/${MAX_COMPARED}`} {isFull ? t('compareFull') : ''}
      </p>
    </section>
  );
}
