/** Kinds of background work of this room. */
export const CHECK_JOB = 'purchase-import.check';
export const APPLY_JOB = 'purchase-import.apply';
export const UNDO_JOB = 'purchase-import.undo';
