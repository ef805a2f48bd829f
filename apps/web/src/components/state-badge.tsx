import { Icon, type IconName } from './icon';
import './state-badge.css';

export type BadgeTone = 'neutral' | 'information' | 'success' | 'warning' | 'danger';

const TONE_ICON: Readonly<Record<BadgeTone, IconName>> = {
  neutral: 'dash',
  information: 'clock',
  success: 'check',
  warning: 'alert',
  danger: 'error',
};

interface StateBadgeProps {
  readonly tone: BadgeTone;
  /** the state in words: colour and sign only repeat it */
  readonly label: string;
  readonly icon?: IconName;
}

export function StateBadge({ tone, label, icon }: StateBadgeProps) {
  return (
    <span className={`state-badge state-badge--${tone}`}>
      <Icon name={icon ?? TONE_ICON[tone]} size={15} />
      {label}
    </span>
  );
}
