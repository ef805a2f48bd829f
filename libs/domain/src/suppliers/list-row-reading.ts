import type { Day } from '../calendar/day';
import { dayOfCell, textOfCell, UNREADABLE, type ImportCell } from '../purchases/import-cells';
import { isRefusal } from '../refusal';
import { businessNumberChecksumFits, parseBusinessNumber } from '../text/business-number';
import { comparisonKey } from '../text/hangul';
import { textHazard } from '../text/text-hazards';
import { seoulDistrictCode } from './district';
import { LIST_FIELDS, LIST_HEADINGS, type ListField, type ListMapping } from './list-columns';
import { tidyHomepage } from './register.rules';

/** What the register keeps of a row of the list. Empty cells are null: they say nothing, and erase nothing. */
export const LISTED_FACTS = [
  'name',
  'businessNumber',
  'representative',
  'address',
  'homepage',
  'businessSummary',
  'socialPurpose',
  'serviceField',
  'districtCode',
  'certificateNumber',
  'certifiedOn',
  'issueRound',
] as const;
export type ListedFact = (typeof LISTED_FACTS)[number];

export type ListEntry = Readonly<Record<Exclude<ListedFact, NeededFact>, string | null>> & {
  readonly name: string;
  readonly certificateNumber: string;
  readonly certifiedOn: Day;
};
type NeededFact = 'name' | 'certificateNumber' | 'certifiedOn';

export const LIST_PROBLEMS = [
  'missing',
  'unreadable',
  'too_long',
  'hazardous_text',
  'number_incomplete',
  'number_of_another_row',
  'number_checksum',
  'homepage_unusable',
  'certificate_revoked',
  'day_conflict',
] as const;
export type ListProblemCode = (typeof LIST_PROBLEMS)[number];

export interface ListProblem {
  readonly field: ListField;
  readonly code: ListProblemCode;
}

export interface ListRowReading {
  /** null when a problem hinders the row */
  readonly entry: ListEntry | null;
  readonly problems: readonly ListProblem[];
  /** worth a look; hinder nothing */
  readonly notes: readonly ListProblem[];
}

/** As long as the register takes them. */
const LONGEST: Readonly<Record<ListField, number>> = {
  region: 60,
  certificateNumber: 60,
  name: 100,
  businessSummary: 500,
  socialPurpose: 100,
  serviceField: 100,
  businessNumber: 40,
  representative: 60,
  address: 200,
  homepage: 200,
  certifiedOn: 40,
  issueRound: 30,
};
/** What offices write for "none". */
const NOTHING = /^(?:[-–—.·]+|없음|해당없음|무|n\/?a)$/iu;
/** An address of the web without or with its scheme, and no other scheme: it becomes a link. */
const HOMEPAGE = /^(?:https?:\/\/)?[^\s/?#:@]+\.[^\s/?#:@]+(?::\d{1,5})?(?:[/?#]\S*)?$/iu;

/** Reads one row of the list; what hinders it, or only deserves a look, is named by column. */
export function readListRow(cells: readonly ImportCell[], mapping: ListMapping): ListRowReading {
  const problems: ListProblem[] = [];
  const notes: ListProblem[] = [];
  const text = (field: ListField): string | null => {
    const column = mapping[field];
    const found = column === undefined ? null : textOfCell(cells[column] ?? null);
    if (found === null || NOTHING.test(found)) return null;
    if (textHazard(found) !== null) problems.push({ field, code: 'hazardous_text' });
    else if (found.length > LONGEST[field]) problems.push({ field, code: 'too_long' });
    return found;
  };
  const [name, certificateNumber] = [text('name'), text('certificateNumber')];
  for (const [field, found] of [
    ['name', name],
    ['certificateNumber', certificateNumber],
  ] as const) {
    if (found === null) problems.push({ field, code: 'missing' });
  }
  const certifiedOn = dayOf(cells[mapping.certifiedOn ?? -1] ?? null, problems);
  const businessNumber = numberOf(text('businessNumber'), problems, notes);
  const homepage = text('homepage');
  if (homepage !== null && !HOMEPAGE.test(homepage))
    notes.push({ field: 'homepage', code: 'homepage_unusable' });
  const [region, address] = [text('region'), text('address')];
  const rest = {
    businessNumber,
    representative: text('representative'),
    address,
    homepage: homepage !== null && HOMEPAGE.test(homepage) ? tidyHomepage(homepage) : null,
    businessSummary: text('businessSummary'),
    socialPurpose: text('socialPurpose'),
    serviceField: text('serviceField'),
    districtCode: seoulDistrictCode(region, address),
    issueRound: text('issueRound'),
  };
  const isWhole = name !== null && certificateNumber !== null && certifiedOn !== null;
  const entry = isWhole && problems.length === 0 ? { ...rest, name, certificateNumber, certifiedOn } : null;
  return { entry, problems, notes };
}

/** Nothing in any column of the list, or the headings once more (lists of many pages repeat them). */
export function isListFiller(cells: readonly ImportCell[], mapping: ListMapping): boolean {
  const texts = LIST_FIELDS.flatMap((field) => {
    const column = mapping[field];
    return column === undefined ? [] : [[field, textOfCell(cells[column] ?? null)] as const];
  });
  if (texts.every(([, text]) => text === null)) return true;
  return texts.every(([field, text]) => text === null || comparisonKey(text) === LIST_HEADINGS[field]);
}

/** Ten digits, or a problem: nine are never padded, since nobody can know which one was lost. */
function numberOf(text: string | null, problems: ListProblem[], notes: ListProblem[]): string | null {
  if (text === null) return null;
  const digits = parseBusinessNumber(text);
  if (isRefusal(digits)) {
    problems.push({ field: 'businessNumber', code: 'number_incomplete' });
    return null;
  }
  if (!businessNumberChecksumFits(digits)) notes.push({ field: 'businessNumber', code: 'number_checksum' });
  return digits;
}

function dayOf(cell: ImportCell, problems: ListProblem[]): Day | null {
  const day = dayOfCell(cell);
  if (day !== null && day !== UNREADABLE) return day;
  problems.push({ field: 'certifiedOn', code: day === null ? 'missing' : 'unreadable' });
  return null;
}
