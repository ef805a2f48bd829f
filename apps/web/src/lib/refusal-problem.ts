import type { Refusal } from '@ieum/domain';
import { ProblemError } from './problem-error';

/** A refusal that the screen found by the same rule as the server, to be shown like the server's own. */
export function refusalProblem(refusal: Refusal): ProblemError {
  return new ProblemError({
    status: 422,
    code: refusal.code,
    detail: '',
    errors: [],
    requestId: null,
    details: refusal.details ?? {},
  });
}
