import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { refusal } from '@ieum/domain';
import type { Actor } from '../src/common/actor';
import { Refused } from '../src/common/refused';
import { Transactions } from '../src/database/transactions';
import { JobHandlers, type RunningJob } from '../src/jobs/job-handlers';
import { JobWorker } from '../src/jobs/job-worker';
import { JobsService } from '../src/jobs/jobs.service';
import type { ApiClient } from './support/api-client';
import { finishedJob, until } from './support/jobs';
import { createWorld, type World } from './support/world';

let world: World;
let clerk: ApiClient;
let colleague: ApiClient;
let manager: ApiClient;
let stranger: ApiClient;
let asked: Actor;

beforeAll(async () => {
  world = await createWorld();
  const institutionId = await world.given.institution();
  const departmentId = await world.given.department(institutionId, '일자리지원과');
  clerk = await world.loginAs(await world.given.user('clerk', { institutionId, departmentId }));
  colleague = await world.loginAs(await world.given.user('clerk', { institutionId, departmentId }));
  manager = await world.loginAs(await world.given.user('manager', { institutionId }));
  const elsewhere = await world.given.institution('성북구');
  stranger = await world.loginAs(await world.given.user('manager', { institutionId: elsewhere }));
  asked = {
    userId: clerk.user.id,
    name: '',
    role: 'clerk',
    institutionId,
    departmentId,
    enterpriseId: null,
    assignedInstitutionIds: [],
    requestId: 'jobs-spec',
    idempotency: null,
  };
});
afterAll(() => world.end());

function handle(kind: string, run: (job: RunningJob) => Promise<{ resultUrl?: string }>) {
  world.app.get(JobHandlers).register(kind, { run });
}

async function enqueue(kind: string, payload: Record<string, string> = {}): Promise<string> {
  const job = await world.app
    .get(Transactions)
    .run(asked, (tx) =>
      world.app.get(JobsService).enqueue(tx, { kind, institutionId: clerk.user.institutionId, payload }),
    );
  return job.id;
}

describe('a job', () => {
  it('runs as whoever asked, with its payload, and says where the result is', async () => {
    let seen: RunningJob | undefined;
    handle('greet', async (job) => {
      seen = job;
      return { resultUrl: '/institutions' };
    });
    const id = await enqueue('greet', { whom: 'world' });
    const job = await finishedJob(clerk, id);
    expect(job).toMatchObject({ id, kind: 'greet', state: 'succeeded', resultUrl: '/institutions' });
    expect(seen?.actor).toMatchObject({ userId: clerk.user.id, role: 'clerk' });
    expect(seen?.payload).toEqual({ whom: 'world' });
  });

  it('runs although the workers had ended by themselves: they begin again', async () => {
    handle('after-the-end', async () => ({}));
    await world.app.get(JobWorker)['runner']?.stop();
    const id = await enqueue('after-the-end');
    expect(await finishedJob(clerk, id)).toMatchObject({ kind: 'after-the-end', state: 'succeeded' });
  });

  it('disappears with the transaction that asked for it', async () => {
    let runs = 0;
    handle('rolled-back', async () => {
      runs++;
      return {};
    });
    await expect(
      world.app.get(Transactions).run(asked, async (tx) => {
        await world.app.get(JobsService).enqueue(tx, {
          kind: 'rolled-back',
          institutionId: clerk.user.institutionId,
          payload: {},
        });
        throw new Error('changed my mind');
      }),
    ).rejects.toThrow('changed my mind');
    handle('after', async () => ({}));
    await finishedJob(clerk, await enqueue('after'));
    expect(runs).toBe(0);
    expect(await world.database.sql(`SELECT id FROM jobs WHERE kind = 'rolled-back'`)).toHaveLength(0);
  });

  it('shows how far it is while it runs', async () => {
    let goOn: () => void = () => undefined;
    const gate = new Promise<void>((resolve) => (goOn = resolve));
    handle('slow', async (job) => {
      await job.progress(40, 100, 'reading');
      await gate;
      await job.progress(100, 100);
      return {};
    });
    const id = await enqueue('slow');
    await until(async () => (await clerk.get(`/jobs/${id}`)).body['done'] === (40 as never));
    expect((await clerk.get(`/jobs/${id}`, { expect: 200 })).body).toMatchObject({
      state: 'running',
      total: 100,
      message: 'reading',
    });
    goOn();
    expect(await finishedJob(clerk, id)).toMatchObject({ state: 'succeeded', done: 100, total: 100 });
  });

  it('ends with the code of the refusal and is not tried again', async () => {
    let runs = 0;
    handle('refused', async () => {
      runs++;
      throw new Refused(refusal('IMPORT_NO_ROWS', { rows: 0 }));
    });
    const job = await finishedJob(clerk, await enqueue('refused'));
    expect(job).toMatchObject({ state: 'failed', message: 'IMPORT_NO_ROWS', details: { rows: 0 } });
    expect(runs).toBe(1);
  });

  it('tells the owner of a defect nothing but that it failed', async () => {
    handle('defect', async () => {
      throw new Error('secret text');
    });
    const job = await finishedJob(clerk, await enqueue('defect'));
    expect(job).toMatchObject({ state: 'failed', message: 'DEFECT', details: {} });
  });

  it('of a process that died runs again', async () => {
    let runs = 0;
    handle('interrupted', async () => {
      runs++;
      return {};
    });
    const id = await pretendTaken('interrupted', 1);
    await world.app.get(JobWorker).reclaim();
    expect(await finishedJob(clerk, id)).toMatchObject({ state: 'succeeded' });
    expect(runs).toBe(1);
  });

  it('that kills its process every time is given up', async () => {
    handle('deadly', async () => ({}));
    const id = await pretendTaken('deadly', 5);
    await world.app.get(JobWorker).reclaim();
    await world.app.get(JobWorker).reclaim();
    expect(await finishedJob(clerk, id)).toMatchObject({ state: 'failed' });
  });

  it('is left alone while its worker lives', async () => {
    const [life] = await world.database.sql<{ id: string }>(`SELECT 'pool-alive' AS id,
      pg_advisory_lock_shared(hashtextextended('ieum worker pool-alive', 0))`);
    const id = await pretendTaken('interrupted', 1, life?.id);
    await world.app.get(JobWorker).reclaim();
    expect((await clerk.get(`/jobs/${id}`, { expect: 200 })).body['state']).toBe('queued');
    await world.database.sql(`SELECT pg_advisory_unlock_all()`);
    await world.app.get(JobWorker).reclaim();
    expect(await finishedJob(clerk, id)).toMatchObject({ state: 'succeeded' });
  });

  it('is seen by its owner and the managers of the institution', async () => {
    const id = await enqueue('after');
    await finishedJob(clerk, id);
    await manager.get(`/jobs/${id}`, { expect: 200 });
    await colleague.get(`/jobs/${id}`, { expect: 404 });
    await stranger.get(`/jobs/${id}`, { expect: 404 });
    await world.anonymous.get(`/jobs/${id}`, { expect: 401 });
  });
});

/** A queue entry as a killed process leaves it: taken a while ago by a worker. */
async function pretendTaken(kind: string, attempts: number, worker = 'pool-dead'): Promise<string> {
  const [row] = await world.database.sql<{ id: string }>(
    `WITH job AS (
       INSERT INTO jobs (institution_id, kind, owner_id) VALUES ($1, $2, $3) RETURNING *
     ), queued AS (
       SELECT job.id, (graphile_worker.add_job('ieum_job',
         json_build_object('institutionId', job.institution_id, 'jobId', job.id),
         run_at => now() + interval '1 hour', max_attempts => 5)).id AS queue_id FROM job
     )
     SELECT id::text, queue_id FROM queued`,
    [clerk.user.institutionId, kind, clerk.user.id],
  );
  await world.database.sql(
    `UPDATE graphile_worker._private_jobs SET run_at = now(), attempts = $2, locked_by = $3, locked_at = now() - interval '1 minute'
     WHERE payload->>'jobId' = $1`,
    [row?.id, attempts, worker],
  );
  return row?.id ?? '';
}
