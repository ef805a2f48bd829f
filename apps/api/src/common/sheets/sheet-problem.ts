import type { RefusalDetails } from '@ieum/domain';
import type { SheetProblemCode } from './sheet-message';

/** Why a sheet is not read on; crosses the thread as a message. */
export class SheetProblem extends Error {
  constructor(
    readonly code: SheetProblemCode,
    readonly details: RefusalDetails = {},
  ) {
    super(code);
    this.name = 'SheetProblem';
  }
}
