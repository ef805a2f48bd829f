import { open, type FileHandle } from 'node:fs/promises';
import { inflationRefusal, type FileType } from '@ieum/domain';
import { Cp949Decoder } from '../common/cp949';
import { assertAllowed, refuse } from '../common/refused';
import { chunksOf } from './file-chunks';
import { assertInflatesAsStated, readZipDirectory } from './zip-file';

const HEAD_BYTES = 16;
const SIGNATURES: readonly (readonly [FileType, Buffer])[] = [
  ['pdf', Buffer.from('%PDF-')],
  ['png', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])],
  ['jpg', Buffer.from([0xff, 0xd8, 0xff])],
  ['xlsx', Buffer.from('PK\u0003\u0004')],
];
const SEPARATORS = new Set([0x2c, 0x3b, 0x09]);
const LINE_BYTES = new Set([0x09, 0x0a, 0x0d]);

type TextReader = Pick<InstanceType<typeof TextDecoder>, 'decode'> | Cp949Decoder;

/**
 * What a file is, by its content; its name and the browser's word are not asked.
 * Refuses with FILE_TYPE_REFUSED, FILE_UNREADABLE (a broken workbook) or FILE_TOO_LARGE (one that unpacks to too much).
 */
export async function fileTypeOf(path: string, sizeBytes: number): Promise<FileType> {
  const file = await open(path, 'r');
  try {
    const { buffer } = await file.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0);
    const found = SIGNATURES.find(([, signature]) =>
      buffer.subarray(0, signature.length).equals(signature),
    )?.[0];
    if (found === 'xlsx') await assertWorkbook(file, sizeBytes);
    if (found !== undefined) return found;
    await assertTable(file, sizeBytes);
    return 'csv';
  } finally {
    await file.close();
  }
}

/** A zip that holds a workbook without macros, and is no bomb: neither by its directory nor in truth. */
async function assertWorkbook(file: FileHandle, sizeBytes: number): Promise<void> {
  const entries = await readZipDirectory(file, sizeBytes);
  const names = new Set(entries.map((entry) => entry.name));
  const isWorkbook = names.has('[Content_Types].xml') && names.has('xl/workbook.xml');
  if (!isWorkbook || names.has('xl/vbaProject.bin')) refuse('FILE_TYPE_REFUSED');
  assertAllowed(inflationRefusal(entries));
  for (const entry of entries) await assertInflatesAsStated(file, entry);
}

/** Text in UTF-8 or cp949 with columns in it; markup is refused, since a browser might be talked into showing it. */
async function assertTable(file: FileHandle, sizeBytes: number): Promise<void> {
  const readers = new Map<string, TextReader>([
    ['utf-8', new TextDecoder('utf-8', { fatal: true })],
    ['cp949', new Cp949Decoder()],
  ]);
  let hasSeparator = false;
  let first: number | undefined;
  for await (const chunk of chunksOf(file, 0, sizeBytes)) {
    if (chunk.some((byte) => byte < 0x20 && !LINE_BYTES.has(byte))) refuse('FILE_TYPE_REFUSED');
    hasSeparator ||= chunk.some((byte) => SEPARATORS.has(byte));
    first ??= chunk.find((byte) => byte > 0x20 && byte < 0x80);
    for (const [name, reader] of readers) {
      if (!canRead(reader, chunk)) readers.delete(name);
    }
  }
  for (const [name, reader] of readers) {
    if (!canRead(reader)) readers.delete(name);
  }
  if (readers.size === 0 || !hasSeparator || first === '<'.charCodeAt(0)) refuse('FILE_TYPE_REFUSED');
}

/** Without a chunk: the end; a letter that is cut in two is no text either. */
function canRead(reader: TextReader, chunk?: Buffer): boolean {
  try {
    reader.decode(chunk, { stream: chunk !== undefined });
    return true;
  } catch {
    return false;
  }
}
