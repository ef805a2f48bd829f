import {
  comparisonKey,
  isWithin,
  periodOf,
  periodRefusal,
  periodStateOf,
  placingDay,
  type CountingPolicy,
  type Day,
  type PeriodState,
  type PlacementProblem,
} from '@ieum/domain';
import type { Tx } from '../../database/transactions';
import { periodStateOn, type PeriodRow } from '../purchase-facts.service';
import type { ShutQuarter } from './import-apply.queries';
import type { ImportRow } from './purchase-import.row';

interface DepartmentRow {
  id: string;
  name: string;
  valid_from: Day;
  valid_to: Day | null;
}

/** The departments of the institution and the state of their quarters, as an import sees them. */
export class LedgerOutlook {
  private constructor(
    private readonly imported: Pick<ImportRow, 'department_id' | 'fiscal_year'>,
    private readonly policy: CountingPolicy,
    private readonly departments: ReadonlyMap<string, DepartmentRow>,
    private readonly idsByName: ReadonlyMap<string, string>,
    private readonly periods: ReadonlyMap<string, readonly PeriodRow[]>,
    private readonly own: string | null,
  ) {}

  /** @param own the only department that may be written (a clerk's), or null */
  static async load(
    tx: Tx,
    imported: ImportRow,
    policy: CountingPolicy,
    own: string | null,
  ): Promise<LedgerOutlook> {
    const departments = await tx.sql<DepartmentRow>(
      // Of two departments of one name the living one, or the last that lived, comes last and is meant.
      `SELECT id, name, valid_from, valid_to FROM departments WHERE institution_id = $1
       ORDER BY valid_to NULLS LAST, valid_from`,
      [imported.institution_id],
    );
    const periods = await tx.sql<PeriodRow & { department_id: string }>(
      `SELECT d.id AS department_id, p.quarter, p.state = 'closed' AS closed, s.kind AS submission
       FROM purchase_periods p
       JOIN departments d ON d.institution_id = p.institution_id
       LEFT JOIN period_submissions s
         ON s.institution_id = p.institution_id AND s.period_id = p.id AND s.department_id = d.id
       WHERE p.institution_id = $1 AND p.fiscal_year = $2`,
      [imported.institution_id, imported.fiscal_year],
    );
    return new LedgerOutlook(
      imported,
      policy,
      new Map(departments.map((one) => [one.id, one])),
      new Map(departments.map((one) => [comparisonKey(one.name), one.id])),
      Map.groupBy(periods, (one) => one.department_id),
      own,
    );
  }

  departmentIdOf(name: string | null): string | null {
    if (name === null) return this.imported.department_id;
    const id = this.idsByName.get(comparisonKey(name)) ?? null;
    return this.own === null || id === this.own ? id : null;
  }

  placementProblem(
    departmentId: string,
    dates: { readonly contractDate: Day | null; readonly paymentDate: Day | null },
  ): PlacementProblem | null {
    const day = placingDay(dates, this.policy.recognitionDate);
    if (day === null) return null;
    const department = this.departments.get(departmentId);
    if (department === undefined || !isWithin(day, department.valid_from, department.valid_to))
      return 'department_not_valid';
    return shutBy(this.periodState(departmentId, day));
  }

  periodState(departmentId: string, day: Day): PeriodState {
    return periodStateOn(this.periods.get(departmentId) ?? [], this.imported.fiscal_year, day);
  }

  /** Quarters of departments in which nothing may be written now. */
  shutQuarters(): ShutQuarter[] {
    return [...this.periods].flatMap(([departmentId, periods]) =>
      periods.flatMap(({ quarter, closed, submission }) => {
        const code = shutBy(periodStateOf({ quarterClosed: closed, submission }));
        return code === null ? [] : [{ department_id: departmentId, quarter, code }];
      }),
    );
  }

  quarterOf(dates: { readonly contractDate: Day | null; readonly paymentDate: Day | null }): number | null {
    const day = placingDay(dates, this.policy.recognitionDate);
    return day === null ? null : periodOf(day, this.imported.fiscal_year).quarter;
  }
}

/** Why nothing may be written into a quarter in this state, as a verdict says it; null = it may. */
function shutBy(state: PeriodState): ShutQuarter['code'] | null {
  const refused = periodRefusal(state);
  if (refused === null) return null;
  return refused.code === 'PERIOD_CLOSED' ? 'period_closed' : 'period_submitted';
}
