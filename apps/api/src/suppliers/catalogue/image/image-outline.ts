import type { MediaType } from '@ieum/domain';
import { jpegOutline } from './jpeg-outline';
import { pngOutline } from './png-outline';

/** Which bytes of a picture are sent, and how large it is as it is shown. */
export interface ImageOutline {
  readonly width: number;
  readonly height: number;
  /** How a viewer has to turn it (EXIF 1–8); 1 = not at all */
  readonly orientation: number;
  /** [from, length] of what makes the picture; what is not named stays with us: place, device, comments, a tail */
  readonly ranges: readonly (readonly [number, number])[];
}

/** More pieces than any camera or program writes; each is a read when the picture is sent. */
const MAX_RANGES = 200;

/** null = not a whole picture of that type */
export function imageOutline(mediaType: MediaType, bytes: Buffer): ImageOutline | null {
  const outline =
    mediaType === 'image/png' ? pngOutline(bytes) : mediaType === 'image/jpeg' ? jpegOutline(bytes) : null;
  return outline === null || outline.ranges.length > MAX_RANGES ? null : outline;
}
