import type { DayWork, OutboxEntry } from './outbox-entry';

/**
 * The rules of the outbox: what waits, in which order it is sent, what an answer means. Nothing leaves the list
 * before the server has said yes or a definite no, and whatever is sent again is sent under its first key.
 */

/** What the server said of one entry. */
export type Verdict =
  /** it is done; under the same key this is also the answer to what was done before */
  | 'done'
  /** nobody knows: the line is down, the answer was lost, or the server is busy */
  | 'again'
  /** the session is over: it goes on after signing in */
  | 'signed_out'
  /** a definite no, with its reason */
  | 'refused';

const BUSY = [0, 408, 425, 429, 500, 502, 503, 504];

/** @param status of the answer; 0 = none came */
export function verdictOf(status: number): Verdict {
  if (status >= 200 && status < 300) return 'done';
  if (BUSY.includes(status)) return 'again';
  return status === 401 ? 'signed_out' : 'refused';
}

/** A server that fails five times at one thing would fail for ever: it steps aside for what comes after it. */
export const GIVES_UP_AFTER = 5;

const PAUSES_MS = [1_000, 2_000, 4_000, 8_000, 15_000, 30_000];

/** How long to wait after so many failures in a row. */
export function pauseAfter(failures: number): number {
  return PAUSES_MS[Math.min(failures, PAUSES_MS.length) - 1] ?? 0;
}

export function isWaiting({ refusal }: OutboxEntry): boolean {
  return refusal === undefined;
}

/** In the order in which it was done; two tabs that wrote at the same moment by their keys. */
export function inOrder(entries: readonly OutboxEntry[]): OutboxEntry[] {
  return [...entries].sort((one, other) => one.place - other.place || (one.key < other.key ? -1 : 1));
}

export function nextPlace(entries: readonly OutboxEntry[]): number {
  return entries.reduce((last, { place }) => Math.max(last, place), 0) + 1;
}

/** The same thing said once more while it still waits: a second tap, not a second deed. */
export function isSaidAlready(
  entries: readonly OutboxEntry[],
  said: Pick<OutboxEntry, 'fairId' | 'work'>,
): boolean {
  const target = targetOf(said);
  const last = inOrder(entries.filter(isWaiting)).findLast((entry) => targetOf(entry) === target);
  return last !== undefined && JSON.stringify(last.work) === JSON.stringify(said.work);
}

function targetOf({ fairId, work }: Pick<OutboxEntry, 'fairId' | 'work'>): string {
  return `${fairId}:${placeOf(work)}`;
}

function placeOf(work: DayWork): string {
  switch (work.kind) {
    case 'check_in':
      return `code:${work.code}:${work.day}`;
    case 'walk_in':
      return `walk-in:${work.deskId}:${work.exhibitorId}:${work.slotId}`;
    case 'attend':
    case 'no_show':
    case 'result':
      return `booking:${work.bookingId}`;
  }
}
