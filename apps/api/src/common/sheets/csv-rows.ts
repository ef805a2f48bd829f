import { Cp949Decoder } from '../cp949';
import { SheetProblem } from './sheet-problem';

const DELIMITERS = [',', '\t', ';'] as const;

/**
 * Text of a CSV file: UTF-8 with or without a mark, UTF-16 with one, or else cp949, as Korean offices save it. Bytes
 * that are none of these are refused: half-read names would be written into the ledger.
 */
export function decodeCsv(bytes: Buffer): string {
  const marked = bytes[0] === 0xff && bytes[1] === 0xfe;
  const decoders = marked
    ? [new TextDecoder('utf-16le', { fatal: true })]
    : [new TextDecoder('utf-8', { fatal: true }), new Cp949Decoder()];
  for (const decoder of decoders) {
    try {
      return decoder.decode(bytes);
    } catch {
      continue;
    }
  }
  throw new SheetProblem('FILE_UNREADABLE', { reason: 'encoding' });
}

/** Rows of a CSV text (RFC 4180; quotes inside a bare field are letters). A blank line is a row without cells. */
export function* csvRows(text: string): Generator<string[]> {
  const delimiter = delimiterOf(text);
  let row: string[] = [];
  let at = 0;
  while (at < text.length) {
    const [field, next] = text[at] === '"' ? quotedField(text, at) : bareField(text, at, delimiter);
    row.push(field);
    at = next;
    if (text[at] === delimiter) {
      at++;
      if (at === text.length) row.push('');
      continue;
    }
    if (text[at] === '\r' && text[at + 1] === '\n') at++;
    at++;
    yield row.length === 1 && row[0] === '' ? [] : row;
    row = [];
  }
  if (row.length > 0) yield row;
}

function bareField(text: string, from: number, delimiter: string): [string, number] {
  let at = from;
  while (at < text.length && text[at] !== delimiter && text[at] !== '\n' && text[at] !== '\r') at++;
  return [text.slice(from, at), at];
}

/** From the opening quote; what follows the closing quote up to the next delimiter belongs to no field. */
function quotedField(text: string, from: number): [string, number] {
  let field = '';
  let at = from + 1;
  for (;;) {
    const quote = text.indexOf('"', at);
    if (quote < 0) return [field + text.slice(at), text.length];
    field += text.slice(at, quote);
    if (text[quote + 1] !== '"') return [field, quote + 1];
    field += '"';
    at = quote + 2;
  }
}

/** The one that cuts the first line into most fields. */
function delimiterOf(text: string): string {
  const line = text.slice(0, 10_000).split(/\r?\n/u, 1)[0] ?? '';
  const counts = DELIMITERS.map((delimiter) => line.split(delimiter).length);
  return DELIMITERS[counts.indexOf(Math.max(...counts))] ?? ',';
}
