import { Injectable } from '@nestjs/common';
import type { Refusal } from '@ieum/domain';
import type { Actor } from '../common/actor';

/** One run of a job. `actor` is whoever asked for it, as the account stands now. */
export interface RunningJob {
  readonly id: string;
  /** null = the support centre's */
  readonly institutionId: string | null;
  readonly actor: Actor;
  readonly payload: Readonly<Record<string, string>>;
  /** Aborted when the process shuts down: stop between two steps by throwIfAborted(); the job runs again later. */
  readonly signal: AbortSignal;
  /**
   * Says how far it is; written in a transaction of its own, a few times a second at most, so that it may be called
   * for every chunk. `message` names the step.
   */
  progress(done: number, total: number | null, message?: string): Promise<void>;
}

export interface JobOutcome {
  /** Where the result is to be seen, below /api/v1. */
  readonly resultUrl?: string;
}

/**
 * What a kind of job does. `run` may be repeated after a crash, so it has to find what it already did. A refusal ends
 * the job; `failed` is told why and puts the feature's own state in order.
 */
export interface JobHandler {
  run(job: RunningJob): Promise<JobOutcome>;
  failed?(job: RunningJob, why: Refusal): Promise<void>;
}

/** Features register what they do in the background; this room knows none of them. */
@Injectable()
export class JobHandlers {
  private readonly handlers = new Map<string, JobHandler>();

  /** Call it in onModuleInit: the worker starts when all modules are there. */
  register(kind: string, handler: JobHandler): void {
    if (this.handlers.has(kind)) throw new Error(`two handlers for jobs of kind ${kind}`);
    this.handlers.set(kind, handler);
  }

  of(kind: string): JobHandler | undefined {
    return this.handlers.get(kind);
  }
}
