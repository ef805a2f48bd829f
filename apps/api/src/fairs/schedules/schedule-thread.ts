import { Worker } from 'node:worker_threads';
import type { ScheduleDraft, ScheduleStep } from '@ieum/domain';
import { builtProgram } from '../../common/built-program';
import { refuse } from '../../common/refused';
import type { ScheduleMessage, ScheduleTask } from './schedule-message';

/** Fairs of the size that there are take two seconds at most; what takes this long would take for ever. */
const TIME_LIMIT_MILLISECONDS = 5 * 60_000;
const MEMORY_MEGABYTES = 1_024;

/**
 * Computes a schedule beside the process that serves requests. Refuses with FAIR_SCHEDULE_STATE when the fair is too
 * large for its time or memory.
 * @throws the signal's reason when it is aborted
 */
export async function solveInThread(
  task: ScheduleTask,
  signal: AbortSignal,
  onStep: (step: ScheduleStep) => void,
): Promise<ScheduleDraft> {
  signal.throwIfAborted();
  const worker = new Worker(builtProgram('schedule-worker.js'), {
    workerData: task,
    resourceLimits: { maxOldGenerationSizeMb: MEMORY_MEGABYTES },
  });
  const limit = AbortSignal.timeout(TIME_LIMIT_MILLISECONDS);
  const ends = AbortSignal.any([signal, limit]);
  try {
    return await new Promise<ScheduleDraft>((resolve, reject) => {
      ends.addEventListener('abort', () => reject(asError(ends.reason)));
      worker.on('error', reject);
      worker.on('exit', () => reject(new Error('the thread ended without a schedule')));
      worker.on('message', (message: ScheduleMessage) => {
        if (message.type === 'done') resolve(message.draft);
        else onStep(message.step);
      });
    });
  } catch (failure) {
    signal.throwIfAborted();
    if (limit.aborted) refuse('FAIR_SCHEDULE_STATE', { reason: 'time' });
    if (failure instanceof Error && 'code' in failure && failure.code === 'ERR_WORKER_OUT_OF_MEMORY')
      refuse('FAIR_SCHEDULE_STATE', { reason: 'memory' });
    throw failure;
  } finally {
    await worker.terminate();
  }
}

const asError = (reason: unknown) => (reason instanceof Error ? reason : new Error(String(reason)));
