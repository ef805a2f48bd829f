import { refusal, type Refusal } from '../refusal';

export const FILE_TYPES = ['pdf', 'png', 'jpg', 'xlsx', 'csv'] as const;
export type FileType = (typeof FILE_TYPES)[number];

export const MEDIA_TYPES = [
  'application/pdf',
  'image/png',
  'image/jpeg',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'text/csv',
] as const;
export type MediaType = (typeof MEDIA_TYPES)[number];

export const MEDIA_TYPE_OF: Readonly<Record<FileType, MediaType>> = {
  pdf: 'application/pdf',
  png: 'image/png',
  jpg: 'image/jpeg',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv',
};

export const MAX_FILE_BYTES = 20 * 1024 * 1024;

/** A workbook may grow to this when unpacked: 1.16 MB that became 458 MB froze a process for 5 s (quality.md). */
export const MAX_INFLATED_BYTES = 50 * 1024 * 1024;
export const MAX_INFLATE_RATIO = 100;

/** Bytes: more than none and no more than the limit; the screen asks this before it sends anything. */
export function fileSizeRefusal(sizeBytes: number): Refusal | null {
  if (sizeBytes <= 0) return refusal('FILE_UNREADABLE', { reason: 'empty' });
  return sizeBytes > MAX_FILE_BYTES ? refusal('FILE_TOO_LARGE', { maxBytes: MAX_FILE_BYTES }) : null;
}

/** Sizes of a packed archive as its directory states them, in bytes: no entry and not the whole may be a bomb. */
export function inflationRefusal(
  entries: readonly { readonly packedBytes: number; readonly inflatedBytes: number }[],
): Refusal | null {
  const total = entries.reduce((sum, entry) => sum + entry.inflatedBytes, 0);
  const isBomb = entries.some((entry) => entry.inflatedBytes > entry.packedBytes * MAX_INFLATE_RATIO);
  return isBomb || total > MAX_INFLATED_BYTES
    ? refusal('FILE_TOO_LARGE', { maxInflatedBytes: MAX_INFLATED_BYTES, maxRatio: MAX_INFLATE_RATIO })
    : null;
}
