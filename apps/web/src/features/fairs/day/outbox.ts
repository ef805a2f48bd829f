import type { ProblemFacts } from '../../../lib/problem-error';
import { newIdempotencyKey } from '../../../lib/use-idempotency-key';
import { GIVES_UP_AFTER, isSaidAlready, isWaiting, nextPlace, pauseAfter, verdictOf } from './outbox-core';
import type { OutboxEntry } from './outbox-entry';
import type { Shelf } from './outbox-shelf';

export type Line = 'free' | 'broken' | 'signed_out';

export interface OutboxView {
  /** in the order in which they will be sent */
  readonly waiting: readonly OutboxEntry[];
  /** definite refusals that nobody has read yet */
  readonly refused: readonly OutboxEntry[];
  readonly line: Line;
  /** false: this device keeps nothing, so the page must stay open */
  readonly isKept: boolean;
}

export interface Sent {
  readonly status: number;
  readonly problem: ProblemFacts | null;
  /** what the server answered to what was done */
  readonly answer: unknown;
}

export interface OutboxParts {
  readonly shelf: Shelf;
  /** sends one entry under its key; never throws */
  readonly send: (entry: OutboxEntry) => Promise<Sent>;
  /** runs the work alone among the tabs of this browser; false = another tab is at it */
  readonly alone: (work: () => Promise<void>) => Promise<boolean>;
  readonly later: (work: () => void, ms: number) => () => void;
}

const OTHER_TAB_MS = 3_000;
const FAULT = 500;

/** Keeps what was done at this device until the server has it: one after the other, each under its own key. */
export class Outbox {
  private view: OutboxView;
  private isKept = true;
  private line: Line = 'free';
  private failures = 0;
  /** how often in a row the server itself failed at the first entry */
  private faults = 0;
  private isRunning = false;
  private cancelLater: (() => void) | null = null;
  private readonly watchers = new Set<() => void>();
  private readonly hearers = new Set<(entry: OutboxEntry, answer: unknown) => void>();

  constructor(private readonly parts: OutboxParts) {
    this.view = this.look();
  }

  readonly snapshot = (): OutboxView => this.view;

  readonly subscribe = (watcher: () => void): (() => void) => {
    this.watchers.add(watcher);
    return () => this.watchers.delete(watcher);
  };

  /** Hears of each entry that the server has taken, before it leaves the list: the screen shows the answer instead. */
  onDone(hearer: (entry: OutboxEntry, answer: unknown) => void): () => void {
    this.hearers.add(hearer);
    return () => this.hearers.delete(hearer);
  }

  /** Keeps it first, then sends it. @returns its key; null = the same thing waits already */
  add(said: Pick<OutboxEntry, 'fairId' | 'work' | 'about'>): string | null {
    const entries = this.parts.shelf.read();
    if (isSaidAlready(entries, said)) return null;
    const entry = { ...said, key: newIdempotencyKey(), place: nextPlace(entries) };
    if (!this.parts.shelf.put(entry)) this.isKept = false;
    this.show();
    this.wake();
    return entry.key;
  }

  /** Somebody has read the refusal. */
  dismiss(key: string): void {
    this.parts.shelf.take(key);
    this.show();
  }

  /** Reads the shelf anew: another tab has changed it. */
  refresh(): void {
    this.show();
    this.wake();
  }

  /** Sends now what waits: something was added, the line is back, somebody signed in. */
  wake(): void {
    if (this.isRunning) return;
    this.cancelLater?.();
    this.cancelLater = null;
    if (!this.parts.shelf.read().some(isWaiting)) return;
    this.isRunning = true;
    void this.parts
      .alone(() => this.sendAll())
      .then((wasAlone) => {
        this.isRunning = false;
        this.show();
        if (!wasAlone) this.wakeIn(OTHER_TAB_MS);
        else if (this.line === 'broken') this.wakeIn(pauseAfter(this.failures));
        else if (this.line === 'free' && this.view.waiting.length > 0) this.wake();
      });
  }

  stop(): void {
    this.cancelLater?.();
    this.cancelLater = null;
  }

  private async sendAll(): Promise<void> {
    for (;;) {
      const entry = this.parts.shelf.read().find(isWaiting);
      if (entry === undefined) return;
      const { status, problem, answer } = await this.parts.send(entry);
      const verdict = verdictOf(status);
      if (verdict === 'signed_out') {
        this.line = 'signed_out';
        return;
      }
      this.faults = status === FAULT ? this.faults + 1 : 0;
      if (verdict === 'again' && this.faults < GIVES_UP_AFTER) {
        this.failures += 1;
        this.line = 'broken';
        return;
      }
      this.failures = 0;
      this.faults = 0;
      this.line = 'free';
      if (verdict === 'done') {
        this.hearers.forEach((hearer) => hearer(entry, answer));
        this.parts.shelf.take(entry.key);
      } else {
        this.parts.shelf.put({ ...entry, refusal: { status, code: problem?.code ?? '' } });
      }
      this.show();
    }
  }

  private wakeIn(ms: number): void {
    this.cancelLater?.();
    this.cancelLater = this.parts.later(() => this.wake(), ms);
  }

  private show(): void {
    this.view = this.look();
    this.watchers.forEach((watcher) => watcher());
  }

  private look(): OutboxView {
    const entries = this.parts.shelf.read();
    return {
      waiting: entries.filter(isWaiting),
      refused: entries.filter((entry) => !isWaiting(entry)),
      line: this.line,
      isKept: this.isKept,
    };
  }
}
