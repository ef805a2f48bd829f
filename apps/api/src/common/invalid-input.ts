import type { ValidationError } from 'class-validator';
import type { FieldProblem } from './problem';

/** As many as anybody reads: an answer must not be longer than the question. */
const MAX_ERRORS = 100;

/** The shape of a request is wrong; says which fields and which rule each broke. */
export class InvalidInput extends Error {
  constructor(readonly errors: readonly FieldProblem[]) {
    super('invalid input');
    this.name = 'InvalidInput';
  }

  static of(path: string, rule: string, message: string): InvalidInput {
    return new InvalidInput([{ path, rule, message }]);
  }

  static fromValidation(errors: readonly ValidationError[]): InvalidInput {
    return new InvalidInput(errors.flatMap((error) => flatten(error, '')).slice(0, MAX_ERRORS));
  }
}

function flatten(error: ValidationError, parent: string): FieldProblem[] {
  const path = parent === '' ? error.property : `${parent}.${error.property}`;
  const own = Object.entries(error.constraints ?? {}).map(([rule, message]) => ({ path, rule, message }));
  return [...own, ...(error.children ?? []).flatMap((child) => flatten(child, path))];
}
