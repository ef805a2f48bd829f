import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useMessages } from '../lib/language';
import { componentMessages } from './messages';
import './page-header.css';

export interface Crumb {
  readonly label: string;
  readonly to: string;
}

interface PageHeaderProps {
  readonly title: string;
  /** pages above this one, outermost first */
  readonly crumbs?: readonly Crumb[];
  readonly description?: ReactNode;
  readonly actions?: ReactNode;
}

/** The only h1 of a page; also names the browser tab. */
export function PageHeader({ title, crumbs = [], description, actions }: PageHeaderProps) {
  const t = useMessages(componentMessages);
  return (
    <div className="page-header">
      <title>{`${title} · ${t('product')}`}</title>
      {crumbs.length > 0 && (
        <nav aria-label={t('breadcrumbs')} className="no-print">
          <ol className="page-header__crumbs">
            {crumbs.map((crumb) => (
              <li key={crumb.to}>
                <Link to={crumb.to}>{crumb.label}</Link>
              </li>
            ))}
            <li aria-current="page">{title}</li>
          </ol>
        </nav>
      )}
      <div className="page-header__row">
        <div>
          <h1>{title}</h1>
          {description && <p className="page-header__description">{description}</p>}
        </div>
        {actions && <div className="page-header__actions no-print">{actions}</div>}
      </div>
    </div>
  );
}
