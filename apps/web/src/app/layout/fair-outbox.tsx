import { lazy, Suspense } from 'react';
import { mayUse, useSession } from '../../lib/session';

const OutboxBar = lazy(async () => ({
  default: (await import('../../features/fairs/day/outbox-bar')).OutboxBar,
}));

/** What somebody did at a fair goes on being sent whatever page they open next, and says so there. */
export function FairOutbox() {
  const { user } = useSession();
  const mayRecord = mayUse(user, 'fair-desk:run') || mayUse(user, 'fair:manage');
  if (user === null || user.mustChangePassword || !mayRecord) return null;
  return (
    <Suspense fallback={null}>
      <OutboxBar key={user.id} />
    </Suspense>
  );
}
