import { Injectable, type OnModuleInit } from '@nestjs/common';
import { SCHEDULE_STEPS, type ScheduleDraft, type ScheduleStep } from '@ieum/domain';
import { Clock } from '../../common/clock';
import { assertAllowed } from '../../common/refused';
import { Transactions, type Tx } from '../../database/transactions';
import { JobHandlers, type JobOutcome, type RunningJob } from '../../jobs/job-handlers';
import { organiserRefusal, viewFair } from '../fair-room';
import type { KeptSchedule } from './fair-schedule.row';
import { findSchedule, lockSchedule, saveSchedule } from './fair-schedules.queries';
import { SCHEDULE_JOB } from './fair-schedules.service';
import { basisOf, readScheduleFacts } from './schedule-facts.queries';
import { solveInThread } from './schedule-thread';

/** Computes schedules in the background; a fair's schedules are computed one after another. */
@Injectable()
export class ScheduleSolvingService implements OnModuleInit {
  constructor(
    private readonly transactions: Transactions,
    private readonly handlers: JobHandlers,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.handlers.register(SCHEDULE_JOB, {
      run: (job) => this.solve(job),
      failed: (job) => this.fail(job),
    });
  }

  private async solve(job: RunningJob): Promise<JobOutcome> {
    const { fairId, scheduleId } = idsOf(job);
    const outcome = { resultUrl: `/fairs/${fairId}/schedules/${scheduleId}` };
    const reach = (step: ScheduleStep) =>
      job.progress(SCHEDULE_STEPS.indexOf(step), SCHEDULE_STEPS.length, step);
    await reach('reading');
    const now = this.clock.now();
    const read = await this.transactions.run(job.actor, async (tx) => {
      assertAllowed(organiserRefusal(job.actor, await viewFair(tx, fairId)));
      const row = await findSchedule(tx, fairId, scheduleId);
      // Discarded meanwhile, or done before a crash.
      if (row.state !== 'solving') return null;
      return { facts: await readScheduleFacts(tx, fairId), seed: row.seed };
    });
    if (read === null) return outcome;
    const begun = performance.now();
    const steps: Promise<void>[] = [];
    const draft = await solveInThread({ ...read, now }, job.signal, (step) => void steps.push(reach(step)));
    const solveMs = Math.round(performance.now() - begun);
    await Promise.all(steps);
    await reach('saving');
    await this.transactions.run(job.actor, async (tx) => {
      await viewFair(tx, fairId);
      if ((await lockSchedule(tx, fairId, scheduleId)).state !== 'solving') return;
      await saveSchedule(tx, scheduleId, {
        state: 'ready',
        basis: basisOf(read.facts, now),
        meetings: draft.meetings.length,
        preference: draft.preference,
        bound: draft.bound,
        proof: draft.proof,
        result: JSON.stringify(keptOf(draft)),
        solve_ms: solveMs,
      });
    });
    await job.progress(SCHEDULE_STEPS.length, SCHEDULE_STEPS.length);
    return outcome;
  }

  private async fail(job: RunningJob): Promise<void> {
    const { fairId, scheduleId } = idsOf(job);
    await this.transactions.run(job.actor, async (tx: Tx) => {
      await viewFair(tx, fairId);
      const row = await lockSchedule(tx, fairId, scheduleId);
      if (row.state === 'solving') await saveSchedule(tx, scheduleId, { state: 'failed' });
    });
  }
}

const idsOf = ({ payload }: RunningJob) => ({
  fairId: payload['fairId'] ?? '',
  scheduleId: payload['scheduleId'] ?? '',
});

function keptOf({ kept, changes, gains, unmet, floorConflicts, people }: ScheduleDraft): KeptSchedule {
  return { kept, changes, gains, unmet, floorConflicts, people };
}
