import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays, quarterOf, type Quarter } from '../calendar/day';
import { snapshotDifference, type SnapshotLine } from '../publications/difference';
import { adjustmentRefusal } from '../purchases/adjustment.rules';
import {
  closePeriodRefusal,
  periodRefusal,
  periodStateOf,
  reopenPeriodRefusal,
  type PeriodState,
} from '../purchases/period.rules';
import { recognise, type Recognition, type RecognitionFacts } from '../purchases/recognition.rules';
import {
  editRefusal,
  nextPurchaseState,
  transitionRefusal,
  type PurchaseAction,
} from '../purchases/transition.rules';
import { DEFAULT_COUNTING_POLICY, ratePolicyOf } from '../purchase-targets/policy';
import { DEFAULT_SCHEMES, SOCIAL_ECONOMY } from '../purchase-targets/scheme';
import type { CertificateFacts } from '../suppliers/certificate.rules';
import {
  achievementDelta,
  achievementTotals,
  monthlyKrw,
  schemeTotalKrw,
  sumCells,
  type AchievementCell,
  type LedgerRow,
} from './achievement';
import { rankingOf } from './ranking';

const policy = DEFAULT_COUNTING_POLICY;
const DEPARTMENTS = ['일자리지원과', '번1동', '보건소'] as const;
const always = { validFrom: '2010-01-01', revokedOn: null, verified: true };
const SUPPLIERS: readonly (readonly CertificateFacts[])[] = [
  [{ ...always, type: 'certified_social_enterprise', validUntil: null }],
  [{ ...always, type: 'prospective_local', validUntil: '2016-07-15' }],
  [],
];

interface Row extends LedgerRow, Recognition {
  readonly facts: RecognitionFacts;
  readonly supplier: number;
  readonly adjusts: number | null;
}

/** A year in memory: every step asks the rules and books the difference, as the service does in its transaction. */
class Year {
  readonly rows: Row[] = [];
  readonly closed = new Set<Quarter>();
  readonly targets = new Map<string, number>();
  counters: readonly AchievementCell[] = [];
  published: readonly SnapshotLine[] = [];

  /** `forgetful` leaves one kind of booking out: the broken twin that shows that the comparison can fail. */
  constructor(private readonly forgetful: boolean) {}

  periodAt(day: string): PeriodState {
    return periodStateOf({ quarterClosed: this.closed.has(quarterOf(day)), submission: null });
  }

  write(
    index: number,
    departmentId: string,
    supplier: number,
    facts: RecognitionFacts,
    adjusts: number | null = null,
  ): void {
    const recognition = recognise(facts, policy, SUPPLIERS[supplier] ?? [], DEFAULT_SCHEMES);
    const row: Row = { departmentId, supplier, facts, adjusts, ...recognition };
    const before = this.rows[index] ?? null;
    this.rows[index] = row;
    if (this.forgetful && adjusts !== null) return;
    this.counters = sumCells([...this.counters, ...achievementDelta(before, row)]);
  }

  netOf(index: number): number {
    return this.rows
      .filter((row, at) => at === index || row.adjusts === index)
      .reduce((sum, row) => sum + row.facts.amountKrw, 0);
  }

  lines(cells: readonly AchievementCell[]): readonly SnapshotLine[] {
    const entries = DEPARTMENTS.map((name) => ({
      id: name,
      name,
      group: 'all',
      targetKrw: this.targets.get(name) ?? null,
      actualKrw: schemeTotalKrw(cells, SOCIAL_ECONOMY, name),
      previousKrw: null,
    }));
    return rankingOf(entries, 'rate', ratePolicyOf(policy)).entries.map((one) => ({
      subjectId: one.id,
      name: one.name,
      scheme: SOCIAL_ECONOMY,
      targetKrw: one.targetKrw,
      actualKrw: one.actualKrw,
      display: one.achievementRate.display,
      rank: one.rank,
      group: null,
    }));
  }
}

type Step = (year: Year) => void;
const day = fc.nat(365).map((count) => addDays('2016-01-01', count));
const department = fc.constantFrom(...DEPARTMENTS);
const amount = fc.integer({ min: 1, max: 1_000_000_000 });

const enter = fc
  .tuple(day, department, fc.nat(2), amount, fc.constantFrom('contract', 'hamkke_nuri_mall'))
  .map(([contractDate, name, supplier, amountKrw, channel]): Step => (year) => {
    if (periodRefusal(year.periodAt(contractDate)) !== null) return;
    const facts = {
      state: 'submitted',
      fiscalYear: 2016,
      contractDate,
      paymentDate: null,
      supplyValueKrw: null,
    } as const;
    year.write(year.rows.length, name, supplier, { ...facts, amountKrw, channel });
  });

const pick = (year: Year, at: number): readonly [number, Row] | null => {
  const row = year.rows[at % Math.max(1, year.rows.length)];
  return row === undefined ? null : [year.rows.indexOf(row), row];
};

const edit = fc
  .tuple(fc.nat(), amount, day, department)
  .map(([at, amountKrw, contractDate, name]): Step => (year) => {
    const [index, row] = pick(year, at) ?? [0, null];
    if (row === null || row.adjusts !== null || row.facts.contractDate === null) return;
    const hasAdjustments = year.rows.some((other) => other.adjusts === index);
    const standing = {
      state: row.facts.state,
      periodState: year.periodAt(row.facts.contractDate),
      hasAdjustments,
    };
    if (editRefusal(standing) !== null || periodRefusal(year.periodAt(contractDate)) !== null) return;
    year.write(index, name, row.supplier, { ...row.facts, amountKrw, contractDate });
  });

const move = fc
  .tuple(fc.nat(), fc.constantFrom<PurchaseAction[]>('submit', 'accept', 'return', 'void'))
  .map(([at, action]): Step => (year) => {
    const [index, row] = pick(year, at) ?? [0, null];
    if (row === null || row.adjusts !== null || row.facts.contractDate === null) return;
    const hasAdjustments = year.rows.some((other) => other.adjusts === index);
    const periodState = year.periodAt(row.facts.contractDate);
    const standing = { state: row.facts.state, periodState, hasAdjustments, reason: '사유' };
    if (transitionRefusal(standing, action) !== null) return;
    year.write(index, row.departmentId, row.supplier, { ...row.facts, state: nextPurchaseState(action) });
  });

const adjust = fc
  .tuple(fc.nat(), fc.integer({ min: -1_000_000_000, max: 1_000 }), day)
  .map(([at, amountKrw, on]): Step => (year) => {
    const [index, row] = pick(year, at) ?? [0, null];
    if (row === null || row.facts.contractDate === null) return;
    const input = { kind: 'change', amountKrw, supplyValueKrw: null, day: on, reason: '정정' } as const;
    const refused = adjustmentRefusal(input, {
      originalState: row.facts.state,
      originalIsAdjustment: row.adjusts !== null,
      originalDay: row.facts.contractDate,
      originalPeriodState: year.periodAt(row.facts.contractDate),
      netKrw: year.netOf(index),
      periodState: year.periodAt(on),
    });
    if (refused !== null) return;
    const facts = { ...row.facts, state: 'accepted', contractDate: on, amountKrw, adjusts: row } as const;
    year.write(year.rows.length, row.departmentId, row.supplier, facts, index);
  });

const closeOrReopen = fc.constantFrom<Quarter[]>(1, 2, 3, 4).map((quarter): Step => (year) => {
  const quarterClosed = year.closed.has(quarter);
  if (closePeriodRefusal({ quarterClosed, unsubmittedDepartments: 0, reason: null }) === null)
    year.closed.add(quarter);
  else if (reopenPeriodRefusal({ quarterClosed, reason: '정정' }) === null) year.closed.delete(quarter);
});

const setTarget = fc.tuple(department, fc.nat(2_000_000_000)).map(([name, target]): Step => (year) => {
  year.targets.set(name, target);
});

const publish = fc.constant<Step>((year) => {
  const lines = year.lines(year.counters);
  const changed = snapshotDifference(year.published, lines);
  const same = JSON.stringify(lines) === JSON.stringify(year.published);
  expect(changed.length === 0 || !same).toBe(true);
  year.published = lines;
});

const steps = fc.array(
  fc.oneof(
    { weight: 5, arbitrary: enter },
    edit,
    move,
    { weight: 2, arbitrary: adjust },
    closeOrReopen,
    setTarget,
    publish,
  ),
  { maxLength: 25 },
);

function play(sequence: readonly Step[], forgetful = false): Year {
  const year = new Year(forgetful);
  for (const step of sequence) step(year);
  return year;
}

function booksBalance(year: Year): boolean {
  const recomputed = achievementTotals(year.rows);
  const institution = schemeTotalKrw(year.counters, SOCIAL_ECONOMY);
  const ranking = year.lines(year.counters).reduce((sum, line) => sum + line.actualKrw, 0);
  const dashboard = monthlyKrw(year.counters, SOCIAL_ECONOMY).reduce((sum, krw) => sum + krw, 0);
  return (
    JSON.stringify(year.counters) === JSON.stringify(recomputed) &&
    institution === ranking &&
    institution === dashboard &&
    institution === schemeTotalKrw(recomputed, SOCIAL_ECONOMY)
  );
}

describe('ten thousand random years', () => {
  it('end with Σ departments = institution = ranking = dashboard = recomputation, and never below zero', () => {
    fc.assert(
      fc.property(steps, (sequence) => {
        const year = play(sequence);
        expect(booksBalance(year)).toBe(true);
        expect(schemeTotalKrw(year.counters, SOCIAL_ECONOMY)).toBeGreaterThanOrEqual(0);
      }),
      { numRuns: 10_000 },
    );
  }, 120_000);

  it('are found out when one kind of booking is forgotten: the check can fail', () => {
    const found = fc.check(
      fc.property(steps, (sequence) => booksBalance(play(sequence, true))),
      { numRuns: 10_000, seed: 20_261_120 },
    );
    expect(found.failed).toBe(true);
  });
});
