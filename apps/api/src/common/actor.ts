import type { ActorFacts } from '@ieum/domain';

/** One request's Idempotency-Key; `replayed` is set when the first answer was given again. */
export interface IdempotencyContext {
  readonly operation: string;
  readonly key: string;
  readonly requestHash: string;
  replayed: boolean;
}

/** Whoever acts in a transaction: recorded on every audit row, and the reach of row security. */
export interface Actor extends ActorFacts {
  readonly userId: string;
  readonly name: string;
  readonly requestId: string;
  readonly idempotency: IdempotencyContext | null;
  /** The session that the request came with; jobs, seeds and the system have none. */
  readonly sessionId?: string;
}

const SYSTEM_ID = '00000000-0000-0000-0000-000000000000';

/** The system itself: login, jobs and seeds. Sees everything, so it must never be reachable from a request body. */
export function systemActor(requestId: string): Actor {
  return {
    userId: SYSTEM_ID,
    name: 'system',
    role: 'admin',
    institutionId: null,
    departmentId: null,
    enterpriseId: null,
    assignedInstitutionIds: [],
    requestId,
    idempotency: null,
  };
}

/** Is this the id of the system itself, which has no account? */
export function isSystem(userId: string): boolean {
  return userId === SYSTEM_ID;
}

/** Somebody without an account: reads what is published, owns nothing, writes nothing. */
export function anonymousActor(requestId: string): Actor {
  return { ...systemActor(requestId), userId: '', name: '', role: 'enterprise' };
}

export function isAnonymous({ userId }: Actor): boolean {
  return userId === '';
}
