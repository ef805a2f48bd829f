import {
  CERTIFIED_ONLY,
  DEFAULT_COUNTING_POLICY,
  ratePolicyOf,
  type CountingPolicy,
  type Day,
  type RankingEntry,
  type RatePolicy,
} from '@ieum/domain';
import { refuse } from '../common/refused';
import type { Tx } from '../database/transactions';
import { lateAdjustmentCells, ledgerCells, type LedgerSlice } from './ledger.queries';
import { LedgerSums } from './ledger-sums';
import { findYearBook, listDepartmentEntries, listYearBooks } from './year-book.queries';

export interface StandingQuestion {
  /** null: the districts of the city, each by its own ledger */
  readonly institutionId: string | null;
  readonly fiscalYear: number;
  readonly scheme: string;
  /** purchases recognised up to this day; null = all that is in the books */
  readonly until: Day | null;
  /** adjustments of those purchases recognised later, up to this day; null = none */
  readonly adjustedUntil: Day | null;
}

export interface StandingEntry extends RankingEntry {
  readonly purchaseCount: number;
  readonly certifiedOnlyKrw: number;
}

/** Who stands where, before anybody is ranked. */
export interface Standing {
  readonly title: string | null;
  readonly schemeName: string | null;
  /** null for districts: each counts by its own policy, and the city shows rates by the default one */
  readonly policy: CountingPolicy | null;
  readonly ratePolicy: RatePolicy;
  readonly entries: readonly StandingEntry[];
  /** whose ledgers were read */
  readonly institutionIds: readonly string[];
  /** of the institution; of districts the sum of those that have one */
  readonly targetKrw: number | null;
}

interface Subjects extends Omit<Standing, 'entries'> {
  readonly subjects: readonly Pick<RankingEntry, 'id' | 'name' | 'group' | 'targetKrw'>[];
}

/** Reads the counters of this year and last year. Refuses NOT_FOUND and POLICY_MISSING. */
export async function readStanding(tx: Tx, question: StandingQuestion): Promise<Standing> {
  const subject = question.institutionId === null ? 'institution' : 'department';
  const { subjects, ...standing } = await readSubjects(tx, question);
  const { fiscalYear, scheme, until, adjustedUntil } = question;
  const slice: LedgerSlice = { institutionIds: standing.institutionIds, fiscalYear, scheme, until };
  const [cells, late, lastYear] = await Promise.all([
    ledgerCells(tx, subject, slice),
    until === null || adjustedUntil === null || adjustedUntil <= until
      ? []
      : lateAdjustmentCells(tx, subject, { ...slice, until, asOf: adjustedUntil }),
    ledgerCells(tx, subject, { ...slice, fiscalYear: fiscalYear - 1, until: null }),
  ]);
  const now = new LedgerSums([...cells, ...late]);
  const before = new LedgerSums(lastYear);
  return {
    ...standing,
    entries: subjects.map((one) => ({
      ...one,
      ...now.of(scheme, one.id),
      certifiedOnlyKrw: now.of(CERTIFIED_ONLY, one.id).actualKrw,
      previousKrw: before.known(scheme, one.id),
    })),
  };
}

function readSubjects(tx: Tx, question: StandingQuestion): Promise<Subjects> {
  return question.institutionId === null
    ? readDistricts(tx, question)
    : readDepartments(tx, question.institutionId, question);
}

async function readDepartments(tx: Tx, institutionId: string, question: StandingQuestion): Promise<Subjects> {
  const [book, subjects] = await Promise.all([
    findYearBook(tx, institutionId, question),
    listDepartmentEntries(tx, institutionId, question),
  ]);
  if (book === undefined) return refuse('NOT_FOUND');
  const policy = book.policy ?? refuse('POLICY_MISSING');
  return {
    title: book.institutionName,
    schemeName: book.schemeName ?? refuse('NOT_FOUND'),
    policy,
    ratePolicy: ratePolicyOf(policy),
    targetKrw: book.targetKrw,
    institutionIds: [institutionId],
    subjects,
  };
}

async function readDistricts(tx: Tx, question: StandingQuestion): Promise<Subjects> {
  const books = await listYearBooks(tx, { ...question, institutionIds: undefined, kind: 'district' });
  const targets = books.flatMap((book) => book.targetKrw ?? []);
  return {
    title: null,
    schemeName: books.find((book) => book.schemeName !== null)?.schemeName ?? null,
    policy: null,
    ratePolicy: ratePolicyOf(DEFAULT_COUNTING_POLICY),
    targetKrw: targets.length === 0 ? null : targets.reduce((sum, target) => sum + target, 0),
    institutionIds: books.map((book) => book.institutionId),
    subjects: books.map((book) => ({
      id: book.institutionId,
      name: book.institutionName,
      group: 'district',
      targetKrw: book.targetKrw,
    })),
  };
}
