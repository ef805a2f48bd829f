import { useRef, useState } from 'react';
import { ProblemError } from './problem-error';

/** A form over something that somebody else may change meanwhile. */
export interface Conflict<Row> {
  /** what somebody else saved meanwhile; null = nobody did, or the person has chosen */
  readonly theirs: Row | null;
  /**
   * Saves against the version that was read; a stale one is read again and shown instead of thrown.
   * @returns whether it was saved
   */
  readonly guard: (save: (version: number) => Promise<void>) => Promise<boolean>;
  /** from now on what was just read is what the form stands on */
  readonly accept: (theirs: Row) => void;
  readonly close: () => void;
}

export function useConflict<Row extends { readonly version: number }>(
  row: Row,
  readAgain: () => Promise<Row>,
): Conflict<Row> {
  const version = useRef(row.version);
  const [theirs, setTheirs] = useState<Row | null>(null);
  return {
    theirs,
    guard: async (save) => {
      try {
        await save(version.current);
        return true;
      } catch (error) {
        if (!(error instanceof ProblemError) || error.status !== 412) throw error;
        setTheirs(await readAgain());
        return false;
      }
    },
    accept: (accepted) => {
      version.current = accepted.version;
      setTheirs(null);
    },
    close: () => setTheirs(null),
  };
}
