export interface ZipEntry {
  readonly name: string;
  readonly packedBytes: number;
  readonly inflatedBytes: number;
  readonly method: number;
  readonly headerAt: number;
}

export interface ZipDirectoryPlace {
  readonly at: number;
  readonly bytes: number;
  /** entries that it says it has */
  readonly count: number;
}

const END_SIGNATURE = 0x06054b50;
const ENTRY_SIGNATURE = 0x02014b50;
const END_BYTES = 22;
const ENTRY_BYTES = 46;
const MAX_COMMENT = 65_535;
const MAX_DIRECTORY_BYTES = 2 * 1024 * 1024;
export const STORED = 0;
const DEFLATED = 8;
const ENCRYPTED = 1;
/** Marks "look in the zip64 record": a workbook below 20 MB never needs one. */
const IN_ZIP64 = 0xffffffff;

/** How many bytes at the end of a zip are enough to find its directory. */
export const ZIP_TAIL_BYTES = END_BYTES + MAX_COMMENT;

/** Where the directory of a zip lies, by the last bytes of the file, which begin at `tailAt`; null = no zip. */
export function zipDirectoryPlace(tail: Buffer, tailAt: number): ZipDirectoryPlace | null {
  const endAt = endRecordAt(tail);
  if (endAt === null) return null;
  const bytes = tail.readUInt32LE(endAt + 12);
  const at = tail.readUInt32LE(endAt + 16);
  if (bytes > MAX_DIRECTORY_BYTES || at + bytes > tailAt + endAt) return null;
  return { at, bytes, count: tail.readUInt16LE(endAt + 10) };
}

function endRecordAt(tail: Buffer): number | null {
  for (let at = tail.length - END_BYTES; at >= 0; at--) {
    if (
      tail.readUInt32LE(at) === END_SIGNATURE &&
      at + END_BYTES + tail.readUInt16LE(at + 20) === tail.length
    ) {
      return at;
    }
  }
  return null;
}

/** The entries that a directory lists, without unpacking anything; null = broken, encrypted or packed in another way. */
export function zipEntries(directory: Buffer, count: number): readonly ZipEntry[] | null {
  const entries: ZipEntry[] = [];
  let at = 0;
  while (at < directory.length) {
    if (at + ENTRY_BYTES > directory.length || directory.readUInt32LE(at) !== ENTRY_SIGNATURE) return null;
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
    if (next > directory.length || isEncrypted || !isPlain || isInZip64(entry)) return null;
    entries.push(entry);
    at = next;
  }
  return entries.length === count ? entries : null;
}

function isInZip64(entry: ZipEntry): boolean {
  return [entry.packedBytes, entry.inflatedBytes, entry.headerAt].includes(IN_ZIP64);
}
