import { isRefusal, refusal, type Refusal, type RefusalCode, type RefusalDetails } from '@ieum/domain';

/** Carries a rule's refusal out of a transaction, so that it rolls back; the problem filter answers it. */
export class Refused extends Error {
  constructor(readonly refusal: Refusal) {
    super(refusal.code);
    this.name = 'Refused';
  }
}

export function refuse(code: RefusalCode, details?: RefusalDetails): never {
  throw new Refused(refusal(code, details));
}

/** Ends the transaction when a rule refused. */
export function assertAllowed(outcome: Refusal | null): void {
  if (outcome !== null) throw new Refused(outcome);
}

/** The value that a reading rule gives; ends the transaction when it refused instead. */
export function orRefuse<T>(outcome: T | Refusal): T {
  if (isRefusal(outcome)) throw new Refused(outcome);
  return outcome;
}
