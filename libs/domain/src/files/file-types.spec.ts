import { describe, expect, it } from '@jest/globals';
import { fileSizeRefusal, inflationRefusal, MAX_FILE_BYTES, MAX_INFLATED_BYTES } from './file-types';

describe('the size of a file', () => {
  it('is more than nothing and no more than 20 MB', () => {
    expect(fileSizeRefusal(0)?.code).toBe('FILE_UNREADABLE');
    expect(fileSizeRefusal(1)).toBeNull();
    expect(fileSizeRefusal(MAX_FILE_BYTES)).toBeNull();
    expect(fileSizeRefusal(MAX_FILE_BYTES + 1)?.code).toBe('FILE_TOO_LARGE');
  });
});

describe('a packed file', () => {
  it('may grow a hundredfold and to 50 MB, not more', () => {
    expect(inflationRefusal([{ packedBytes: 10, inflatedBytes: 1_000 }])).toBeNull();
    expect(inflationRefusal([{ packedBytes: 10, inflatedBytes: 1_001 }])?.code).toBe('FILE_TOO_LARGE');
    const half = { packedBytes: MAX_INFLATED_BYTES, inflatedBytes: MAX_INFLATED_BYTES / 2 };
    expect(inflationRefusal([half, half])).toBeNull();
    expect(inflationRefusal([half, half, { packedBytes: 1, inflatedBytes: 1 }])?.code).toBe('FILE_TOO_LARGE');
  });
});
