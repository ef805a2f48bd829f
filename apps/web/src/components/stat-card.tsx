import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useMessages } from '../lib/language';
import { FormulaTip } from './formula-tip';
import { Icon } from './icon';
import { componentMessages } from './messages';
import './stat-card.css';

interface StatCardProps {
  readonly label: string;
  /** the figure as it is to be read: "1,200,000", "125.7%", or the words for no target */
  readonly value: string;
  readonly unit?: string;
  readonly formula?: string | null;
  /** the rows that the figure was computed from */
  readonly to?: string;
  /** as-of date, comparison, note */
  readonly note?: ReactNode;
}

/** One figure with its unit, its formula and a way to its rows. */
export function StatCard({ label, value, unit, formula, to, note }: StatCardProps) {
  const t = useMessages(componentMessages);
  return (
    <div className="stat-card">
      <p className="stat-card__label">
        {label}
        {formula && <FormulaTip label={label} formula={formula} />}
      </p>
      <p className="stat-card__value">
        {value}
        {unit && <span className="stat-card__unit">{unit}</span>}
      </p>
      {note && <div className="stat-card__note">{note}</div>}
      {to && (
        <Link to={to} className="stat-card__link">
          {t('openRows', { label })}
          <Icon name="right" size={16} />
        </Link>
      )}
    </div>
  );
}
