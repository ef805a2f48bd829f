import { describe, expect, it } from '@jest/globals';
import { categoryColumnsOf, categoryLoadPlan, type CategoryFacts } from './category-load.rules';

const ours = (code: string, name: string): CategoryFacts => ({
  code,
  name,
  nameEn: 'Ours',
  isOfficial: false,
});
const KNOWN = new Map([ours('80', '경영'), ours('8010', '자문')].map((one) => [one.code, one]));
const COLUMNS = { code: 0, name: 1, nameEn: 2 };

describe('the headings of a list', () => {
  it('are found whatever their order, spacing and language', () => {
    expect(categoryColumnsOf(['품명', '물품 분류번호', '비고'])).toEqual({ code: 1, name: 0, nameEn: null });
    expect(categoryColumnsOf(['code', 'name', 'Name_En'])).toEqual({ code: 0, name: 1, nameEn: 2 });
    expect(categoryColumnsOf(['번호', '이름'])).toBeNull();
  });
});

describe('loading a list', () => {
  it('adds what is new, renames what differs, and counts the rest', () => {
    const plan = categoryLoadPlan(KNOWN, COLUMNS, [
      ['80', '경영·사업 전문서비스', 'Management'],
      ['801015', ' 경영  상담 ', ''],
      ['8010', '경영 자문', ''],
      ['', '', ''],
    ]);
    expect(plan.added).toEqual([{ code: '801015', name: '경영 상담', nameEn: null, isOfficial: true }]);
    expect(plan.changed.map(({ code, nameEn }) => [code, nameEn])).toEqual([
      ['80', 'Management'],
      ['8010', 'Ours'],
    ]);
    expect(plan.refused).toEqual([]);
  });

  it('a second time changes nothing', () => {
    const lines = [
      ['80', '경영', ''],
      ['8010', '자문', ''],
    ];
    const first = categoryLoadPlan(KNOWN, COLUMNS, lines);
    const after = new Map([...KNOWN, ...first.changed.map((one) => [one.code, one] as const)]);
    expect(first.changed).toHaveLength(2);
    expect(categoryLoadPlan(after, COLUMNS, lines)).toEqual({
      added: [],
      changed: [],
      unchangedCount: 2,
      refused: [],
    });
  });

  it('refuses what is no code, has no name, comes twice or hangs on nothing, and says where', () => {
    const plan = categoryLoadPlan(KNOWN, COLUMNS, [
      ['8x', '틀림'],
      ['8011', ''],
      ['80', '경영'],
      ['80', '다시'],
      ['990101', '부모 없음'],
      ['99010101', '그 아래'],
    ]);
    expect(plan.refused).toEqual([
      { line: 2, fault: 'code' },
      { line: 3, fault: 'name' },
      { line: 5, fault: 'twice' },
      { line: 6, fault: 'parent' },
      { line: 7, fault: 'parent' },
    ]);
    expect(plan.added).toEqual([]);
  });

  it('reads codes as sheets write them', () => {
    const plan = categoryLoadPlan(KNOWN, COLUMNS, [["'8010-15", '경영 상담']]);
    expect(plan.added[0]?.code).toBe('801015');
  });
});
