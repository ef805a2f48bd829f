const HEADER = 'Exif\0\0';
const ORIENTATION_TAG = 0x0112;
const ENTRY_BYTES = 12;
const MAX_ENTRIES = 200;

/** How the picture is to be turned (1–8), by the content of an APP1 segment; null = it does not say. */
export function exifOrientation(content: Buffer): number | null {
  if (content.toString('latin1', 0, HEADER.length) !== HEADER) return null;
  const tiff = content.subarray(HEADER.length);
  if (tiff.length < 8) return null;
  const order = tiff.toString('latin1', 0, 2);
  if (order !== 'II' && order !== 'MM') return null;
  const short = (at: number) => (order === 'II' ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at));
  const start = order === 'II' ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4);
  if (start + 2 > tiff.length) return null;
  const count = Math.min(short(start), MAX_ENTRIES);
  for (let index = 0; index < count; index++) {
    const at = start + 2 + index * ENTRY_BYTES;
    if (at + ENTRY_BYTES > tiff.length) return null;
    if (short(at) !== ORIENTATION_TAG) continue;
    const value = short(at + 8);
    return value >= 1 && value <= 8 ? value : null;
  }
  return null;
}

/** An APP1 segment that says the orientation and nothing else: without it a telephone's picture would lie on its side. */
export function orientationSegment(orientation: number): Buffer {
  const tiff = Buffer.from([
    ...Buffer.from('MM\0*', 'latin1'),
    ...[0, 0, 0, 8],
    ...[0, 1],
    ...[0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0],
    ...[0, 0, 0, 0],
  ]);
  const content = Buffer.concat([Buffer.from(HEADER, 'latin1'), tiff]);
  return Buffer.concat([Buffer.from([0xff, 0xe1, 0, content.length + 2]), content]);
}
