import { describe, expect, it } from '@jest/globals';
import { seoulDistrictCode } from './district';

describe('the district of an enterprise', () => {
  it.each([
    ['서울', '서울특별시 강북구 도봉로 1', '11305'],
    ['서울', '강북구 도봉로 1', '11305'],
    ['서울 강북구', null, '11305'],
    ['강북구', '서울시 강북구 도봉로 1', '11305'],
    ['노원구', null, '11350'],
    [null, '서울특별시  중구 세종대로 110', '11140'],
    ['서울특별시', '서울특별시 강서구 화곡로 302', '11500'],
  ])('%s, %s is %s', (region, address, code) => {
    expect(seoulDistrictCode(region, address)).toBe(code);
  });

  it('outside Seoul, or where it cannot be told, is unknown', () => {
    expect(seoulDistrictCode('부산', '부산광역시 중구 중앙대로 1')).toBeNull();
    expect(seoulDistrictCode('서울', '경기도 성남시 중원구 1')).toBeNull();
    expect(seoulDistrictCode('중구', null)).toBeNull();
    expect(seoulDistrictCode('서울', null)).toBeNull();
    expect(seoulDistrictCode(null, null)).toBeNull();
    expect(seoulDistrictCode('경기', '경기 광주시 송파구길 1')).toBeNull();
  });
});
