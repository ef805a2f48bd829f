import type { FairTabProps } from '../fair-tabs';
import { FollowUpList } from './follow-up-list';

/** The follow-ups of this fair. */
export function FollowUpsTab({ fair }: FairTabProps) {
  return <FollowUpList fairId={fair.id} />;
}
