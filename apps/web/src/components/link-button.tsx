import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { buttonClass, type ButtonSize, type ButtonVariant } from './button';
import { Icon, type IconName } from './icon';

interface LinkButtonProps {
  readonly to: string;
  readonly variant?: ButtonVariant;
  readonly size?: ButtonSize;
  readonly icon?: IconName;
  readonly children: ReactNode;
  /** Says more than the text, where several links of a page have the same one. */
  readonly 'aria-label'?: string;
}

/** Goes somewhere, and looks like a button. */
export function LinkButton({
  to,
  variant = 'primary',
  size = 'medium',
  icon,
  children,
  'aria-label': label,
}: LinkButtonProps) {
  return (
    <Link to={to} className={buttonClass(variant, size)} aria-label={label}>
      {icon && <Icon name={icon} size={18} />}
      {children}
    </Link>
  );
}
