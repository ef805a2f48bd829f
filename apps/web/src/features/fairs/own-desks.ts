import { useQuery } from '@tanstack/react-query';
import { useUser, type SessionUser } from '../../lib/session';
import { fairDesksQuery, type FairDesk, type FairDetail } from './api';

/** The desks that somebody may run: a clerk's own, a manager's institution's; the organiser every one. */
export function ownDesks(
  fair: Pick<FairDetail, 'stands' | 'ownDeskId'>,
  desks: readonly FairDesk[],
  user: Pick<SessionUser, 'institutionId' | 'departmentId'>,
): FairDesk[] {
  const living = desks.filter((desk) => desk.withdrawnReason === null);
  if (fair.stands.includes('organiser')) return living;
  if (!fair.stands.includes('desk')) return [];
  // An adviser belongs to no institution: which desks are in the area only the server knows.
  if (user.institutionId === null) return living;
  return living.filter(
    ({ id, institutionId, departmentId }) =>
      id === fair.ownDeskId ||
      (institutionId === user.institutionId &&
        (user.departmentId === null || departmentId === user.departmentId)),
  );
}

export function useOwnDesks(fair: FairDetail) {
  const user = useUser();
  const query = useQuery({
    ...fairDesksQuery(fair.id),
    enabled: fair.stands.some((stand) => stand !== 'exhibitor'),
  });
  return { ...query, desks: ownDesks(fair, query.data?.items ?? [], user) };
}
