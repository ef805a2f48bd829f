import { Worker } from 'node:worker_threads';
import { builtProgram } from '../built-program';
import { refuse } from '../refused';
import type { SheetLimits, SheetMessage, SheetRow, SheetTask } from './sheet-message';

export const SHEET_LIMITS: SheetLimits = {
  rows: 200_000,
  columns: 60,
  cellLength: 2_000,
  inflatedBytes: 200 * 1024 * 1024,
  inflationRatio: 100,
};
/** A reader that is silent for so long hangs on a hostile file. */
const SILENCE_MILLISECONDS = 30_000;
const MEMORY_MEGABYTES = 160;
const MESSAGES_AHEAD = 4;

/**
 * Rows of the first sheet of an .xlsx, or of a .csv, in bounded portions.
 * Refuses with FILE_UNREADABLE, FILE_TOO_LARGE or IMPORT_TOO_MANY_ROWS; leaving the loop early stops the reader.
 */
export async function* readSheet(
  path: string,
  format: SheetTask['format'],
  signal: AbortSignal,
  limits: SheetLimits = SHEET_LIMITS,
): AsyncGenerator<readonly SheetRow[]> {
  const credit = new SharedArrayBuffer(4);
  const credits = new Int32Array(credit);
  credits[0] = MESSAGES_AHEAD;
  const workerData: SheetTask = { path, format, limits, credit };
  const worker = new Worker(builtProgram('sheet-worker.js'), {
    workerData,
    resourceLimits: { maxOldGenerationSizeMb: MEMORY_MEGABYTES, maxYoungGenerationSizeMb: 32 },
  });
  const inbox = new Inbox(worker);
  try {
    for (;;) {
      const message = await inbox.next(signal);
      Atomics.add(credits, 0, 1);
      Atomics.notify(credits, 0);
      if (message.type === 'failed') refuse(message.code, message.details);
      if (message.type === 'end') return;
      yield message.rows;
    }
  } finally {
    await worker.terminate();
  }
}

/** What the thread sent and nobody took yet; its death is a message as well. */
class Inbox {
  private readonly messages: SheetMessage[] = [];
  private wake: () => void = () => undefined;

  constructor(worker: Worker) {
    const put = (message: SheetMessage) => {
      this.messages.push(message);
      this.wake();
    };
    worker.on('message', put);
    worker.on('error', (failure: Error & { code?: string }) =>
      put(
        failure.code === 'ERR_WORKER_OUT_OF_MEMORY'
          ? { type: 'failed', code: 'FILE_TOO_LARGE', details: { reason: 'memory' } }
          : { type: 'failed', code: 'FILE_UNREADABLE', details: { reason: 'content' } },
      ),
    );
    worker.on('exit', () => put({ type: 'failed', code: 'FILE_UNREADABLE', details: { reason: 'content' } }));
  }

  async next(signal: AbortSignal): Promise<SheetMessage> {
    signal.throwIfAborted();
    const waiting = this.messages.shift();
    if (waiting !== undefined) return waiting;
    const stopped = await this.arrival(signal);
    signal.throwIfAborted();
    return stopped
      ? { type: 'failed', code: 'FILE_UNREADABLE', details: { reason: 'time' } }
      : this.next(signal);
  }

  /** @returns true when nothing came in time */
  private arrival(signal: AbortSignal): Promise<boolean> {
    return new Promise((resolve) => {
      const timer = setTimeout(() => resolve(true), SILENCE_MILLISECONDS);
      const end = () => {
        clearTimeout(timer);
        signal.removeEventListener('abort', end);
        resolve(false);
      };
      signal.addEventListener('abort', end);
      this.wake = end;
    });
  }
}
