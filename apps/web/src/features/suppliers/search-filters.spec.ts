import { describe, expect, it } from '@jest/globals';
import {
  activeFilters,
  districtTyped,
  exportPath,
  questionOf,
  SEARCH_STATE,
  toggled,
  WITHOUT,
} from './search-filters';

const TODAY = '2026-11-20';

describe('the state of the search in the address', () => {
  it('asks for nothing in particular when nothing is chosen', () => {
    expect(questionOf(SEARCH_STATE, TODAY)).toEqual({});
    expect(activeFilters({})).toEqual([]);
  });

  it('means by "today" the day on which the link is opened, and by a date that date', () => {
    expect(questionOf({ ...SEARCH_STATE, certifiedOn: 'today' }, TODAY)).toEqual({ certifiedOn: TODAY });
    expect(questionOf({ ...SEARCH_STATE, certifiedOn: '2018-07-25' }, TODAY)).toEqual({
      certifiedOn: '2018-07-25',
    });
  });

  it('leaves out what somebody broke in the address', () => {
    const broken = {
      ...SEARCH_STATE,
      category: ['5', '55', 'x'],
      certification: ['certified_social_enterprise', 'nobel_prize'],
      certifiedOn: '2026-02-30',
      district: ['11305', '강북구'],
      kind: ['goods', 'favours'],
      priceMin: '-1',
      priceMax: '1e9',
      sort: 'beauty',
    };
    expect(questionOf(broken, TODAY)).toEqual({
      category: ['55'],
      certification: ['certified_social_enterprise'],
      district: ['11305'],
      kind: ['goods'],
    });
  });

  it('knows a district among the words, and leaves a district alone as a word', () => {
    expect(districtTyped('강북구 현수막')).toEqual({ code: '11305', rest: '현수막' });
    expect(districtTyped(' 행사 현수막  강북구'.normalize('NFD'))).toEqual({
      code: '11305',
      rest: '행사 현수막',
    });
    expect(districtTyped('강북구')).toBeNull();
    expect(districtTyped('강북구청 현수막')).toBeNull();
  });

  it('names the filters that can be loosened, and each is gone without its own', () => {
    const state = {
      ...SEARCH_STATE,
      q: ' 현수막 ',
      category: ['55'],
      certifiedOn: 'today',
      district: ['11305'],
      kind: ['goods'],
      priceMax: '100000',
    };
    const all = activeFilters(questionOf(state, TODAY));
    expect(all).toEqual(['category', 'certification', 'district', 'kind', 'price', 'q']);
    for (const filter of all) {
      const rest = activeFilters(questionOf({ ...state, ...WITHOUT[filter] }, TODAY));
      expect(rest).toEqual(all.filter((one) => one !== filter));
    }
  });

  it('exports the same question, several values by repeating the key', () => {
    const question = questionOf({ ...SEARCH_STATE, q: '현수막', district: ['11305', '11320'] }, TODAY);
    const { searchParams } = new URL(exportPath(question, 'csv'), 'http://x');
    expect(searchParams.getAll('district')).toEqual(['11305', '11320']);
    expect(searchParams.get('q')).toBe('현수막');
    expect(searchParams.get('format')).toBe('csv');
  });

  it('takes a value in and out again', () => {
    expect(toggled(['a'], 'b')).toEqual(['a', 'b']);
    expect(toggled(['a', 'b'], 'a')).toEqual(['b']);
  });
});
