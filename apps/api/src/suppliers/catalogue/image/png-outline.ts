import type { ImageOutline } from './image-outline';
import { KeptRanges } from './kept-ranges';

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const FRAME_BYTES = 12;
const HEADER_BYTES = 13;
/** What the picture itself needs. Text, EXIF, time and whatever a program invents are left out. */
const KEPT = new Set([
  'IHDR',
  'PLTE',
  'IDAT',
  'IEND',
  'tRNS',
  'gAMA',
  'cHRM',
  'sRGB',
  'iCCP',
  'cICP',
  'sBIT',
  'bKGD',
  'pHYs',
]);

/** Chunk by chunk to IEND; what follows it is no picture. null = broken. */
export function pngOutline(bytes: Buffer): ImageOutline | null {
  if (!bytes.subarray(0, SIGNATURE.length).equals(SIGNATURE)) return null;
  const kept = new KeptRanges();
  kept.keep(0, SIGNATURE.length);
  let size: { width: number; height: number } | null = null;
  let hasData = false;
  for (let at = SIGNATURE.length; at + FRAME_BYTES <= bytes.length;) {
    const length = bytes.readUInt32BE(at);
    const type = bytes.toString('latin1', at + 4, at + 8);
    const whole = length + FRAME_BYTES;
    if (at + whole > bytes.length || (size === null) !== (type === 'IHDR')) return null;
    if (type === 'IHDR') {
      if (length !== HEADER_BYTES) return null;
      size = { width: bytes.readUInt32BE(at + 8), height: bytes.readUInt32BE(at + 12) };
    }
    hasData ||= type === 'IDAT';
    if (KEPT.has(type)) kept.keep(at, whole);
    if (type === 'IEND') {
      return size !== null && hasData ? { ...size, orientation: 1, ranges: kept.ranges } : null;
    }
    at += whole;
  }
  return null;
}
