import type { ReactNode } from 'react';
import { Icon } from './icon';
import './disclosure.css';

interface DisclosureProps {
  readonly title: string;
  readonly open?: boolean;
  readonly children: ReactNode;
}

/** Something more that not everybody needs. */
export function Disclosure({ title, open = false, children }: DisclosureProps) {
  return (
    <details className="disclosure" open={open}>
      <summary>
        <Icon name="right" size={18} />
        {title}
      </summary>
      <div className="disclosure__body">{children}</div>
    </details>
  );
}
