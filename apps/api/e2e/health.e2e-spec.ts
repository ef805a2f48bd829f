import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { systemActor } from '../src/common/actor';
import { Transactions } from '../src/database/transactions';
import { JobHandlers } from '../src/jobs/job-handlers';
import { JobWorker } from '../src/jobs/job-worker';
import { JobsService } from '../src/jobs/jobs.service';
import { until } from './support/jobs';
import { createWorld, type World } from './support/world';

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.end());

async function readiness(): Promise<readonly [number, unknown]> {
  const answer = await world.app.inject({ url: '/api/health/ready' });
  return [answer.statusCode, answer.json<{ details?: unknown }>().details];
}
const isReady = async () => (await readiness())[0] === 200;
const WITHOUT_QUEUE = [503, { missing: 'job queue' }];

function endConnectionsOf(application: string) {
  return world.database.sql(
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
     WHERE datname = current_database() AND application_name = $1`,
    [application],
  );
}

/** Asks for a job and waits until it was done, and said so: the next loss of connections would lose the report with them. */
async function isDone(kind: string): Promise<void> {
  let runs = 0;
  world.app.get(JobHandlers).register(kind, {
    run: () => {
      runs += 1;
      return Promise.resolve({});
    },
  });
  await world.app
    .get(Transactions)
    .run(systemActor('health'), (tx) =>
      world.app.get(JobsService).enqueue(tx, { kind, institutionId: null, payload: {} }),
    );
  await until(() => Promise.resolve(runs > 0));
  await until(async () => {
    const left = await world.database.sql('SELECT FROM graphile_worker._private_jobs');
    return left.length === 0;
  });
}

describe('readiness', () => {
  it('is there when the database answers and the workers run', async () => {
    expect(await readiness()).toEqual([200, undefined]);
  });

  it('is missing between the end of the workers and their new beginning', async () => {
    await world.app.get(JobWorker)['runner']?.stop();
    await until(async () => !(await isReady()));
    expect(await readiness()).toEqual(WITHOUT_QUEUE);
    await until(isReady);
    await isDone('after-the-stop');
  });

  it('is missing while the queue has lost the database, and comes back with it; then jobs are done', async () => {
    await world.database.letConnect(false);
    await endConnectionsOf('ieum-jobs');
    await until(async () => !(await isReady()));
    expect(await readiness()).toEqual(WITHOUT_QUEUE);
    const live = await world.app.inject({ url: '/api/health/live' });
    expect(live.statusCode).toBe(200);
    await world.database.letConnect(true);
    await until(isReady);
    await isDone('after-the-loss');
  });

  it('outlives the loss of its connections again and again: none of them keeps its place in the pool', async () => {
    for (let loss = 1; loss <= 6; loss += 1) {
      await endConnectionsOf('ieum-jobs');
      await until(isReady);
    }
    await isDone('after-many-losses');
  });
});
