import { InvalidInput } from '../invalid-input';
import { cleanValue } from './text-walk';

const MAX_DEPTH = 20;
/** The longest list of the contract has 1,000 entries of a few fields each. */
const MAX_VALUES = 20_000;
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/**
 * A JSON body, or a clear refusal: invalid UTF-8, too deep, too many values, numbers that a double cannot hold, half characters.
 * An empty body is an empty object: actions such as …/submit need none.
 */
export function parseStrictJson(body: Buffer): unknown {
  const text = decode(body);
  if (text.trim() === '') return {};
  refuseTooLarge(text);
  return cleanValue(parse(text), '');
}

function decode(body: Buffer): string {
  try {
    return decoder.decode(body);
  } catch {
    throw InvalidInput.of('body', 'utf8', 'is not valid UTF-8');
  }
}

/**
 * Counts brackets and commas outside strings, so that a 20,000-deep body is refused before anything recurses into it,
 * and half a million values before anything validates them one by one.
 */
function refuseTooLarge(text: string): void {
  let depth = 0;
  let values = 1;
  let inString = false;
  for (let i = 0; i < text.length; i++) {
    const character = text[i];
    if (inString) {
      if (character === '\\') i++;
      else if (character === '"') inString = false;
    } else if (character === '"') inString = true;
    else if (character === '{' || character === '[') {
      if (++depth > MAX_DEPTH) throw InvalidInput.of('body', 'depth', `is nested deeper than ${MAX_DEPTH}`);
    } else if (character === '}' || character === ']') depth--;
    else if (character === ',' && ++values > MAX_VALUES)
      throw InvalidInput.of('body', 'size', `holds more than ${MAX_VALUES} values`);
  }
}

function parse(text: string): unknown {
  try {
    // Only long digits can lose precision; the slow path with each number's source text is for them alone.
    return /\d{16}/.test(text) ? JSON.parse(text, refuseInexactNumber) : JSON.parse(text);
  } catch (failure) {
    if (failure instanceof InvalidInput) throw failure;
    throw InvalidInput.of('body', 'json', 'is not valid JSON');
  }
}

function refuseInexactNumber(key: string, value: unknown, context?: { source?: string }): unknown {
  if (typeof value !== 'number') return value;
  const source = context?.source;
  const inexact = !Number.isSafeInteger(value) && (source === undefined || /^-?\d+$/.test(source));
  if (inexact) throw InvalidInput.of(key, 'exact', 'is a number that cannot be kept exactly');
  return value;
}
