import { mkdir, open, readFile } from 'node:fs/promises';
import { dirname } from 'node:path';

/** The end of one institution's chain. Kept outside the database, it shows when the database's end was cut off. */
export interface AuditHead {
  readonly institutionId: string;
  readonly sequence: number;
  readonly lastEventId: number;
  /** hexadecimal */
  readonly hash: string;
}

/** Appends one line of JSON per head, and waits until the disk has them. */
export async function appendHeads(path: string, heads: readonly AuditHead[], now: Date): Promise<void> {
  if (heads.length === 0) return;
  await mkdir(dirname(path), { recursive: true });
  const lines = heads.map((head) => `${JSON.stringify({ ...head, at: now.toISOString() })}\n`);
  const file = await open(path, 'a', 0o600);
  try {
    await file.writeFile(lines.join(''));
    await file.sync();
  } finally {
    await file.close();
  }
}

/**
 * The last head of every chain; null when there is no such file.
 * @throws Error when a line is not one that we wrote (a last line that was cut by a crash is passed over)
 */
export async function readHeads(path: string): Promise<ReadonlyMap<string, AuditHead> | null> {
  const text = await readFile(path, 'utf8').catch(() => null);
  if (text === null) return null;
  const lines = text.split('\n').slice(0, -1);
  const heads = lines.map((line, index) => {
    const head: unknown = JSON.parse(line);
    if (!isHead(head)) throw new Error(`line ${index + 1} of the audit head file is not a head`);
    return head;
  });
  return new Map(heads.map((head) => [head.institutionId, head]));
}

function isHead(value: unknown): value is AuditHead {
  if (typeof value !== 'object' || value === null) return false;
  const { institutionId, sequence, lastEventId, hash } = value as Record<string, unknown>;
  const isText = typeof institutionId === 'string' && typeof hash === 'string';
  return isText && Number.isSafeInteger(sequence) && Number.isSafeInteger(lastEventId);
}
