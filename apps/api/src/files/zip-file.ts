import type { FileHandle } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { createInflateRaw } from 'node:zlib';
import { refuse } from '../common/refused';
import {
  STORED,
  ZIP_TAIL_BYTES,
  zipDirectoryPlace,
  zipEntries,
  type ZipEntry,
} from '../common/zip-directory';
import { chunksOf } from './file-chunks';

const LOCAL_SIGNATURE = 0x04034b50;
const LOCAL_BYTES = 30;

/** The entries that a zip file's directory lists, without unpacking anything. Refuses with FILE_UNREADABLE. */
export async function readZipDirectory(file: FileHandle, sizeBytes: number): Promise<readonly ZipEntry[]> {
  const tailAt = Math.max(0, sizeBytes - ZIP_TAIL_BYTES);
  const place = zipDirectoryPlace(await readAt(file, tailAt, sizeBytes - tailAt), tailAt);
  if (place === null) return unreadable();
  return zipEntries(await readAt(file, place.at, place.bytes), place.count) ?? unreadable();
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
