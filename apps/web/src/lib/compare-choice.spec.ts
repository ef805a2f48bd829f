import { beforeEach, describe, expect, it } from '@jest/globals';
import { compareLink, comparedSuppliers, MAX_COMPARED, toggleCompared } from './compare-choice';

const named = (id: string) => ({ id, name: `supplier ${id}` });

describe('the suppliers to compare', () => {
  beforeEach(() => localStorage.clear());

  it('are ticked in and out, and stay over a visit', () => {
    toggleCompared(named('a'));
    toggleCompared(named('b'));
    expect(comparedSuppliers()).toEqual([named('a'), named('b')]);
    toggleCompared(named('a'));
    expect(JSON.parse(localStorage.getItem('ieum.compare') ?? '')).toEqual([named('b')]);
    toggleCompared(named('b'));
    expect(localStorage.getItem('ieum.compare')).toBeNull();
  });

  it('are four at most', () => {
    for (const id of ['a', 'b', 'c', 'd', 'e']) toggleCompared(named(id));
    expect(comparedSuppliers().map(({ id }) => id)).toEqual(['a', 'b', 'c', 'd']);
    expect(compareLink(['a', 'b', 'c', 'd', 'e'])).toBe('/suppliers/compare?id=a&id=b&id=c&id=d');
    expect(MAX_COMPARED).toBe(4);
  });

  it('are nobody when the storage holds something else', () => {
    for (const text of ['{', '3', '[{"id":1}]', '[null]']) {
      localStorage.setItem('ieum.compare', text);
      expect(comparedSuppliers()).toEqual([]);
    }
  });

  it('are shown under an address that says what was searched for', () => {
    expect(compareLink(['a'], { q: '현수막', certifiedOn: '' })).toBe(
      `/suppliers/compare?id=a&q=${encodeURIComponent('현수막')}`,
    );
  });
});
