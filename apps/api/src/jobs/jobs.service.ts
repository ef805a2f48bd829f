import { Injectable } from '@nestjs/common';
import { accessRefusal, scopeOf } from '@ieum/domain';
import type { Actor } from '../common/actor';
import { assertAllowed, refuse } from '../common/refused';
import { Transactions, type Tx } from '../database/transactions';
import type { JobDto } from './dto/job.dto';
import { MAX_ATTEMPTS, QUEUE_TASK } from './job-queue';
import { toJobDto, type JobRow } from './job.row';

export interface NewJob {
  readonly kind: string;
  /** null = the support centre's */
  readonly institutionId: string | null;
  /** Ids and names only: what the job works on, it reads itself. */
  readonly payload: Readonly<Record<string, string>>;
  readonly total?: number;
  /** Jobs of one line run one after another; default: the institution's line, or the centre's. */
  readonly line?: string;
  /** The waits between attempts grow: 5 take a minute and a half, 12 about sixteen hours. */
  readonly maxAttempts?: number;
}

@Injectable()
export class JobsService {
  constructor(private readonly transactions: Transactions) {}

  /**
   * Puts a job on the queue inside the caller's transaction: a rollback takes it back. It runs as the transaction's
   * actor; jobs of one institution run one after another.
   */
  async enqueue(tx: Tx, job: NewJob): Promise<JobDto> {
    const rows = await tx.sql<JobRow>(
      `WITH job AS (
         INSERT INTO jobs (institution_id, kind, payload, total, owner_id) VALUES ($1, $2, $3, $4, $5) RETURNING *
       ), queued AS (
         SELECT graphile_worker.add_job($6, json_build_object('jobId', job.id),
           queue_name => coalesce($8, job.institution_id::text, 'centre'), max_attempts => $7) FROM job
       )
       SELECT job.* FROM job, queued`,
      [
        job.institutionId,
        job.kind,
        JSON.stringify(job.payload),
        job.total ?? null,
        tx.actor.userId,
        QUEUE_TASK,
        job.maxAttempts ?? MAX_ATTEMPTS,
        job.line ?? null,
      ],
    );
    return toJobDto(rows[0] ?? refuse('CONFLICT'));
  }

  /** One's own job; managers see those of their institution. */
  get(actor: Actor, id: string): Promise<JobDto> {
    return this.transactions.run(actor, async (tx) => {
      const [row] = await tx.sql<JobRow>('SELECT * FROM jobs WHERE id = $1', [id]);
      if (row === undefined) return refuse('NOT_FOUND');
      const own = row.owner_id === actor.userId;
      const departmentId = own && scopeOf(actor, 'job:read') === 'own_department' ? actor.departmentId : null;
      assertAllowed(accessRefusal(actor, 'job:read', { institutionId: row.institution_id, departmentId }));
      return toJobDto(row);
    });
  }
}
