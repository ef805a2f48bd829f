import { useEffect, useRef } from 'react';
import { useMessages } from '../lib/language';
import { Icon } from './icon';
import { componentMessages } from './messages';
import './error-summary.css';

export interface SummaryItem {
  readonly name: string;
  readonly label: string;
  readonly message: string;
}

interface ErrorSummaryProps {
  /** what concerns the whole form */
  readonly message?: string | undefined;
  readonly items: readonly SummaryItem[];
  /** brings the person to the field */
  readonly onGoTo: (name: string) => void;
  /** a new number takes the focus to the summary: one per failed submit */
  readonly attempt: number;
}

/** All that is wrong, at the top of the form, each with a way to its field. */
export function ErrorSummary({ message, items, onGoTo, attempt }: ErrorSummaryProps) {
  const t = useMessages(componentMessages);
  const box = useRef<HTMLDivElement>(null);
  const shown = items.length > 0 || message !== undefined;
  const focused = useRef(0);
  useEffect(() => {
    // Only a new attempt moves the focus: an error that disappears while typing must not.
    if (!shown || focused.current === attempt) return;
    focused.current = attempt;
    box.current?.focus();
  }, [attempt, shown]);
  if (!shown) return null;
  return (
    <div className="error-summary" role="alert" tabIndex={-1} ref={box}>
      <Icon name="error" size={22} />
      <div>
        <p className="error-summary__title">{message ?? t('errorSummary', { count: items.length })}</p>
        {items.length > 0 && (
          <ul className="error-summary__items">
            {items.map((item) => (
              <li key={item.name}>
                <button type="button" onClick={() => onGoTo(item.name)}>
                  {item.label}
                </button>
                <span>{item.message}</span>
              </li>
            ))}
          </ul>
        )}
      </div>
    </div>
  );
}
