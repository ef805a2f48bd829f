import type { SchedulePreview } from '../api';

export interface ScheduleCounts {
  readonly kept: number;
  readonly added: number;
  readonly moved: number;
  readonly removed: number;
}

/** How many bookings stay, come, move and go. */
export function countsOf({ kept, changes }: Pick<SchedulePreview, 'kept' | 'changes'>): ScheduleCounts {
  const count = (kind: SchedulePreview['changes'][number]['change']) =>
    changes.filter(({ change }) => change === kind).length;
  return { kept, added: count('added'), moved: count('moved'), removed: count('removed') };
}
