import type { FairDetail } from './api';

export type FairTab =
  'overview' | 'desks' | 'exhibitors' | 'wishes' | 'schedule' | 'timetable' | 'report' | 'follow_ups';

export interface FairTabProps {
  readonly fair: FairDetail;
}

const HAS_MEETINGS: readonly FairDetail['state'][] = ['open', 'held', 'followed_up'];

/** The tabs that tell the reader something: the schedule is the organiser's, results are of those who consult. */
export function tabsFor({ stands, state }: Pick<FairDetail, 'stands' | 'state'>): readonly FairTab[] {
  const runs = stands.includes('organiser');
  const consults = runs || stands.includes('desk');
  const isLater = HAS_MEETINGS.includes(state);
  return [
    'overview',
    'desks',
    'exhibitors',
    ...(stands.length > 0 ? (['wishes'] as const) : []),
    ...(runs ? (['schedule'] as const) : []),
    'timetable',
    ...(consults && isLater ? (['report', 'follow_ups'] as const) : []),
  ];
}

export const isOrganiser = ({ stands }: Pick<FairDetail, 'stands'>) => stands.includes('organiser');
