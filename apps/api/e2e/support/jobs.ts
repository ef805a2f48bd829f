import { setTimeout } from 'node:timers/promises';
import type { ApiClient, Body } from './api-client';

/** The asking must not take the processor from the work that is waited for. */
const BETWEEN_QUESTIONS_MS = 15;

/** Asks again until it is so; the test's own time limit ends a wait in vain. */
export async function until(isSo: () => Promise<boolean>): Promise<void> {
  while (!(await isSo())) await setTimeout(BETWEEN_QUESTIONS_MS);
}

/** The job's last answer, once it has ended. */
export async function finishedJob(client: ApiClient, id: string): Promise<Body> {
  let job: Body | undefined;
  await until(async () => {
    job = (await client.get(`/jobs/${id}`, { expect: 200 })).body;
    return ['succeeded', 'failed'].includes(String(job['state']));
  });
  return job as Body;
}
