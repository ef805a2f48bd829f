import type { ReactNode } from 'react';
import { Icon, type IconName } from './icon';
import './notice.css';

export type NoticeTone = 'information' | 'success' | 'warning' | 'danger';

const TONE_ICON: Readonly<Record<NoticeTone, IconName>> = {
  information: 'info',
  success: 'check',
  warning: 'alert',
  danger: 'error',
};

interface NoticeProps {
  readonly tone?: NoticeTone;
  readonly title?: string;
  readonly children?: ReactNode;
  readonly action?: ReactNode;
  /** true for what appears after an action: it is read out at once */
  readonly live?: boolean;
}

export function Notice({ tone = 'information', title, children, action, live = false }: NoticeProps) {
  const role = live ? (tone === 'danger' ? 'alert' : 'status') : undefined;
  return (
    <div className={`notice notice--${tone}`} role={role}>
      <Icon name={TONE_ICON[tone]} size={22} />
      <div className="notice__body">
        {title && <p className="notice__title">{title}</p>}
        {children && <div>{children}</div>}
      </div>
      {action && <div className="notice__action">{action}</div>}
    </div>
  );
}
