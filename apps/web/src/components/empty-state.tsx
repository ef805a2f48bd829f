import type { ReactNode } from 'react';
import { Icon, type IconName } from './icon';
import './empty-state.css';

interface EmptyStateProps {
  readonly title: string;
  readonly text?: string;
  readonly icon?: IconName;
  /** the next step: a button or a link */
  readonly action?: ReactNode;
}

export function EmptyState({ title, text, icon = 'info', action }: EmptyStateProps) {
  return (
    <div className="empty-state">
      <Icon name={icon} size={36} />
      <p className="empty-state__title">{title}</p>
      {text && <p className="empty-state__text">{text}</p>}
      {action && <div className="empty-state__action">{action}</div>}
    </div>
  );
}
