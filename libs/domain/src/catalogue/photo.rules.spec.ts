import { describe, expect, it } from '@jest/globals';
import { alternativeTextRefusal, photoRefusal, type PhotoFacts } from './photo.rules';

const PHOTO: PhotoFacts = {
  mediaType: 'image/jpeg',
  size: { width: 4000, height: 3000 },
  alternativeText: '파란 현수막',
};
const reasonOf = (photo: PhotoFacts, count = 0) => photoRefusal(photo, count)?.details?.['reason'];

describe('a photo', () => {
  it('is a png or jpg of at most 40 million dots', () => {
    expect(photoRefusal(PHOTO, 0)).toBeNull();
    expect(photoRefusal({ ...PHOTO, mediaType: 'image/png' }, 5)).toBeNull();
    expect(reasonOf({ ...PHOTO, mediaType: 'application/pdf' })).toBe('type');
    expect(reasonOf({ ...PHOTO, size: { width: 8000, height: 5000 } })).toBeUndefined();
    expect(reasonOf({ ...PHOTO, size: { width: 8000, height: 5001 } })).toBe('dots');
    expect(reasonOf({ ...PHOTO, size: { width: 50_000, height: 50_000 } })).toBe('dots');
  });

  it('that says no size, or none at all, is broken', () => {
    expect(reasonOf({ ...PHOTO, size: null })).toBe('unreadable');
    expect(reasonOf({ ...PHOTO, size: { width: 0, height: 3000 } })).toBe('unreadable');
  });

  it('is one of six', () => {
    expect(photoRefusal(PHOTO, 6)).toEqual({ code: 'PHOTO_TOO_MANY', details: { max: 6 } });
  });

  it('says in words what it shows', () => {
    expect(reasonOf({ ...PHOTO, alternativeText: ' \n' })).toBe('alternative_text');
    expect(alternativeTextRefusal('가'.repeat(200))).toBeNull();
    expect(alternativeTextRefusal('가'.repeat(201))?.code).toBe('PHOTO_INVALID');
  });
});
