/** Kinds of background work of this room. */
export const CHECK_LIST_JOB = 'supplier-import.check';
export const APPLY_LIST_JOB = 'supplier-import.apply';
export const UNDO_LIST_JOB = 'supplier-import.undo';
