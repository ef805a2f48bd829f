import { Injectable, Logger } from '@nestjs/common';
import { refusal, type Refusal, type Role } from '@ieum/domain';
import type { Actor } from '../common/actor';
import { isSystem, systemActor } from '../common/actor';
import { refusalOfDatabaseError } from '../common/database-errors';
import { Refused } from '../common/refused';
import { Transactions } from '../database/transactions';
import { JobHandlers, type RunningJob } from './job-handlers';
import type { JobRow } from './job.row';

const PROGRESS_EVERY_MILLISECONDS = 200;
/** The code on a job that failed by a defect of ours; the log has the rest. */
const DEFECT = 'DEFECT';

interface Attempt {
  readonly isLastAttempt: boolean;
  readonly signal: AbortSignal;
}

interface OwnerRow {
  id: string;
  name: string;
  role: Role;
  state: string;
  institution_id: string | null;
  department_id: string | null;
  enterprise_id: string | null;
  assigned: string[];
}

/** Runs one job and keeps its row: running, how far, and how it ended. */
@Injectable()
export class JobRunner {
  private readonly logger = new Logger('Jobs');

  constructor(
    private readonly transactions: Transactions,
    private readonly handlers: JobHandlers,
  ) {}

  /** @throws what makes the queue try again later: a busy database, a shut-down */
  async run(payload: unknown, attempt: Attempt): Promise<void> {
    const row = await this.load(payload);
    if (row === undefined || row.state === 'succeeded' || row.state === 'failed') return;
    const actor = await this.actorOf(row);
    const job = this.runningJob(row, actor ?? systemActor(requestIdOf(row)), attempt.signal);
    const handler = this.handlers.of(row.kind);
    try {
      if (actor === null) throw new Refused(refusal('ACCOUNT_DISABLED'));
      if (handler === undefined) throw new Error(`no handler for jobs of kind ${row.kind}`);
      await this.save(row, { state: 'running', message: null });
      const outcome = await handler.run(job);
      await this.save(row, { state: 'succeeded', message: null, result_url: outcome.resultUrl ?? null });
    } catch (failure) {
      const refused = failure instanceof Refused ? failure.refusal : refusalOfDatabaseError(failure);
      const passes = attempt.signal.aborted || refused?.code === 'SERVICE_BUSY';
      if (passes && !attempt.isLastAttempt) {
        await this.save(row, { state: 'queued', message: null }).catch(() => undefined);
        throw failure;
      }
      if (refused === null) this.logger.error({ jobId: row.id, kind: row.kind, ...describeDefect(failure) });
      await this.end(row, job, refused);
    }
  }

  /** A job whose process died at every attempt. */
  async giveUp(payload: unknown): Promise<void> {
    const row = await this.load(payload);
    if (row === undefined || row.state === 'succeeded' || row.state === 'failed') return;
    const actor = (await this.actorOf(row)) ?? systemActor(requestIdOf(row));
    await this.end(row, this.runningJob(row, actor, new AbortController().signal), null);
  }

  private async end(row: JobRow, job: RunningJob, refused: Refusal | null): Promise<void> {
    await this.handlers.of(row.kind)?.failed?.(job, refused ?? refusal('SERVICE_BUSY'));
    await this.save(row, {
      state: 'failed',
      message: refused?.code ?? DEFECT,
      details: JSON.stringify(refused?.details ?? {}),
    });
  }

  private runningJob(row: JobRow, actor: Actor, signal: AbortSignal): RunningJob {
    let lastSaved = 0;
    let lastMessage: string | null = null;
    return {
      id: row.id,
      institutionId: row.institution_id,
      actor,
      payload: row.payload,
      signal,
      progress: async (done, total, message) => {
        const now = performance.now();
        const isNews = message !== undefined && message !== lastMessage;
        if (!isNews && done !== total && now - lastSaved < PROGRESS_EVERY_MILLISECONDS) return;
        [lastSaved, lastMessage] = [now, message ?? lastMessage];
        // Progress is a courtesy: a busy database must not end the work for it.
        await this.save(row, { done, total, message: lastMessage }).catch(() => undefined);
      },
    };
  }

  private async load(payload: unknown): Promise<JobRow | undefined> {
    if (typeof payload !== 'object' || payload === null) return undefined;
    const { jobId } = payload as { jobId?: unknown };
    const rows = await this.transactions.run(systemActor(`job:${String(jobId)}`), (tx) =>
      tx.sql<JobRow>('SELECT * FROM jobs WHERE id = $1', [jobId]),
    );
    return rows[0];
  }

  /** Whoever asked, as the account stands now; null when it was disabled meanwhile. The timetable asks as the system. */
  private async actorOf(row: JobRow): Promise<Actor | null> {
    if (isSystem(row.owner_id)) return systemActor(requestIdOf(row));
    const rows = await this.transactions.run(systemActor(requestIdOf(row)), (tx) =>
      tx.sql<OwnerRow>(
        `SELECT u.*, ARRAY(SELECT a.institution_id::text FROM user_assignments a WHERE a.user_id = u.id) AS assigned
         FROM users u WHERE u.id = $1 AND u.state = 'active'`,
        [row.owner_id],
      ),
    );
    const owner = rows[0];
    if (owner === undefined) return null;
    return {
      userId: owner.id,
      name: owner.name,
      role: owner.role,
      institutionId: owner.institution_id,
      departmentId: owner.department_id,
      enterpriseId: owner.enterprise_id,
      assignedInstitutionIds: owner.assigned,
      requestId: requestIdOf(row),
      idempotency: null,
    };
  }

  private async save(row: JobRow, change: Readonly<Record<string, unknown>>): Promise<void> {
    const names = Object.keys(change);
    const assignments = names.map((name, index) => `${name} = $${index + 2}`);
    if (change['state'] === 'succeeded' || change['state'] === 'failed')
      assignments.push('finished_at = now()');
    await this.transactions.run(systemActor(requestIdOf(row)), (tx) =>
      tx.sql(`UPDATE jobs SET ${assignments.join(', ')} WHERE id = $1`, [row.id, ...Object.values(change)]),
    );
  }
}

/** Name, message and stack: never the failure itself, which may carry a statement's values. */
function describeDefect(failure: unknown): Record<string, unknown> {
  if (!(failure instanceof Error)) return { failure: typeof failure };
  return { name: failure.name, message: failure.message, stack: failure.stack };
}

function requestIdOf(row: Pick<JobRow, 'id'>): string {
  return `job:${row.id}`;
}
