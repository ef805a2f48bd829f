import { Injectable } from '@nestjs/common';
import {
  CERTIFIED_ONLY,
  DEFAULT_COUNTING_POLICY,
  LINEAR_PACE,
  SOCIAL_ECONOMY,
  accessRefusal,
  averageRate,
  combinedRate,
  netDenominatorKrw,
  rateOf,
  ratePolicyOf,
  reachOf,
  type CountingPolicy,
} from '@ieum/domain';
import type { Actor } from '../common/actor';
import { Clock } from '../common/clock';
import { InvalidInput } from '../common/invalid-input';
import { assertAllowed, refuse } from '../common/refused';
import { Transactions, type Tx } from '../database/transactions';
import { monthRows, subjectRow, type ReportFrame, type RowSubject } from './achievement-rows';
import type {
  AchievementQuery,
  AchievementReportDto,
  AchievementRowDto,
  DenominatorDto,
} from './dto/achievement.dto';
import { ledgerCells, type Subject } from './ledger.queries';
import { LedgerSums } from './ledger-sums';
import { findYearBook, listDepartmentEntries, listYearBooks, type YearBook } from './year-book.queries';

type Asked = AchievementQuery & Required<Pick<AchievementQuery, 'scheme' | 'groupBy'>>;

/** How far a department, an institution or the city has come. Reads the counters, never the purchases behind them. */
@Injectable()
export class AchievementsService {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /** A clerk sees the own department beside the institution's total. */
  report(actor: Actor, query: AchievementQuery): Promise<AchievementReportDto> {
    const asked: Asked = {
      ...query,
      scheme: query.scheme ?? SOCIAL_ECONOMY,
      groupBy: query.groupBy ?? 'department',
    };
    if (asked.groupBy === 'institution') {
      return this.transactions.run(actor, (tx) => this.byInstitution(tx, actor, asked));
    }
    const institutionId = query.institutionId ?? actor.institutionId;
    if (institutionId === null) throw InvalidInput.of('institutionId', 'required', 'must be given');
    const departmentId = query.departmentId ?? reachOf(actor, 'achievement:read').departmentId ?? null;
    assertAllowed(accessRefusal(actor, 'achievement:read', { institutionId, departmentId }));
    return this.transactions.run(actor, (tx) => this.ofInstitution(tx, institutionId, departmentId, asked));
  }

  private async ofInstitution(
    tx: Tx,
    institutionId: string,
    departmentId: string | null,
    asked: Asked,
  ): Promise<AchievementReportDto> {
    const [found, departments, read] = await Promise.all([
      findYearBook(tx, institutionId, asked),
      listDepartmentEntries(tx, institutionId, asked),
      this.readBooks(tx, 'department', [institutionId], asked),
    ]);
    const { policy, book } = policyOf(found);
    const { frame, sums } = read;
    const shown = departments.filter((one) => departmentId === null || one.id === departmentId);
    if (departmentId !== null && shown.length === 0) refuse('NOT_FOUND');
    const place = { institutionId, policy: ratePolicyOf(policy) };
    const rowFor = (subject: RowSubject, id?: string) =>
      subjectRow(frame, subject, {
        counted: sums.of(asked.scheme, id),
        certified: sums.of(CERTIFIED_ONLY, id),
      });
    const whole = { ...institutionSubject(book), ...place };
    const subjects = shown.map((one): RowSubject => ({ ...one, ...place, departmentId: one.id }));
    const items =
      asked.groupBy === 'month'
        ? monthRows(
            frame,
            departmentId === null ? whole : (subjects[0] ?? whole),
            sums,
            departmentId ?? undefined,
          )
        : subjects.map((subject) => rowFor(subject, subject.id ?? undefined));
    const targets = departments.flatMap((one) => one.targetKrw ?? []);
    return {
      ...headOf(asked, frame, policy),
      institutionId,
      schemeName: book.schemeName ?? refuse('NOT_FOUND'),
      items,
      total: rowFor(whole),
      departmentTargetsKrw:
        asked.groupBy === 'month' || targets.length === 0 ? null : targets.reduce((a, b) => a + b, 0),
      average: averageOf(asked.groupBy === 'month' ? [] : items, policy),
      denominator: denominatorOf(book, policy, sums.of(asked.scheme).actualKrw),
    };
  }

  /** The city view: every institution that keeps books in the year, as far as the actor may see. */
  private async byInstitution(tx: Tx, actor: Actor, asked: Asked): Promise<AchievementReportDto> {
    const reach = reachOf(actor, 'achievement:read').institutionIds;
    const only = asked.institutionId;
    if (only !== undefined && reach?.includes(only) === false) refuse('NOT_FOUND');
    const institutionIds = only === undefined ? reach : [only];
    const books = await listYearBooks(tx, { ...asked, institutionIds, kind: null });
    if (only !== undefined && books.length === 0) refuse('NOT_FOUND');
    const ids = books.map((book) => book.institutionId);
    const { frame, sums } = await this.readBooks(tx, 'institution', ids, asked);
    const items = books.map((book) => {
      const subject = institutionSubject(book);
      const id = book.institutionId;
      return subjectRow(frame, subject, {
        counted: sums.of(asked.scheme, id),
        certified: sums.of(CERTIFIED_ONLY, id),
      });
    });
    return {
      ...headOf(asked, frame, DEFAULT_COUNTING_POLICY),
      institutionId: only ?? null,
      schemeName: books.find((book) => book.schemeName !== null)?.schemeName ?? null,
      items,
      total: totalOf(frame, items, sums),
      departmentTargetsKrw: null,
      average: averageOf(items, DEFAULT_COUNTING_POLICY),
      denominator: null,
    };
  }

  private async readBooks(
    tx: Tx,
    subject: Subject,
    institutionIds: readonly string[],
    asked: Asked,
  ): Promise<{ frame: ReportFrame; sums: LedgerSums }> {
    const today = this.clock.today();
    const asOf = asked.asOf !== undefined && asked.asOf < today ? asked.asOf : today;
    const until = asOf < today ? asOf : null;
    const slice = { institutionIds, fiscalYear: asked.fiscalYear, scheme: asked.scheme, until };
    const [cells, lastYear] = await Promise.all([
      ledgerCells(tx, subject, slice),
      asked.pace === 'last_year'
        ? ledgerCells(tx, subject, { ...slice, fiscalYear: asked.fiscalYear - 1, until: null })
        : null,
    ]);
    const shape =
      lastYear === null
        ? LINEAR_PACE
        : {
            kind: 'last_year' as const,
            monthlyKrw: new LedgerSums(lastYear).months(asked.scheme).map((month) => month.actualKrw),
          };
    const { fiscalYear, scheme } = asked;
    return { frame: { fiscalYear, scheme, asOf, until, shape }, sums: new LedgerSums(cells) };
  }
}

function policyOf(book: YearBook | undefined): { policy: CountingPolicy; book: YearBook } {
  if (book === undefined) return refuse('NOT_FOUND');
  return { policy: book.policy ?? refuse('POLICY_MISSING'), book };
}

function institutionSubject(book: YearBook): RowSubject {
  return {
    id: book.institutionId,
    name: book.institutionName,
    group: null,
    targetKrw: book.targetKrw,
    policy: ratePolicyOf(book.policy ?? DEFAULT_COUNTING_POLICY),
    institutionId: book.institutionId,
    departmentId: null,
  };
}

function headOf(asked: Asked, frame: ReportFrame, policy: CountingPolicy) {
  const { fiscalYear, scheme, asOf } = frame;
  return {
    fiscalYear,
    scheme,
    groupBy: asked.groupBy,
    asOf,
    paceShape: asked.pace ?? 'linear',
    policy: ratePolicyOf(policy),
  };
}

function averageOf(items: readonly AchievementRowDto[], policy: CountingPolicy) {
  return averageRate(
    items.map((item) => rateOf(item.actualKrw, item.targetKrw, ratePolicyOf(policy))),
    ratePolicyOf(policy),
  );
}

/** All institutions together; whoever has no target is in the amounts and not in the rate. */
function totalOf(
  frame: ReportFrame,
  items: readonly AchievementRowDto[],
  sums: LedgerSums,
): AchievementRowDto {
  const policy = ratePolicyOf(DEFAULT_COUNTING_POLICY);
  const rate = combinedRate(
    items.map((item) => item.rate),
    policy,
  );
  const everybody: RowSubject = {
    id: null,
    name: null,
    group: null,
    targetKrw: rate.denominatorKrw,
    policy,
    institutionId: null,
    departmentId: null,
  };
  const row = subjectRow(frame, everybody, {
    counted: sums.of(frame.scheme),
    certified: sums.of(CERTIFIED_ONLY),
  });
  return { ...row, rate };
}

function denominatorOf(book: YearBook, policy: CountingPolicy, actualKrw: number): DenominatorDto | null {
  if (policy.denominator === 'none') return null;
  const { denominatorKrw } = book;
  const netKrw = netDenominatorKrw(policy, denominatorKrw);
  return {
    kind: policy.denominator,
    denominatorKrw,
    excludedKrw: policy.denominatorExclusionKrw,
    exclusionReason: policy.denominatorExclusionReason,
    rate: rateOf(actualKrw, netKrw, ratePolicyOf(policy)),
  };
}
