import { describe, expect, it } from '@jest/globals';
import { countBounds, countLevel } from './map-levels';

describe('the shades of the supplier map', () => {
  it.each([0, 1, 2, 3, 4, 7, 12, 400])('tell none apart and cover every count up to %d', (most) => {
    const bounds = countBounds(most);
    expect(countLevel(0, bounds)).toBe('none');
    for (let count = 1; count <= most; count += 1) expect(countLevel(count, bounds)).not.toBe('none');
    const order = ['none', 'low', 'middle', 'high'];
    const levels = Array.from({ length: most + 1 }, (_, count) => order.indexOf(countLevel(count, bounds)));
    expect([...levels].sort((one, other) => one - other)).toEqual(levels);
  });

  it('are named without gap or overlap', () => {
    expect(countBounds(12)).toEqual([
      { level: 'low', from: 1, to: 4 },
      { level: 'middle', from: 5, to: 8 },
      { level: 'high', from: 9, to: null },
    ]);
    expect(countBounds(1)).toEqual([{ level: 'low', from: 1, to: 1 }]);
  });
});
