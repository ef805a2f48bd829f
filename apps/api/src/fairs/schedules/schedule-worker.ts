import { parentPort, workerData } from 'node:worker_threads';
import { scheduleDraft } from '@ieum/domain';
import type { ScheduleMessage, ScheduleTask } from './schedule-message';

/** Computes one schedule in a thread of its own: a second of processor time would keep every request waiting. */
const { facts, now, seed } = workerData as ScheduleTask;
const post = (message: ScheduleMessage) => parentPort?.postMessage(message);

const draft = scheduleDraft(facts, now, seed, (step) => post({ type: 'step', step }));
post({ type: 'done', draft });
