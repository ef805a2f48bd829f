import { hasLongMarkRun } from '@ieum/domain';
import { InvalidInput } from '../invalid-input';

/** Control characters have no place in what people type; tab and line ends do. */
const FORBIDDEN_CHARACTERS = new RegExp('[\\u0000-\\u0008\\u000B\\u000C\\u000E-\\u001F\\u007F]');

/** Marks that turn the order of what follows: a name would be read as another one than it is. */
const DIRECTION_MARKS = new RegExp('[\\u202A-\\u202E\\u2066-\\u2069]');

/**
 * Refuses what would be stored changed or not at all, or take minutes to normalise, and brings Hangul to NFC (PostgreSQL's own NFC swallows U+11A7).
 * @throws InvalidInput naming the path
 */
export function cleanText(text: string, path: string): string {
  if (!text.isWellFormed())
    throw InvalidInput.of(path, 'wellFormed', 'has half a character (lone surrogate)');
  if (FORBIDDEN_CHARACTERS.test(text)) throw InvalidInput.of(path, 'noControl', 'has a control character');
  if (hasLongMarkRun(text)) throw InvalidInput.of(path, 'marks', 'piles too many marks on one letter');
  return text.normalize('NFC');
}

/** No form has as many fields; validating unknown ones takes time that grows with the square of their number. */
const MAX_KEYS = 200;

/** Names that every object has: one of them as a field would pass for known in what looks fields up by name. */
export function isReservedKey(key: string): boolean {
  return key in Object.prototype;
}

/** Cleans every string of a parsed JSON value, keys too; the depth was bounded before. */
export function cleanValue(value: unknown, path: string): unknown {
  if (typeof value === 'string') {
    if (DIRECTION_MARKS.test(value))
      throw InvalidInput.of(path, 'noControl', 'has a mark that turns the direction of writing');
    return cleanText(value, path);
  }
  if (Array.isArray(value)) return value.map((item, index) => cleanValue(item, `${path}[${index}]`));
  if (typeof value !== 'object' || value === null) return value;
  const clean: Record<string, unknown> = {};
  if (Object.keys(value).length > MAX_KEYS)
    throw InvalidInput.of(path === '' ? 'body' : path, 'keys', `has more than ${MAX_KEYS} fields`);
  for (const [key, item] of Object.entries(value)) {
    if (isReservedKey(key)) throw InvalidInput.of(key, 'allowed', 'is not a field name');
    clean[cleanText(key, path)] = cleanValue(item, path === '' ? key : `${path}.${key}`);
  }
  return clean;
}
