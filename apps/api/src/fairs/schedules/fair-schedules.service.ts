import { Injectable } from '@nestjs/common';
import { computeScheduleRefusal, discardScheduleRefusal, SCHEDULE_STEPS } from '@ieum/domain';
import type { Actor } from '../../common/actor';
import { Clock } from '../../common/clock';
import { assertAllowed, refuse } from '../../common/refused';
import { Transactions } from '../../database/transactions';
import { JobsService } from '../../jobs/jobs.service';
import type {
  ComputeScheduleDto,
  FairScheduleDto,
  FairScheduleListDto,
  FairSchedulePreviewDto,
  StartedScheduleDto,
} from '../dto/schedule.dto';
import { enterFair, organiserRefusal, viewFair } from '../fair-room';
import { toFairScheduleDto, toPreviewDto } from './fair-schedule.row';
import { findSchedule, listSchedules, lockSchedule, resultOf, saveSchedule } from './fair-schedules.queries';
import { basisOf, partyNames, readScheduleFacts } from './schedule-facts.queries';

/** A job of this kind computes one schedule. */
export const SCHEDULE_JOB = 'fair-schedule';
const DEFAULT_SEED = 1;

/** Schedules of a fair: asked for, looked at, put aside. Computing and applying them have services of their own. */
@Injectable()
export class FairSchedulesService {
  constructor(
    private readonly transactions: Transactions,
    private readonly jobs: JobsService,
    private readonly clock: Clock,
  ) {}

  list(actor: Actor, fairId: string): Promise<FairScheduleListDto> {
    return this.transactions.run(actor, async (tx) => {
      assertAllowed(organiserRefusal(actor, await viewFair(tx, fairId)));
      return { items: (await listSchedules(tx, fairId)).map(toFairScheduleDto) };
    });
  }

  compute(
    actor: Actor,
    fairId: string,
    { seed = DEFAULT_SEED }: ComputeScheduleDto,
  ): Promise<StartedScheduleDto> {
    return this.transactions.runOnce(actor, async (tx) => {
      const fair = await enterFair(tx, fairId);
      assertAllowed(organiserRefusal(actor, fair) ?? computeScheduleRefusal(fair.state));
      const [started] = await tx.sql<{ id: string }>(
        `INSERT INTO fair_schedules (fair_id, seed, created_by) VALUES ($1, $2, $3) RETURNING id`,
        [fairId, seed, actor.userId],
      );
      const { id } = started ?? refuse('NOT_FOUND');
      const job = await this.jobs.enqueue(tx, {
        kind: SCHEDULE_JOB,
        institutionId: actor.institutionId,
        payload: { fairId, scheduleId: id },
        total: SCHEDULE_STEPS.length,
        line: `fair ${fairId}`,
      });
      await saveSchedule(tx, id, { job_id: job.id });
      return { schedule: toFairScheduleDto(await findSchedule(tx, fairId, id)), job };
    });
  }

  preview(actor: Actor, fairId: string, scheduleId: string): Promise<FairSchedulePreviewDto> {
    return this.transactions.run(actor, async (tx) => {
      assertAllowed(organiserRefusal(actor, await viewFair(tx, fairId)));
      const row = await findSchedule(tx, fairId, scheduleId);
      const [result, nameOf] = await Promise.all([resultOf(tx, scheduleId), partyNames(tx, fairId)]);
      const isOutdated =
        row.state === 'ready' && row.basis !== basisOf(await readScheduleFacts(tx, fairId), this.clock.now());
      return toPreviewDto(row, result, nameOf, isOutdated);
    });
  }

  discard(actor: Actor, fairId: string, scheduleId: string): Promise<FairScheduleDto> {
    return this.transactions.run(actor, async (tx) => {
      assertAllowed(organiserRefusal(actor, await enterFair(tx, fairId)));
      const row = await lockSchedule(tx, fairId, scheduleId);
      assertAllowed(discardScheduleRefusal(row.state));
      await saveSchedule(tx, scheduleId, { state: 'discarded' });
      return toFairScheduleDto({ ...row, state: 'discarded' });
    });
  }
}
