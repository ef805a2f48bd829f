import {
  companyNameSimilarity,
  NAME_MATCH_AUTOMATIC,
  NAME_MATCH_REVIEW,
  normaliseCompanyName,
} from '../text/company-name';
import type { ListEntry } from './list-row-reading';
import { NameIndex } from './name-index';

/** A row of the register as the matching sees it; a merged one leads to the row that it was merged into. */
export interface RegisteredName {
  readonly id: string;
  /** the row that stands for it; its own id when it was not merged */
  readonly survivorId: string;
  readonly name: string;
  readonly businessNumber: string | null;
  /** of its verified certificates as a social enterprise */
  readonly certificateNumbers: readonly string[];
}

export interface ListedRow {
  readonly rowNumber: number;
  readonly entry: ListEntry;
}

/** Why a person has to look. */
export const REVIEW_REASONS = [
  'name_alike',
  'several',
  'number_differs',
  'certificate_differs',
  'name_differs',
  'same_certificate',
  'row_alike',
  'taken',
] as const;
export type ReviewReason = (typeof REVIEW_REASONS)[number];

/** Whom a row may mean: a registered supplier, or an enterprise that an earlier row of the same list enters. */
export interface ListCandidate {
  readonly supplierId: string | null;
  readonly rowNumber: number | null;
  readonly likeness: number;
  readonly sameNumber: boolean;
  readonly sameCertificate: boolean;
}

export type ListMatch =
  | { readonly kind: 'new' }
  | {
      readonly kind: 'match';
      readonly supplierId: string;
      readonly by: 'number' | 'name' | 'decision';
      readonly likeness: number;
    }
  | { readonly kind: 'review'; readonly reason: ReviewReason; readonly candidates: readonly ListCandidate[] }
  | { readonly kind: 'duplicate' | 'number_conflict'; readonly of: number };

/** Tells the same doubtful row of two lists: what a person decided about it is remembered by this. */
export function listedIdentity(entry: ListEntry): string {
  return [normaliseCompanyName(entry.name), entry.businessNumber ?? '', entry.certificateNumber].join('|');
}

const MAX_CANDIDATES = 10;
/** Rows between two pauses: the whole comparison never holds a thread for long. */
const ROWS_PER_STEP = 50;

/**
 * Whom each row of a list means. By business number first; then by a person's earlier decision; then by name: as like as
 * 0.8 and alone in that is automatic, from 0.5 on a person decides, below it is new. Cautious where a mistake would be
 * silent: the same number under quite another name, the same name under another number or certificate, two rows for one
 * supplier, all go to a person. Two rows with numbers and certificates of their own are two enterprises by the list's own
 * word, however like their names; only of the very same name a person is asked.
 * @param decisions supplier by listedIdentity
 * @returns a generator that pauses now and then (yielding how many rows are done) and ends with a match for every row
 */
export function* matchList(
  rows: readonly ListedRow[],
  register: readonly RegisteredName[],
  decisions: ReadonlyMap<string, string>,
): Generator<number, ReadonlyMap<number, ListMatch>> {
  const matching = new Matching(register, decisions);
  // Rows with a number first: whoever lacks one is compared with those who have it.
  const ordered = [
    ...rows.filter(({ entry }) => entry.businessNumber !== null),
    ...rows.filter(({ entry }) => entry.businessNumber === null),
  ];
  const open = ordered.filter((row) => !matching.settleByNumber(row));
  const unnamed = matching.settleMerged(open).filter((row) => !matching.settleByDecision(row));
  for (const [index, row] of unnamed.entries()) {
    matching.compareNames(row);
    if (index % ROWS_PER_STEP === ROWS_PER_STEP - 1) yield index + 1;
  }
  return matching.finish();
}

class Matching {
  private readonly matches = new Map<number, ListMatch>();
  private readonly byNumber = new Map<string, RegisteredName>();
  private readonly byCertificate = new Map<string, string>();
  private readonly bySurvivor = new Map<string, RegisteredName[]>();
  private readonly names = new NameIndex<string>();
  private readonly rowNames = new NameIndex<ListedRow>();
  private readonly firstByNumber = new Map<string, ListedRow>();
  private readonly firstByCertificate = new Map<string, ListedRow>();
  /** which row speaks for a supplier */
  private readonly claims = new Map<string, ListedRow>();
  /** how many rows are so like to a supplier that they might be taken for it without asking */
  private readonly suitors = new Map<string, number>();
  private readonly byNameOnly: { row: ListedRow; candidate: ListCandidate; supplierId: string }[] = [];

  constructor(
    register: readonly RegisteredName[],
    private readonly decisions: ReadonlyMap<string, string>,
  ) {
    for (const one of register) {
      if (one.businessNumber !== null) this.byNumber.set(one.businessNumber, one);
      for (const number of one.certificateNumbers) this.byCertificate.set(number, one.survivorId);
      const family = this.bySurvivor.get(one.survivorId);
      if (family === undefined) this.bySurvivor.set(one.survivorId, [one]);
      else family.push(one);
      this.names.add(one.survivorId, one.name);
    }
  }

  /** Twice in the list, or registered under this number? @returns whether that settles the row */
  settleByNumber(row: ListedRow): boolean {
    const { entry } = row;
    const sameNumber =
      entry.businessNumber === null ? undefined : this.firstByNumber.get(entry.businessNumber);
    const sameCertificate = this.firstByCertificate.get(entry.certificateNumber);
    if (sameNumber !== undefined) {
      const isSame =
        sameNumber === sameCertificate ||
        companyNameSimilarity(entry.name, sameNumber.entry.name) >= NAME_MATCH_REVIEW;
      return this.settle(row, { kind: isSame ? 'duplicate' : 'number_conflict', of: sameNumber.rowNumber });
    }
    if (sameCertificate !== undefined) {
      if (entry.businessNumber === null || sameCertificate.entry.businessNumber === null)
        return this.settle(row, { kind: 'duplicate', of: sameCertificate.rowNumber });
      const likeness = companyNameSimilarity(entry.name, sameCertificate.entry.name);
      this.firstByNumber.set(entry.businessNumber, row);
      const twin = candidateRow(sameCertificate, likeness, entry);
      return this.settle(row, { kind: 'review', reason: 'same_certificate', candidates: [twin] });
    }
    this.firstByCertificate.set(entry.certificateNumber, row);
    if (entry.businessNumber === null) return false;
    this.firstByNumber.set(entry.businessNumber, row);
    const found = this.byNumber.get(entry.businessNumber);
    if (found === undefined || found.id !== found.survivorId) return false;
    return this.settle(row, this.claimByNumber(row, found.survivorId));
  }

  /** Rows under the number of a merged supplier: they speak for the survivor, unless another row already does. */
  settleMerged(open: readonly ListedRow[]): ListedRow[] {
    return open.filter((row) => {
      const merged = this.byNumber.get(row.entry.businessNumber ?? '');
      if (merged === undefined) return true;
      const speaker = this.claims.get(merged.survivorId);
      this.settle(
        row,
        speaker === undefined
          ? this.claimByNumber(row, merged.survivorId)
          : { kind: 'duplicate', of: speaker.rowNumber },
      );
      return false;
    });
  }

  settleByDecision(row: ListedRow): boolean {
    const supplierId = this.decisions.get(listedIdentity(row.entry));
    if (supplierId === undefined || this.claims.has(supplierId)) return false;
    this.claim(supplierId, row);
    return this.settle(row, {
      kind: 'match',
      supplierId,
      by: 'decision',
      likeness: this.likenessTo(supplierId, row.entry.name),
    });
  }

  compareNames(row: ListedRow): void {
    const candidates = this.candidatesOf(row);
    this.rowNames.add(row, row.entry.name);
    for (const { supplierId, likeness } of candidates) {
      if (supplierId !== null && likeness >= NAME_MATCH_AUTOMATIC)
        this.suitors.set(supplierId, (this.suitors.get(supplierId) ?? 0) + 1);
    }
    const [first, ...rest] = candidates;
    if (first === undefined) return void this.settle(row, { kind: 'new' });
    const reason = this.doubtAbout(row, first, rest);
    if (reason !== null || first.supplierId === null) {
      this.settle(row, { kind: 'review', reason: reason ?? 'row_alike', candidates });
      return;
    }
    this.byNameOnly.push({ row, candidate: first, supplierId: first.supplierId });
  }

  finish(): ReadonlyMap<number, ListMatch> {
    for (const { row, candidate, supplierId } of this.byNameOnly) {
      const alone = this.suitors.get(supplierId) === 1;
      this.settle(
        row,
        alone
          ? { kind: 'match', supplierId, by: 'name', likeness: candidate.likeness }
          : { kind: 'review', reason: 'taken', candidates: [candidate] },
      );
    }
    return this.matches;
  }

  private settle(row: ListedRow, match: ListMatch): true {
    this.matches.set(row.rowNumber, match);
    return true;
  }

  private claim(supplierId: string, row: ListedRow): void {
    this.claims.set(supplierId, row);
    // Its new name is compared with as well as the one in the register.
    this.names.add(supplierId, row.entry.name);
  }

  private claimByNumber(row: ListedRow, supplierId: string): ListMatch {
    const { entry } = row;
    const likeness = this.likenessTo(supplierId, entry.name);
    const sameCertificate = this.hasCertificate(supplierId, entry);
    const wasDecided = this.decisions.get(listedIdentity(entry)) === supplierId;
    this.claim(supplierId, row);
    if (likeness >= NAME_MATCH_REVIEW || sameCertificate || wasDecided)
      return { kind: 'match', supplierId, by: 'number', likeness };
    const candidate = { supplierId, rowNumber: null, likeness, sameNumber: true, sameCertificate };
    return { kind: 'review', reason: 'name_differs', candidates: [candidate] };
  }

  private candidatesOf(row: ListedRow): ListCandidate[] {
    const { entry } = row;
    const likeness = new Map<string, number>();
    for (const { key, likeness: value } of this.names.likeTo(entry.name))
      likeness.set(key, Math.max(value, likeness.get(key) ?? 0));
    const certified = this.byCertificate.get(entry.certificateNumber);
    if (certified !== undefined && !likeness.has(certified))
      likeness.set(certified, this.likenessTo(certified, entry.name));
    const registered = [...likeness].flatMap(([supplierId, value]): ListCandidate[] => {
      const sameCertificate = this.hasCertificate(supplierId, entry);
      const speaker = this.claims.get(supplierId);
      if (!sameCertificate && speaker !== undefined && areTwo(entry, speaker.entry)) return [];
      return [{ supplierId, rowNumber: null, likeness: value, sameNumber: false, sameCertificate }];
    });
    const rows = this.rowNames
      .likeTo(entry.name)
      .filter(({ key }) => !areTwo(entry, key.entry))
      .map(({ key, likeness: value }) => candidateRow(key, value, entry));
    return [...registered, ...rows]
      .sort((a, b) => b.likeness - a.likeness || Number(b.sameCertificate) - Number(a.sameCertificate))
      .slice(0, MAX_CANDIDATES);
  }

  /** Why the likest candidate is not taken without asking; null = it is. */
  private doubtAbout(
    row: ListedRow,
    first: ListCandidate,
    rest: readonly ListCandidate[],
  ): ReviewReason | null {
    if (first.likeness < NAME_MATCH_AUTOMATIC) {
      if ([first, ...rest].some((one) => one.sameCertificate)) return 'same_certificate';
      return first.supplierId === null ? 'row_alike' : 'name_alike';
    }
    if (rest.some((one) => one.likeness >= NAME_MATCH_AUTOMATIC)) return 'several';
    if (first.supplierId === null) return 'row_alike';
    if (rest.some((one) => one.sameCertificate)) return 'same_certificate';
    if (this.claims.has(first.supplierId)) return 'taken';
    const family = this.bySurvivor.get(first.supplierId) ?? [];
    const numbers = family.flatMap((one) => one.businessNumber ?? []);
    if (row.entry.businessNumber !== null && numbers.length > 0) return 'number_differs';
    const certificates = family.flatMap((one) => one.certificateNumbers);
    return certificates.length > 0 && !first.sameCertificate ? 'certificate_differs' : null;
  }

  private likenessTo(supplierId: string, name: string): number {
    const family = this.bySurvivor.get(supplierId) ?? [];
    return Math.max(0, ...family.map((one) => companyNameSimilarity(name, one.name)));
  }

  private hasCertificate(supplierId: string, entry: ListEntry): boolean {
    const family = this.bySurvivor.get(supplierId) ?? [];
    return family.some((one) => one.certificateNumbers.includes(entry.certificateNumber));
  }
}

/** By the list's own word: both have a name, a number and a certificate, and none is the same. */
function areTwo(one: ListEntry, other: ListEntry): boolean {
  return (
    one.businessNumber !== null &&
    other.businessNumber !== null &&
    one.businessNumber !== other.businessNumber &&
    one.certificateNumber !== other.certificateNumber &&
    normaliseCompanyName(one.name) !== normaliseCompanyName(other.name)
  );
}

function candidateRow(row: ListedRow, likeness: number, entry: ListEntry): ListCandidate {
  return {
    supplierId: null,
    rowNumber: row.rowNumber,
    likeness,
    sameNumber: false,
    sameCertificate: row.entry.certificateNumber === entry.certificateNumber,
  };
}
