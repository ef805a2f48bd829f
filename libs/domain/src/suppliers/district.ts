import { comparisonKey } from '../text/hangul';

/** The 25 autonomous districts of Seoul: administrative standard code (법정동코드, first five digits) by name. */
const SEOUL_DISTRICT_CODES: Readonly<Record<string, string>> = {
  종로구: '11110',
  중구: '11140',
  용산구: '11170',
  성동구: '11200',
  광진구: '11215',
  동대문구: '11230',
  중랑구: '11260',
  성북구: '11290',
  강북구: '11305',
  도봉구: '11320',
  노원구: '11350',
  은평구: '11380',
  서대문구: '11410',
  마포구: '11440',
  양천구: '11470',
  강서구: '11500',
  구로구: '11530',
  금천구: '11545',
  영등포구: '11560',
  동작구: '11590',
  관악구: '11620',
  서초구: '11650',
  강남구: '11680',
  송파구: '11710',
  강동구: '11740',
};
/** Other cities have districts of these names as well. */
const AMBIGUOUS: readonly string[] = ['중구', '강서구'];
const SEOUL = /^서울(?:특별시|시)?/u;
/** How an address of another 시도 begins, long or short. */
const ELSEWHERE =
  /^(?:부산|대구|인천|광주|대전|울산|세종|경기|강원|충청?[북남]|충북|충남|전라?[북남]|전북|전남|경상?[북남]|경북|경남|제주)/u;

/**
 * The district code of an enterprise from the region and the address that a list prints; null outside Seoul and where
 * it cannot be told. The region is asked first, since addresses are written in more ways.
 */
export function seoulDistrictCode(region: string | null, address: string | null): string | null {
  const texts = [region, address].flatMap((text) => (text === null ? [] : [comparisonKey(text)]));
  if (texts.some((text) => ELSEWHERE.test(text))) return null;
  const isSeoul = texts.some((text) => SEOUL.test(text));
  for (const text of texts) {
    const rest = text.replace(SEOUL, '');
    const name = Object.keys(SEOUL_DISTRICT_CODES).find((one) => rest.startsWith(one));
    if (name !== undefined && (isSeoul || !AMBIGUOUS.includes(name)))
      return SEOUL_DISTRICT_CODES[name] ?? null;
  }
  return null;
}
