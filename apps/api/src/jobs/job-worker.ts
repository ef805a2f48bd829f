import {
  Inject,
  Injectable,
  Logger,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { EventEmitter } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { run, type JobHelpers, type Runner, type WorkerEvents } from 'graphile-worker';
import type { Pool, PoolClient } from 'pg';
import { CONFIG, type Config } from '../config/config';
import { PATIENCE_MS } from '../database/data-source';
import { openQueuePool, QUEUE_TASK, queueLogger } from './job-queue';
import { JobRunner } from './job-runner';

const CONCURRENCY = 2;
const RECLAIM_EVERY_MILLISECONDS = 15_000;
/** A worker that took a job this lately may not have raised its sign of life yet. */
const RECLAIM_GRACE = '2 seconds';
const BEGIN_AGAIN_AFTER_MILLISECONDS = 1_000;
const SIGN_OF_LIFE = `hashtextextended('ieum worker ' || $1, 0)`;

/**
 * By itself the queue says that a job is done without waiting for the answer: a failure of that would end the process, and
 * a shut-down would leave it behind. Gathered reports, even of one job, are waited for and retried.
 */
const REPORTS_ARE_AWAITED = { worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 } };

/**
 * Takes jobs off the queue in this process. Each worker holds an advisory lock as its sign of life: the database
 * drops it the moment the process dies, and any other worker then frees the jobs it left (the queue alone would wait
 * four hours).
 */
@Injectable()
export class JobWorker implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger('Jobs');
  private pool: Pool | undefined;
  private life: Promise<PoolClient> | undefined;
  private runner: Runner | undefined;
  private runs = false;
  private timer: NodeJS.Timeout | undefined;
  private stopping = false;
  private workerId = '';

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly jobs: JobRunner,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    this.pool = openQueuePool(this.config.databaseUrl);
    await this.start(this.pool);
    this.timer = setInterval(() => void this.reclaim(), RECLAIM_EVERY_MILLISECONDS);
    this.timer.unref();
  }

  private async start(pool: Pool): Promise<void> {
    const events: WorkerEvents = new EventEmitter();
    events.on('pool:create', ({ workerPool }) => (this.workerId = workerPool.id));
    this.runner = await run({
      pgPool: pool,
      events,
      concurrency: CONCURRENCY,
      noHandleSignals: true,
      gracefulShutdownAbortTimeout: 0,
      preset: REPORTS_ARE_AWAITED,
      logger: queueLogger,
      taskList: { [QUEUE_TASK]: (payload, helpers) => this.work(payload, helpers) },
    });
    this.runs = true;
    this.runner.promise.then(
      () => this.beginAgain(pool, null),
      (failure: unknown) => this.beginAgain(pool, failure),
    );
    if (this.stopping) await this.runner.stop();
    else await this.reclaim();
  }

  /** Without workers jobs would wait until somebody restarts the API: whatever ended them, they begin again. */
  private beginAgain(pool: Pool, failure: unknown): void {
    this.runs = false;
    if (this.stopping) return;
    this.logger.error(`the workers ended: ${failure instanceof Error ? failure.message : 'stopped'}`);
    // What they had locked is freed like a dead worker's.
    this.loseLife();
    const again = () => {
      if (!this.stopping) this.start(pool).catch((next: unknown) => this.beginAgain(pool, next));
    };
    setTimeout(again, BEGIN_AGAIN_AFTER_MILLISECONDS).unref();
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopping = true;
    clearInterval(this.timer);
    await this.runner?.stop().catch(() => undefined);
    this.loseLife();
    await this.pool?.end();
  }

  /** Would a job be done: do the workers run, and does the queue answer in time? */
  async isWorking(): Promise<boolean> {
    if (!this.runs) return false;
    const answers = this.signOfLife().then((life) => life.query('SELECT'));
    const isLate = pause(PATIENCE_MS, true, { ref: false });
    return Promise.race([answers.then(() => true), isLate.then(() => false)]).catch(() => false);
  }

  /** Frees what dead workers left, and gives up what they died of too often. Never throws: the next round tries again. */
  async reclaim(): Promise<void> {
    try {
      const life = await this.signOfLife();
      const { rows } = await life.query<{ locked_by: string }>(
        `SELECT DISTINCT locked_by FROM graphile_worker._private_jobs
         WHERE locked_at < now() - $1::interval AND locked_by <> $2`,
        [RECLAIM_GRACE, this.workerId],
      );
      for (const { locked_by: worker } of rows) await freeJobsOf(life, worker);
      const lost = await life.query<{ payload: unknown }>(
        `DELETE FROM graphile_worker._private_jobs
         WHERE attempts >= max_attempts AND locked_by IS NULL RETURNING payload`,
      );
      for (const { payload } of lost.rows) await this.jobs.giveUp(payload);
    } catch (failure) {
      this.logger.warn(`jobs were not reclaimed: ${failure instanceof Error ? failure.message : 'failure'}`);
    }
  }

  private work(payload: unknown, helpers: JobHelpers): Promise<void> {
    const { attempts, max_attempts: maximum } = helpers.job;
    return this.jobs.run(payload, {
      isLastAttempt: attempts >= maximum,
      signal: helpers.abortSignal,
    });
  }

  /** The connection whose lock says that this worker lives; a lost one is replaced. */
  private signOfLife(): Promise<PoolClient> {
    if (this.life !== undefined) return this.life;
    const life = this.takeLife();
    this.life = life;
    life.then(
      (client) => client.once('error', () => this.loseLife(life)),
      () => this.loseLife(life),
    );
    return life;
  }

  private async takeLife(): Promise<PoolClient> {
    const client = await this.pool?.connect();
    if (client === undefined) throw new Error('the queue is not open');
    try {
      await client.query(`SELECT pg_advisory_lock_shared(${SIGN_OF_LIFE})`, [this.workerId]);
      return client;
    } catch (failure) {
      client.release(true);
      throw failure;
    }
  }

  /** Gives its place in the pool back, so that the next one can be taken. */
  private loseLife(life = this.life): void {
    if (life === undefined || life !== this.life) return;
    this.life = undefined;
    life.then(
      (client) => client.release(true),
      () => undefined,
    );
  }
}

/** A dead worker's lock is free to take. */
async function freeJobsOf(client: PoolClient, worker: string): Promise<void> {
  const { rows } = await client.query<{ dead: boolean }>(
    `SELECT pg_try_advisory_lock(${SIGN_OF_LIFE}) AS dead`,
    [worker],
  );
  if (rows[0]?.dead !== true) return;
  await client.query('SELECT graphile_worker.force_unlock_workers(ARRAY[$1])', [worker]);
  await client.query(`SELECT pg_advisory_unlock(${SIGN_OF_LIFE})`, [worker]);
}
