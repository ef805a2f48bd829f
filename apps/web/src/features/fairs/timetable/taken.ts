import { ProblemError } from '../../../lib/problem-error';

/** Why a place could not be had, and what else there is. */
export interface Taken {
  readonly nearestSlotIds: readonly string[];
  readonly canWait: boolean;
  /** how many wait already */
  readonly waiting: number;
}

/** Reads a refusal of a place; null = the refusal is about something else. */
export function takenOf(error: unknown): Taken | null {
  if (!(error instanceof ProblemError) || error.status !== 409) return null;
  const { nearestSlotIds, canWait, waiting } = error.details;
  if (!Array.isArray(nearestSlotIds) && canWait === undefined) return null;
  return {
    nearestSlotIds: Array.isArray(nearestSlotIds)
      ? nearestSlotIds.filter((id): id is string => typeof id === 'string')
      : [],
    canWait: canWait === true,
    waiting: typeof waiting === 'number' ? waiting : 0,
  };
}
