import type { MediaType } from '../files/file-types';
import { refusal, type Refusal } from '../refusal';
import { tidyLine } from '../text/hangul';

export const MAX_PHOTOS = 6;
export const MAX_ALTERNATIVE_TEXT = 200;
/** A few bytes may unpack to gigabytes in every visitor's browser: 50,000 × 50,000 dots are 10 GB. */
export const MAX_PHOTO_DOTS = 40_000_000;

export const PHOTO_MEDIA_TYPES = ['image/png', 'image/jpeg'] as const satisfies readonly MediaType[];

export interface PhotoFacts {
  readonly mediaType: MediaType;
  /** as it is shown; null = the picture does not say, so it is broken */
  readonly size: { readonly width: number; readonly height: number } | null;
  readonly alternativeText: string;
}

/**
 * May this be shown as a photo of an item that already has `count` others?
 * @returns PHOTO_TOO_MANY {max}, PHOTO_INVALID {reason: 'type' | 'unreadable' | 'dots' | 'alternative_text'} or null
 */
export function photoRefusal(photo: PhotoFacts, count: number): Refusal | null {
  if (count >= MAX_PHOTOS) return refusal('PHOTO_TOO_MANY', { max: MAX_PHOTOS });
  if (!PHOTO_MEDIA_TYPES.some((type) => type === photo.mediaType)) return invalid('type');
  if (photo.size === null || photo.size.width < 1 || photo.size.height < 1) return invalid('unreadable');
  if (photo.size.width * photo.size.height > MAX_PHOTO_DOTS) {
    return refusal('PHOTO_INVALID', { reason: 'dots', maxDots: MAX_PHOTO_DOTS });
  }
  return alternativeTextRefusal(photo.alternativeText);
}

/** A picture that says nothing to whoever cannot see it says nothing. */
export function alternativeTextRefusal(text: string): Refusal | null {
  const length = tidyLine(text).length;
  return length > 0 && length <= MAX_ALTERNATIVE_TEXT ? null : invalid('alternative_text');
}

function invalid(reason: string): Refusal {
  return refusal('PHOTO_INVALID', { reason });
}
