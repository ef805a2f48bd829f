import { InvalidInput } from '../invalid-input';
import { cleanText, isReservedKey } from './text-walk';

/**
 * Path and query as they arrived: refused when they hold invalid percent escapes, invalid UTF-8 or control characters,
 * which the router would otherwise turn into U+FFFD.
 */
export function refuseMalformedUrl(url: string): void {
  const mark = url.indexOf('?');
  checkPart(mark < 0 ? url : url.slice(0, mark), 'path');
  if (mark >= 0) checkPart(url.slice(mark + 1).replaceAll('+', ' '), 'query');
}

function checkPart(part: string, path: string): void {
  let decoded: string;
  try {
    decoded = decodeURIComponent(part);
  } catch {
    throw InvalidInput.of(path, 'utf8', 'is not valid UTF-8');
  }
  cleanText(decoded, path);
}

/** Query values in NFC; keys stay as they are and unknown ones are refused by the DTO. */
export function cleanQuery(query: unknown): Record<string, unknown> {
  if (typeof query !== 'object' || query === null) return {};
  const clean: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(query)) {
    if (isReservedKey(key)) throw InvalidInput.of(key, 'allowed', 'is not a field name');
    clean[key] = Array.isArray(value)
      ? value.map((item) => cleanText(String(item), key))
      : cleanText(String(value), key);
  }
  return clean;
}
