import {
  CERTIFIED_ONLY,
  achievementOf,
  dayOf,
  daysInMonth,
  paceOf,
  paceStatusOf,
  rateOf,
  type Day,
  type PaceShape,
  type RatePolicy,
} from '@ieum/domain';
import type { AchievementRowDto } from './dto/achievement.dto';
import type { PurchaseFilterDto } from './dto/purchase-filter.dto';
import type { LedgerSum, LedgerSums } from './ledger-sums';

/** What every row of one report has in common. */
export interface ReportFrame {
  readonly fiscalYear: number;
  readonly scheme: string;
  readonly asOf: Day;
  /** null: all that is in the books */
  readonly until: Day | null;
  readonly shape: PaceShape;
}

export interface RowSubject {
  readonly id: string | null;
  readonly name: string | null;
  readonly group: string | null;
  readonly targetKrw: number | null;
  readonly policy: RatePolicy;
  readonly institutionId: string | null;
  readonly departmentId: string | null;
}

/** A department, an institution, or all together: the year so far against its target. */
export function subjectRow(
  frame: ReportFrame,
  subject: RowSubject,
  sums: { readonly counted: LedgerSum; readonly certified: LedgerSum },
): AchievementRowDto {
  return rowOf(frame, subject, { ...sums, cumulativeKrw: null, month: null, today: frame.asOf });
}

/** The twelve months of a subject: each month's share of the year's target, and the year up to its last day. */
export function monthRows(
  frame: ReportFrame,
  subject: RowSubject,
  sums: LedgerSums,
  subjectId: string | undefined,
): AchievementRowDto[] {
  const certified = sums.months(CERTIFIED_ONLY, subjectId);
  let cumulativeKrw = 0;
  return sums.months(frame.scheme, subjectId).map((counted, index) => {
    const month = index + 1;
    cumulativeKrw += counted.actualKrw;
    const lastDay = dayOf(frame.fiscalYear, month, daysInMonth(frame.fiscalYear, month)) ?? frame.asOf;
    return rowOf(
      frame,
      { ...subject, id: null, name: null, group: null },
      {
        counted,
        certified: certified[index] ?? { actualKrw: 0, purchaseCount: 0 },
        cumulativeKrw,
        month,
        today: lastDay < frame.asOf ? lastDay : frame.asOf,
      },
    );
  });
}

interface RowFigures {
  readonly counted: LedgerSum;
  readonly certified: LedgerSum;
  readonly cumulativeKrw: number | null;
  readonly month: number | null;
  /** the day that the pace is for */
  readonly today: Day;
}

function rowOf(frame: ReportFrame, subject: RowSubject, figures: RowFigures): AchievementRowDto {
  const { counted, certified, cumulativeKrw, month, today } = figures;
  const { targetKrw, policy } = subject;
  const standing = { targetKrw, actualKrw: cumulativeKrw ?? counted.actualKrw };
  const pace = paceOf({ fiscalYear: frame.fiscalYear, today, ...standing }, frame.shape);
  const rows = (scheme: string): PurchaseFilterDto => ({
    institutionId: subject.institutionId,
    fiscalYear: frame.fiscalYear,
    scheme,
    departmentId: subject.departmentId,
    month,
    to: frame.until,
  });
  return {
    id: subject.id,
    name: subject.name,
    group: subject.group,
    month,
    targetKrw,
    actualKrw: counted.actualKrw,
    purchaseCount: counted.purchaseCount,
    cumulativeKrw,
    rate: achievementOf(counted.actualKrw, targetKrw, policy).achievementRate,
    certifiedOnly: { ...certified, rows: rows(CERTIFIED_ONLY) },
    pace: {
      expectedKrw: pace.expectedKrw,
      expectedRate: rateOf(pace.expectedKrw ?? 0, pace.expectedKrw === null ? null : targetKrw, policy),
      aheadKrw: pace.aheadKrw,
      status: paceStatusOf(pace, standing),
    },
    forecastKrw: pace.forecastKrw,
    rows: rows(frame.scheme),
  };
}
