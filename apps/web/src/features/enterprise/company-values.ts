import {
  formatBusinessNumber,
  isRefusal,
  OWN_WORDS,
  parseBusinessNumber,
  VERIFIED_FACTS,
  vulnerableEmploymentRefusal,
  type Day,
  type OwnWord,
  type VerifiedFact,
} from '@ieum/domain';
import { readBasisPoints, showBasisPoints } from '../../lib/percent-format';
import type { Company, CompanyChange } from './api';
import { isKeptFile, type KeptFile } from './evidence-upload';

/** What the form holds; '' = none. The ratio is typed in percent. */
export type CompanyValues = Readonly<
  Record<Exclude<VerifiedFact, 'vulnerableEmploymentOn'> | OwnWord, string>
> & {
  readonly vulnerableEmploymentOn: Day | null;
  readonly note: string;
  readonly evidence: KeptFile | null;
};

const TEXTS = [
  ...VERIFIED_FACTS.filter((fact) => fact !== 'vulnerableEmploymentOn'),
  ...OWN_WORDS,
  'note',
] as const;

export function isCompanyValues(value: unknown): value is CompanyValues {
  if (typeof value !== 'object' || value === null) return false;
  const record = value as Record<string, unknown>;
  const { vulnerableEmploymentOn: on, evidence } = record;
  return (
    TEXTS.every((name) => typeof record[name] === 'string') &&
    (on === null || typeof on === 'string') &&
    (evidence === null || isKeptFile(evidence))
  );
}

/** What stands, with what waits laid over it: the form goes on from the proposal. */
export function valuesOf({ supplier, pending }: Pick<Company, 'supplier' | 'pending'>): CompanyValues {
  const waiting = new Map(pending?.differences.map(({ fact, proposed }) => [fact, proposed]));
  const textOf = (fact: VerifiedFact, standing: string | null) =>
    (waiting.has(fact) ? waiting.get(fact) : standing) ?? '';
  const number = textOf('businessNumber', supplier.businessNumber);
  const bp = textOf('vulnerableEmploymentBp', String(supplier.vulnerableEmploymentBp ?? ''));
  const on = textOf('vulnerableEmploymentOn', supplier.vulnerableEmploymentOn);
  return {
    name: textOf('name', supplier.name),
    businessNumber: number === '' ? '' : formatBusinessNumber(number),
    representative: textOf('representative', supplier.representative),
    address: textOf('address', supplier.address),
    districtCode: textOf('districtCode', supplier.districtCode),
    vulnerableEmploymentBp: bp === '' ? '' : showBasisPoints(Number(bp)),
    vulnerableEmploymentOn: on === '' ? null : on,
    homepage: supplier.homepage ?? '',
    phone: supplier.phone ?? '',
    email: supplier.email ?? '',
    businessSummary: supplier.businessSummary ?? '',
    introduction: supplier.introduction ?? '',
    note: '',
    evidence: null,
  };
}

/** May the ratio and its day be sent? By the rule that the server calls too. */
export function employmentFits(values: CompanyValues, today: Day): boolean {
  const bp = readBasisPoints(values.vulnerableEmploymentBp);
  return bp !== undefined && vulnerableEmploymentRefusal(bp, values.vulnerableEmploymentOn, today) === null;
}

export function businessNumberFits(text: string): boolean {
  return text.trim() === '' || !isRefusal(parseBusinessNumber(text));
}

/**
 * What differs from what the form began with. A fact that is set back to what stands is sent too: it leaves the proposal.
 * null = nothing was changed.
 */
export function changeOf(values: CompanyValues, began: CompanyValues): CompanyChange | null {
  const sent: Record<string, string | number | null> = {};
  const ratioChanged =
    values.vulnerableEmploymentBp !== began.vulnerableEmploymentBp ||
    values.vulnerableEmploymentOn !== began.vulnerableEmploymentOn;
  for (const field of [...VERIFIED_FACTS, ...OWN_WORDS]) {
    if (field === 'vulnerableEmploymentBp' || field === 'vulnerableEmploymentOn') continue;
    const text = values[field].trim().normalize('NFC');
    if (text !== began[field].trim().normalize('NFC')) sent[field] = text === '' ? null : text;
  }
  // The two are one fact: a ratio without its day says nothing.
  if (ratioChanged) {
    sent['vulnerableEmploymentBp'] = readBasisPoints(values.vulnerableEmploymentBp) ?? null;
    sent['vulnerableEmploymentOn'] = values.vulnerableEmploymentOn;
  }
  if (values.evidence !== null) sent['evidenceFileId'] = values.evidence.id;
  if (values.note.trim() !== '') sent['note'] = values.note.trim().normalize('NFC');
  return Object.keys(sent).length === 0 ? null : sent;
}
