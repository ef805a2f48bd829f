import { exifOrientation } from './exif-orientation';
import type { ImageOutline } from './image-outline';
import { KeptRanges } from './kept-ranges';

const START_OF_IMAGE = 0xd8;
const END_OF_IMAGE = 0xd9;
const START_OF_SCAN = 0xda;
const COMMENT = 0xfe;
const APP0 = 0xe0;
const APP1 = 0xe1;
const APP15 = 0xef;
const SOI_BYTES = 2;
/** Application segments that the picture needs: JFIF, the colour profile, Adobe's colour transform. */
const KEPT_SEGMENTS = new Map([
  [APP0, 'JFIF\0'],
  [0xe2, 'ICC_PROFILE\0'],
  [0xee, 'Adobe'],
]);
/** From here on (orientation 5–8) the picture is shown lying on its side: width is height. */
const FIRST_TURNED = 5;

interface Frame {
  readonly width: number;
  readonly height: number;
}

/**
 * Segment by segment to the end of the image; what follows it (a second picture with its own EXIF, a film, an archive)
 * is left out, and so are EXIF, XMP, IPTC and comments. The first range is the start mark alone, so that the
 * orientation can be written after it. null = broken.
 */
export function jpegOutline(bytes: Buffer): ImageOutline | null {
  if (bytes.length < SOI_BYTES || bytes[0] !== 0xff || bytes[1] !== START_OF_IMAGE) return null;
  const kept = new KeptRanges();
  let frame: Frame | null = null;
  let orientation = 1;
  let hasScan = false;
  for (let at = SOI_BYTES; at + 2 <= bytes.length;) {
    if (bytes[at] !== 0xff) return null;
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (marker === END_OF_IMAGE) {
      kept.keep(at, 2);
      if (frame === null || !hasScan) return null;
      return { ...asShown(frame, orientation), orientation, ranges: [[0, SOI_BYTES], ...kept.ranges] };
    }
    if (at + 4 > bytes.length || isBare(marker)) return null;
    const end = at + 2 + bytes.readUInt16BE(at + 2);
    if (end < at + 4 || end > bytes.length) return null;
    const content = bytes.subarray(at + 4, end);
    if (isFrame(marker)) {
      if (frame !== null || content.length < 5) return null;
      frame = { height: content.readUInt16BE(1), width: content.readUInt16BE(3) };
    }
    if (marker === APP1) orientation = exifOrientation(content) ?? orientation;
    const next = marker === START_OF_SCAN ? endOfScan(bytes, end) : end;
    hasScan ||= marker === START_OF_SCAN;
    if (isKept(marker, content)) kept.keep(at, next - at);
    at = next;
  }
  return null;
}

function isKept(marker: number, content: Buffer): boolean {
  if (marker === COMMENT) return false;
  if (marker < APP0 || marker > APP15) return true;
  const name = KEPT_SEGMENTS.get(marker);
  return name !== undefined && content.toString('latin1', 0, name.length) === name;
}

/** SOF0–SOF15 without the three marks between them that are something else. */
function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
}

/** Marks without a length; between segments none of them belongs. */
function isBare(marker: number): boolean {
  return marker <= 0x01 || (marker >= 0xd0 && marker <= START_OF_IMAGE);
}

/** Where the compressed data after a scan's header ends: at the next mark that is no stuffing and no restart. */
function endOfScan(bytes: Buffer, start: number): number {
  for (let at = bytes.indexOf(0xff, start); at >= 0; at = bytes.indexOf(0xff, at + 1)) {
    const next = bytes[at + 1];
    if (next === undefined) break;
    if (next !== 0 && next !== 0xff && !(next >= 0xd0 && next <= 0xd7)) return at;
  }
  return bytes.length;
}

function asShown(frame: Frame, orientation: number): Frame {
  return orientation >= FIRST_TURNED ? { width: frame.height, height: frame.width } : frame;
}
