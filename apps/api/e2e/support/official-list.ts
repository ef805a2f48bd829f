import { LIST_FIELDS, LIST_HEADINGS, type ListField } from '@ieum/domain';

export type ListedEnterprise = Readonly<Record<ListField, string | null>>;

/** Syllables of which names are made by rule: hardly two names of them are alike. */
const SYLLABLES = [
  ...'가나다라마바사아자차카타파하거너더러머버서어저처커터퍼허고노도로모보소오조초코토포호구누두루무부수우주추쿠투푸후',
];
const FORMS = ['(주)', '', '주식회사 ', '사회적협동조합 ', '사단법인 '];
const DISTRICTS = ['강북구', '노원구', '성북구', '중구', '강서구', '도봉구', '은평구'];
const PURPOSES = ['일자리제공형', '사회서비스제공형', '혼합형', '지역사회공헌형', '기타형'];
const FIELDS = ['문화예술', '청소', '환경', '사회복지', '간병가사지원', '기타'];

/** An official list of so many enterprises, all synthetic: the same every time. */
export function officialList(count: number): ListedEnterprise[] {
  const draw = drawing(20_161_120);
  return Array.from({ length: count }, (_, index) => {
    const letters = Array.from({ length: 5 + (index % 3) }, () => SYLLABLES[draw() % SYLLABLES.length]).join(
      '',
    );
    const isSeoul = index % 4 === 0;
    const district = DISTRICTS[index % DISTRICTS.length] ?? '';
    const year = 2007 + (index % 19);
    return {
      region: isSeoul ? '서울' : '부산',
      certificateNumber: `제${year}-${String(index + 1).padStart(4, '0')}호`,
      name: `${FORMS[index % FORMS.length] ?? ''}${letters}`,
      businessSummary: `${letters.slice(0, 2)} 제작, 인쇄물`,
      socialPurpose: PURPOSES[index % PURPOSES.length] ?? null,
      serviceField: FIELDS[index % FIELDS.length] ?? null,
      businessNumber: `000-${String(10 + (index % 90))}-${String(10_000 + index)}`,
      representative: `대표${index % 97}`,
      address: isSeoul ? `서울특별시 ${district} 시험로 ${index + 1}` : `부산광역시 중구 시험로 ${index + 1}`,
      homepage: index % 3 === 0 ? `www.e${index}.example` : null,
      certifiedOn: `${year}-${String(1 + (index % 12)).padStart(2, '0')}-${String(1 + (index % 28)).padStart(2, '0')}`,
      issueRound: `${year}-${1 + (index % 5)}차`,
    };
  });
}

/** The sheet as it is published: a title, a running number in front, headings with spaces, a remark at the end. */
export function asSheet(list: readonly ListedEnterprise[]): (string | number | null)[][] {
  const headings = LIST_FIELDS.map((field) => LIST_HEADINGS[field].replace(/^(..)/u, '$1 '));
  return [
    ['인증 사회적기업 현황'],
    [],
    ['연번', ...headings, '비고'],
    ...list.map((one, index) => [index + 1, ...LIST_FIELDS.map((field) => one[field]), null]),
  ];
}

/** Row number of the enterprise at this place of asSheet. */
export const FIRST_ROW = 4;

/** Another letter in the middle of the name: what a slip of the hand makes. */
export function oneLetterOff(name: string): string {
  const letters = [...name];
  const at = letters.length - 3;
  letters[at] = letters[at] === '힣' ? '힝' : '힣';
  return letters.join('');
}

/** Name without its legal form, and whether it has the long one that many share. */
export function bareName(name: string): string {
  return FORMS.reduce(
    (rest, form) => (form !== '' && rest.startsWith(form) ? rest.slice(form.length) : rest),
    name,
  );
}

/** Numbers by rule (Lehmer). */
function drawing(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 48_271) % 2_147_483_647);
}
