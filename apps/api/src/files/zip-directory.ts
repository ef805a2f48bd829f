import type { FileHandle } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { createInflateRaw } from 'node:zlib';
import { refuse } from '../common/refused';
import { chunksOf } from './file-chunks';

export interface ZipEntry {
  readonly name: string;
  readonly packedBytes: number;
  readonly inflatedBytes: number;
  readonly method: number;
  readonly headerAt: number;
}

const END_SIGNATURE = 0x06054b50;
const ENTRY_SIGNATURE = 0x02014b50;
const LOCAL_SIGNATURE = 0x04034b50;
const END_BYTES = 22;
const ENTRY_BYTES = 46;
const LOCAL_BYTES = 30;
const MAX_COMMENT = 65_535;
const MAX_DIRECTORY_BYTES = 2 * 1024 * 1024;
const STORED = 0;
const DEFLATED = 8;
const ENCRYPTED = 1;
/** Marks "look in the zip64 record": a workbook below 20 MB never needs one. */
const IN_ZIP64 = 0xffffffff;

/** The entries that a zip file's directory lists, without unpacking anything. Refuses with FILE_UNREADABLE. */
export async function readZipDirectory(file: FileHandle, sizeBytes: number): Promise<ZipEntry[]> {
  const tailAt = Math.max(0, sizeBytes - END_BYTES - MAX_COMMENT);
  const tail = await readAt(file, tailAt, sizeBytes - tailAt);
  const endAt = endRecordAt(tail);
  const directoryBytes = tail.readUInt32LE(endAt + 12);
  const directoryAt = tail.readUInt32LE(endAt + 16);
  if (directoryBytes > MAX_DIRECTORY_BYTES || directoryAt + directoryBytes > tailAt + endAt)
    return unreadable();
  return entriesOf(await readAt(file, directoryAt, directoryBytes), tail.readUInt16LE(endAt + 10));
}

function endRecordAt(tail: Buffer): number {
  for (let at = tail.length - END_BYTES; at >= 0; at--) {
    if (
      tail.readUInt32LE(at) === END_SIGNATURE &&
      at + END_BYTES + tail.readUInt16LE(at + 20) === tail.length
    ) {
      return at;
    }
  }
  return unreadable();
}

function entriesOf(directory: Buffer, count: number): ZipEntry[] {
  const entries: ZipEntry[] = [];
  let at = 0;
  while (at < directory.length) {
    if (at + ENTRY_BYTES > directory.length || directory.readUInt32LE(at) !== ENTRY_SIGNATURE)
      return unreadable();
    const nameBytes = directory.readUInt16LE(at + 28);
    const next =
      at + ENTRY_BYTES + nameBytes + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32);
    const entry = {
      name: directory.toString('utf8', at + ENTRY_BYTES, at + ENTRY_BYTES + nameBytes),
      packedBytes: directory.readUInt32LE(at + 20),
      inflatedBytes: directory.readUInt32LE(at + 24),
      method: directory.readUInt16LE(at + 10),
      headerAt: directory.readUInt32LE(at + 42),
    };
    const isEncrypted = (directory.readUInt16LE(at + 8) & ENCRYPTED) !== 0;
    const isPlain = entry.method === STORED || entry.method === DEFLATED;
    if (next > directory.length || isEncrypted || !isPlain || isInZip64(entry)) return unreadable();
    entries.push(entry);
    at = next;
  }
  return entries.length === count ? entries : unreadable();
}

function isInZip64(entry: ZipEntry): boolean {
  return [entry.packedBytes, entry.inflatedBytes, entry.headerAt].includes(IN_ZIP64);
}

/** Unpacks an entry into nothing, to see that its directory did not lie: never more than one chunk in memory. */
export async function assertInflatesAsStated(file: FileHandle, entry: ZipEntry): Promise<void> {
  const header = await readAt(file, entry.headerAt, LOCAL_BYTES);
  if (header.readUInt32LE(0) !== LOCAL_SIGNATURE) unreadable();
  const start = entry.headerAt + LOCAL_BYTES + header.readUInt16LE(26) + header.readUInt16LE(28);
  if (entry.packedBytes === 0 || entry.method === STORED) {
    if (entry.packedBytes !== entry.inflatedBytes) unreadable();
    return;
  }
  let bytes = 0;
  const count = async (chunks: AsyncIterable<Buffer>): Promise<void> => {
    for await (const chunk of chunks) {
      bytes += chunk.length;
      if (bytes > entry.inflatedBytes) return;
    }
  };
  try {
    await pipeline(chunksOf(file, start, entry.packedBytes), createInflateRaw(), count);
  } catch {
    unreadable();
  }
  if (bytes !== entry.inflatedBytes) unreadable();
}

async function readAt(file: FileHandle, position: number, length: number): Promise<Buffer> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, position);
  return bytesRead === length ? buffer : unreadable();
}

function unreadable(): never {
  return refuse('FILE_UNREADABLE', { reason: 'archive' });
}
