import type { Day } from '../calendar/day';
import { DEPARTMENT_GROUPS, type DepartmentGroup } from '../institutions/vocabulary';
import { formatKrw, type MoneyUnit } from '../money/units';
import type { CountingPolicy } from '../purchase-targets/policy';
import type { SnapshotDifference, SnapshotLine } from './difference';

export interface NoticeFacts {
  /** null for the ranking of districts */
  readonly institutionName: string | null;
  readonly fiscalYear: number;
  readonly asOf: Day;
  readonly version: number;
  readonly schemeName: string;
  /** of the one scheme that the notice is about */
  readonly lines: readonly SnapshotLine[];
  readonly total: {
    readonly targetKrw: number | null;
    readonly actualKrw: number;
    readonly display: string | null;
  };
  /** null for the ranking of districts: each counts by its own policy */
  readonly policy: CountingPolicy | null;
  readonly unit: MoneyUnit;
  /** against the version before; empty for version 1 */
  readonly differences: readonly SnapshotDifference[];
  readonly reason: string | null;
}

const UNIT_WORD: Readonly<Record<MoneyUnit, string>> = {
  won: '원',
  thousand_won: '천원',
  million_won: '백만원',
  hundred_million_won: '억원',
};
const NO_TARGET = '목표 없음';
const GROUP_WORD: Readonly<Record<DepartmentGroup, string>> = {
  division: '과',
  dong: '동',
  health_center: '보건소',
  affiliate: '산하기관',
  agency: '사업소',
};

/**
 * The text for the internal bulletin board, in Korean as it is published (the document itself, not a screen text):
 * what, as of when, by which policy, the ranking, and for a later version what changed and why.
 */
export function noticeText(facts: NoticeFacts): string {
  const parts = [
    heading(facts),
    totals(facts),
    rankingLines(facts),
    policyLines(facts.policy),
    changeLines(facts),
  ];
  return `${parts.flatMap((part) => (part.length === 0 ? [] : [part.join('\n')])).join('\n\n')}\n`;
}

function heading(facts: NoticeFacts): string[] {
  const corrected = facts.version > 1 ? ' (정정)' : '';
  return [
    `${facts.fiscalYear}년 ${facts.institutionName ?? '자치구별'} ${facts.schemeName} 구매실적 공지${corrected}`,
    `기준일: ${koreanDate(facts.asOf)} / 제${facts.version}판 / 단위: ${UNIT_WORD[facts.unit]}, %`,
  ];
}

function totals(facts: NoticeFacts): string[] {
  const { targetKrw, actualKrw, display } = facts.total;
  return [
    `구매목표액 ${targetText(targetKrw, facts.unit)}, 구매실적 ${amount(actualKrw, facts.unit)}, 달성률 ${rateText(display)}`,
  ];
}

/** Group by group, each ranked within itself, in the order of offices. */
function rankingLines(facts: NoticeFacts): string[] {
  if (facts.lines.length === 0) return ['등록된 부서가 없습니다.'];
  const sections = [...DEPARTMENT_GROUPS, null].map((group) => ({
    title: group === null ? null : GROUP_WORD[group],
    lines: facts.lines.filter((line) => line.group === group),
  }));
  return sections
    .filter(({ lines }) => lines.length > 0)
    .flatMap(({ title, lines }, index) => [
      ...(index === 0 ? [] : ['']),
      ...(title === null ? [] : [`[${title}]`]),
      ...[...lines].sort(byRank).map((line) => rankingLine(line, facts.unit)),
    ]);
}

function byRank(a: SnapshotLine, b: SnapshotLine): number {
  return (a.rank ?? Number.MAX_SAFE_INTEGER) - (b.rank ?? Number.MAX_SAFE_INTEGER);
}

function rankingLine(line: SnapshotLine, unit: MoneyUnit): string {
  const actual = `실적 ${amount(line.actualKrw, unit)}`;
  if (line.rank === null || line.display === null) return `- ${line.name}: ${NO_TARGET}, ${actual}`;
  const target = `목표 ${targetText(line.targetKrw, unit)}`;
  return `${line.rank}위 ${line.name}: ${target}, ${actual}, 달성률 ${rateText(line.display)}`;
}

function policyLines(policy: CountingPolicy | null): string[] {
  if (policy === null) {
    return [
      '산정 기준',
      '- 실적과 목표: 각 자치구의 산정 기준과 장부에 따릅니다.',
      '- 순위: 동률은 같은 순위이며, 목표가 없는 자치구는 순위와 평균에서 제외합니다.',
    ];
  }
  const date = policy.recognitionDate === 'contract' ? '계약일' : '지급일';
  const basis = policy.amountBasis === 'vat_included' ? '부가가치세 포함 금액' : '공급가액';
  const mall = policy.mallTarget === 'inside' ? '목표액에 포함' : '목표액과 별도';
  const rounding = policy.rounding === 'half_up' ? '반올림' : '버림';
  const cap = policy.capPercent === null ? '' : `, 최대 ${policy.capPercent}%까지 표시`;
  return [
    '산정 기준',
    `- 실적 인정일: ${date}, 금액: ${basis}, 함께누리몰: ${mall}`,
    `- 달성률 = 인정 구매실적 ÷ 구매목표액 × 100, 소수 ${policy.decimals}자리까지 ${rounding}${cap}`,
    '- 순위: 구분(과, 동 등) 안에서 매기고 동률은 같은 순위이며, 목표가 없는 부서는 순위와 평균에서 제외합니다.',
  ];
}

function changeLines(facts: NoticeFacts): string[] {
  if (facts.version === 1) return [];
  const reason = facts.reason === null ? [] : [`- 정정 사유: ${facts.reason}`];
  const none = facts.differences.length === 0 ? ['- 달라진 값이 없습니다.'] : [];
  const changes = facts.differences.map((one) => `- ${one.name}: ${changeText(one, facts.unit)}`);
  return [`제${facts.version - 1}판과 달라진 내용`, ...reason, ...none, ...changes];
}

function changeText(difference: SnapshotDifference, unit: MoneyUnit): string {
  const { before, after } = difference;
  if (before === null) return '추가';
  if (after === null) return '제외';
  const texts = difference.fields.map((field) => {
    switch (field) {
      case 'name':
        return `명칭 ${before.name} → ${after.name}`;
      case 'targetKrw':
        return `목표 ${targetText(before.targetKrw, unit)} → ${targetText(after.targetKrw, unit)}`;
      case 'actualKrw':
        return `실적 ${amount(before.actualKrw, unit)} → ${amount(after.actualKrw, unit)}`;
      case 'display':
        return `달성률 ${rateText(before.display)} → ${rateText(after.display)}`;
      case 'rank':
        return `순위 ${before.rank ?? '-'} → ${after.rank ?? '-'}`;
    }
  });
  return texts.join(', ');
}

function targetText(targetKrw: number | null, unit: MoneyUnit): string {
  return targetKrw === null || targetKrw === 0 ? NO_TARGET : amount(targetKrw, unit);
}

/** Never rounds a won away silently: units above 원 show as many decimals as their zeros allow, without trailing zeros. */
function amount(amountKrw: number, unit: MoneyUnit): string {
  const decimals = { won: 0, thousand_won: 3, million_won: 6, hundred_million_won: 8 }[unit];
  const text = formatKrw(amountKrw, unit, decimals);
  return decimals === 0 ? text : text.replace(/\.?0+$/, '');
}

function rateText(display: string | null): string {
  return display === null ? NO_TARGET : `${display}%`;
}

function koreanDate(day: Day): string {
  return `${Number(day.slice(0, 4))}. ${Number(day.slice(5, 7))}. ${Number(day.slice(8, 10))}.`;
}
