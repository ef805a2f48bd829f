import { isUUID } from 'class-validator';
import { isDay } from '@ieum/domain';
import { IntQuery, TextField } from './fields';
import { refuse } from './refused';

export const DEFAULT_LIMIT = 50;

/** `?limit=&cursor=` of every list; keyset, so that rows do not shift while one pages. */
export class PageQuery {
  @IntQuery({ min: 1, max: 200, optional: true, example: 50 }) limit?: number;
  @TextField({ max: 400, optional: true, example: 'eyJrIjpbXX0' }) cursor?: string;
}

export interface Page<T> {
  items: T[];
  nextCursor: string | null;
}

type KeyPart = string | number | null;
type CursorKey = readonly KeyPart[];

const KEY_KINDS = {
  id: (part: unknown) => typeof part === 'string' && isUUID(part),
  day: (part: unknown) => part === null || (typeof part === 'string' && isDay(part)),
  integer: (part: unknown) => part === null || Number.isSafeInteger(part),
  /** of a column of 32 bits: the database cannot even compare a larger one */
  int4: (part: unknown) =>
    part === null ||
    (typeof part === 'number' && part === Math.trunc(part) && Math.abs(part) <= 2_147_483_647),
  text: (part: unknown) => typeof part === 'string' && part.isWellFormed() && !part.includes('\0'),
};
export type KeyKind = keyof typeof KEY_KINDS;

/** @param key the sort values of the last row shown, in the order of the ORDER BY */
export function encodeCursor(key: CursorKey): string {
  return Buffer.from(JSON.stringify(key)).toString('base64url');
}

/** @returns the key, or undefined without a cursor; refuses one that we did not write */
export function decodeCursor(cursor: string | undefined, kinds: readonly KeyKind[]): KeyPart[] | undefined {
  if (cursor === undefined) return undefined;
  const key = parseCursor(cursor);
  const fits = key.length === kinds.length && kinds.every((kind, index) => KEY_KINDS[kind](key[index]));
  return fits ? key.map((part) => part as KeyPart) : refuse('INVALID_CURSOR');
}

function parseCursor(cursor: string): unknown[] {
  try {
    const key: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    return Array.isArray(key) ? key : [];
  } catch {
    return [];
  }
}

/** Cuts the one row that was read beyond the limit, and makes the cursor of the last that remains. */
export function pageOf<T>(rows: T[], limit: number, keyOf: (row: T) => CursorKey): Page<T> {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return { items, nextCursor: rows.length > limit && last !== undefined ? encodeCursor(keyOf(last)) : null };
}
