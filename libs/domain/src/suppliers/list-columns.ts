import type { ImportCell } from '../purchases/import-cells';
import { headingKey } from '../purchases/import-columns';
import { refusal, type Refusal } from '../refusal';

/** What the official list of social enterprises says about each of them, in the order of its columns. */
export const LIST_FIELDS = [
  'region',
  'certificateNumber',
  'name',
  'businessSummary',
  'socialPurpose',
  'serviceField',
  'businessNumber',
  'representative',
  'address',
  'homepage',
  'certifiedOn',
  'issueRound',
] as const;
export type ListField = (typeof LIST_FIELDS)[number];

/** The headings as the list prints them (domain.md §6). */
export const LIST_HEADINGS: Readonly<Record<ListField, string>> = {
  region: '지역',
  certificateNumber: '인증번호',
  name: '기관명',
  businessSummary: '사업내용',
  socialPurpose: '사회적목적실현유형',
  serviceField: '사회서비스분야',
  businessNumber: '사업자등록번호',
  representative: '대표자',
  address: '소재지',
  homepage: '홈페이지',
  certifiedOn: '인증일자',
  issueRound: '인증회차',
};

/** Other ways in which such a list names the same column. */
const OTHER_NAMES: Readonly<Partial<Record<ListField, readonly string[]>>> = {
  name: ['기업명', '회사명', '상호'],
  socialPurpose: ['사회적목적유형', '인증유형'],
  businessNumber: ['사업자번호'],
  representative: ['대표자명', '대표'],
  address: ['주소'],
  certifiedOn: ['인증일', '인증년월일', '인증연월일'],
};

/** Without these an enterprise could not be recognised, or its certificate not be kept. */
export const NEEDED_LIST_FIELDS: readonly ListField[] = [
  'certificateNumber',
  'name',
  'businessNumber',
  'certifiedOn',
];

export type ListMapping = Readonly<Partial<Record<ListField, number>>>;

const HEADING_ROWS = 20;
const KNOWN_HEADINGS = 3;

/** Which column holds what; spaces, brackets, order and further columns do not matter. */
export function listMapping(cells: readonly ImportCell[]): ListMapping {
  const keys = cells.map((cell) => headingKey(typeof cell === 'string' ? cell : null));
  const mapping: Partial<Record<ListField, number>> = {};
  for (const field of LIST_FIELDS) {
    const names = [LIST_HEADINGS[field], ...(OTHER_NAMES[field] ?? [])];
    const column = names.map((name) => keys.indexOf(name)).find((index) => index >= 0);
    if (column !== undefined) mapping[field] = column;
  }
  return mapping;
}

/** Index of the row of headings (three known ones or more, among the first 20 rows); null when there is none. */
export function findListHeadings(rows: readonly (readonly ImportCell[])[]): number | null {
  const known = rows.slice(0, HEADING_ROWS).map((cells) => Object.keys(listMapping(cells)).length);
  const best = Math.max(0, ...known);
  return best < KNOWN_HEADINGS ? null : known.indexOf(best);
}

/** IMPORT_MAPPING_INCOMPLETE {headings}: the needed headings that the sheet lacks, by the names that the list prints. */
export function listHeadingsRefusal(mapping: ListMapping): Refusal | null {
  const missing = NEEDED_LIST_FIELDS.filter((field) => mapping[field] === undefined);
  if (missing.length === 0) return null;
  return refusal('IMPORT_MAPPING_INCOMPLETE', {
    field: missing[0] ?? null,
    headings: missing.map((field) => LIST_HEADINGS[field]).join(', '),
  });
}
