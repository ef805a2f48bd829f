import type { ScheduleFacts, ScheduleDraft, ScheduleStep } from '@ieum/domain';

export interface ScheduleTask {
  readonly facts: ScheduleFacts;
  readonly now: Date;
  readonly seed: number;
}

export type ScheduleMessage =
  | { readonly type: 'step'; readonly step: ScheduleStep }
  | { readonly type: 'done'; readonly draft: ScheduleDraft };
