import type { Permission } from '@ieum/domain';
import type { ReactNode } from 'react';
import { Navigate, useLocation } from 'react-router';
import { EmptyState } from '../../components/empty-state';
import { LinkButton } from '../../components/link-button';
import { PageSkeleton } from '../../components/skeleton';
import { useMessages } from '../../lib/language';
import { mayUse, useSession } from '../../lib/session';
import { PASSWORD_PATH } from '../navigation';
import { sessionMessages } from './messages';

interface GuardedProps {
  /** what the page needs; undefined = any signed-in person */
  readonly permission?: Permission | undefined;
  readonly children: ReactNode;
}

/** Lets a page appear only for those who may see it; others are sent to sign in and come back afterwards. */
export function Guarded({ permission, children }: GuardedProps) {
  const { user, loading } = useSession();
  const location = useLocation();
  const t = useMessages(sessionMessages);
  if (loading) return <PageSkeleton label={t('checking')} />;
  if (user === null) {
    const from = location.pathname + location.search + location.hash;
    return <Navigate to={`/login?next=${encodeURIComponent(from)}`} replace />;
  }
  if (user.mustChangePassword && location.pathname !== PASSWORD_PATH)
    return <Navigate to={PASSWORD_PATH} replace />;
  if (permission !== undefined && !mayUse(user, permission)) {
    return (
      <EmptyState
        title={t('forbiddenTitle')}
        text={t('forbidden')}
        action={<LinkButton to="/">{t('toHome')}</LinkButton>}
      />
    );
  }
  return children;
}
