import { describe, expect, it } from '@jest/globals';
import { DEFAULT_COUNTING_POLICY } from '../purchase-targets/policy';
import { snapshotDifference, type SnapshotLine } from './difference';
import { noticeText, type NoticeFacts } from './notice-text';

const jobs: SnapshotLine = {
  subjectId: 'jobs',
  name: '일자리지원과',
  scheme: 'social_economy',
  targetKrw: 20_000_000,
  actualKrw: 25_160_000,
  display: '125.8',
  rank: 1,
  group: 'division',
};
const audit: SnapshotLine = {
  ...jobs,
  subjectId: 'audit',
  name: '감사담당관',
  targetKrw: null,
  actualKrw: 1_234,
  display: null,
  rank: null,
};
const facts: NoticeFacts = {
  institutionName: '강북구',
  fiscalYear: 2016,
  asOf: '2016-06-30',
  version: 1,
  schemeName: '사회적경제기업',
  lines: [jobs, audit],
  total: { targetKrw: 1_200_000_000, actualKrw: 25_161_234, display: '2.1' },
  policy: DEFAULT_COUNTING_POLICY,
  unit: 'thousand_won',
  differences: [],
  reason: null,
};

describe('the notice for the bulletin board', () => {
  it('says what, as of when, by which policy, and the ranking', () => {
    expect(noticeText(facts)).toBe(
      [
        '2016년 강북구 사회적경제기업 구매실적 공지',
        '기준일: 2016. 6. 30. / 제1판 / 단위: 천원, %',
        '',
        '구매목표액 1,200,000, 구매실적 25,161.234, 달성률 2.1%',
        '',
        '[과]',
        '1위 일자리지원과: 목표 20,000, 실적 25,160, 달성률 125.8%',
        '- 감사담당관: 목표 없음, 실적 1.234',
        '',
        '산정 기준',
        '- 실적 인정일: 계약일, 금액: 부가가치세 포함 금액, 함께누리몰: 목표액에 포함',
        '- 달성률 = 인정 구매실적 ÷ 구매목표액 × 100, 소수 1자리까지 반올림',
        '- 순위: 구분(과, 동 등) 안에서 매기고 동률은 같은 순위이며, 목표가 없는 부서는 순위와 평균에서 제외합니다.',
        '',
      ].join('\n'),
    );
  });

  it('ranks each group within itself, in the order of offices', () => {
    const dong: SnapshotLine = { ...jobs, subjectId: 'dong', name: '삼양동', group: 'dong' };
    const second: SnapshotLine = { ...jobs, subjectId: 'tax', name: '세무1과', rank: 2, display: '80.0' };
    const text = noticeText({ ...facts, lines: [dong, second, jobs] });
    const heads = text
      .split('\n')
      .filter((line) => /^\[|위 /.test(line))
      .map((line) => line.split(':')[0]);
    expect(heads).toEqual(['[과]', '1위 일자리지원과', '2위 세무1과', '[동]', '1위 삼양동']);
  });

  it('prints another policy as it is', () => {
    const policy = {
      ...DEFAULT_COUNTING_POLICY,
      recognitionDate: 'payment',
      amountBasis: 'supply_value',
      mallTarget: 'beside',
      rounding: 'truncate',
      decimals: 0,
      capPercent: 100,
    } as const;
    const text = noticeText({ ...facts, policy, unit: 'won', lines: [] });
    expect(text).toContain('실적 인정일: 지급일, 금액: 공급가액, 함께누리몰: 목표액과 별도');
    expect(text).toContain('소수 0자리까지 버림, 최대 100%까지 표시');
    expect(text).toContain('구매목표액 1,200,000,000, 구매실적 25,161,234');
    expect(text).toContain('등록된 부서가 없습니다.');
  });

  it('of the districts, which count each by its own policy, prints none', () => {
    const text = noticeText({ ...facts, policy: null });
    expect(text).toContain('각 자치구의 산정 기준과 장부에 따릅니다.');
    expect(text).not.toContain('실적 인정일');
  });

  it('of a later version says what changed and why', () => {
    const after = {
      ...jobs,
      name: '일자리경제과',
      targetKrw: 0,
      actualKrw: 25_000_000,
      display: null,
      rank: null,
    };
    const welfare = { ...jobs, subjectId: 'welfare', name: '복지정책과' };
    const differences = snapshotDifference([jobs, audit], [after, welfare]);
    const text = noticeText({ ...facts, version: 2, differences, reason: '반품 반영' });
    expect(text).toContain('구매실적 공지 (정정)');
    expect(text).toContain(
      [
        '제1판과 달라진 내용',
        '- 정정 사유: 반품 반영',
        '- 일자리경제과: 명칭 일자리지원과 → 일자리경제과, 목표 20,000 → 목표 없음, 실적 25,160 → 25,000, 달성률 125.8% → 목표 없음, 순위 1 → -',
        '- 복지정책과: 추가',
        '- 감사담당관: 제외',
      ].join('\n'),
    );
    const back = snapshotDifference([after], [jobs]);
    expect(noticeText({ ...facts, version: 3, differences: back })).toContain('순위 - → 1');
    expect(noticeText({ ...facts, version: 3 })).toContain('제2판과 달라진 내용\n- 달라진 값이 없습니다.');
  });
});
