import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { hasLoneSurrogate, textHazard } from './text-hazards';

describe('a text', () => {
  it.each([
    ['nul', 'a\u0000b'],
    ['lone_surrogate', 'a\uD800b'],
    ['lone_surrogate', '\uDC00'],
    ['control_character', 'a\u0007'],
    ['control_character', 'a\nb'],
    ['control_character', 'a\u0085b'],
    ['control_character', 'a\u2028b'],
    ['direction_override', 'a\u202Eb'],
    ['direction_override', 'a\u2066b'],
    ['replacement_character', 'a\uFFFDb'],
  ])('with %s is told', (hazard, text) => {
    expect(textHazard(text)).toBe(hazard);
  });

  it('of harmless letters, emoji and dashes has no hazard', () => {
    for (const text of ['', '현수막/배너 제작 (160,000원) – “좋음”', '😀 ㈜노란들판'])
      expect(textHazard(text)).toBeNull();
  });

  it('of several lines may hold line ends and tabs, nothing else', () => {
    expect(textHazard('a\r\n\tb', 'several')).toBeNull();
    expect(textHazard('a\u000Bb', 'several')).toBe('control_character');
  });

  it('without hazard survives UTF-8 unchanged', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const kept = new TextDecoder().decode(new TextEncoder().encode(text));
        if (textHazard(text, 'several') === null && !text.startsWith('\uFEFF')) expect(kept).toBe(text);
        if (hasLoneSurrogate(text)) expect(kept).not.toBe(text);
      }),
    );
  });
});
